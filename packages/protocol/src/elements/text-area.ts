import { widget, type Height, type WidgetProps } from "../element.ts";
import { parseText, type TextLimits } from "../text-value.ts";

/** Text of several lines. */
export interface TextAreaProps extends WidgetProps<string | null>, TextLimits {
  /** Pixels of the field, "content" (as high as its text) or "stretch"; absent: four lines. */
  readonly height?: Height | undefined;
  readonly placeholder?: string | undefined;
}

export const textArea = widget<TextAreaProps>()(parseText);
