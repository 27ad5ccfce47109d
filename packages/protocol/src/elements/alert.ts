import { display, type CommonProps } from "../element.ts";

/** A coloured box: success, info, warning, error. `body` is markdown. */
export interface AlertProps extends CommonProps {
  readonly kind: "success" | "info" | "warning" | "error";
  readonly body: string;
  readonly icon?: string | undefined;
  readonly title?: string | undefined;
}

export const alert = display<AlertProps>();
