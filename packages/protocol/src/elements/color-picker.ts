import { widget, type WidgetProps } from "../element.ts";
import { ParseError } from "../parse.ts";

const COLOR = /^#[\da-f]{6}$/;

/** A colour as "#rrggbb" in lower case. */
export type ColorPickerProps = WidgetProps<string>;

export const colorPicker = widget<ColorPickerProps>()((raw) => {
  if (typeof raw !== "string" || !COLOR.test(raw)) throw new ParseError('a colour such as "#4f46e5"', raw);
  return raw;
});
