import { widget, type WidgetProps } from "../element.ts";
import { boolean } from "../parse.ts";

/** A checkbox or, with `toggle`, a switch. */
export interface CheckboxProps extends WidgetProps<boolean> {
  readonly wrap?: boolean | undefined;
}

export const checkbox = widget<CheckboxProps>()(boolean);
export const toggle = widget<CheckboxProps>()(boolean);
