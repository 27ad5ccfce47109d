import { block, type CommonProps } from "../element.ts";
import { boolean } from "../parse.ts";

/** A box that opens and closes. `value` is there when stateful. */
export interface ExpanderProps extends CommonProps {
  readonly label: string;
  readonly icon?: string | undefined;
  /** Open at first. */
  readonly expanded?: boolean | undefined;
  readonly kind?: "default" | "compact" | "step" | undefined;
  readonly value?: boolean | undefined;
}

export const expander = block<ExpanderProps, boolean>(boolean);
