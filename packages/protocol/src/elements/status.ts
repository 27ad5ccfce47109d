import { block, type CommonProps } from "../element.ts";

/** A box that opens and closes and says how the work in it goes. */
export interface StatusProps extends CommonProps {
  readonly label: string;
  readonly state: "running" | "complete" | "error";
  readonly expanded?: boolean | undefined;
  readonly kind?: "default" | "compact" | "step" | undefined;
}

export const status = block<StatusProps>();
