import { widget, type WidgetProps } from "../element.ts";
import { optionIndex, parseOption } from "../option.ts";
import { list, ParseError } from "../parse.ts";

/** An option's id, or two for a range, in the order of the options. */
export type SelectSliderValue = string | readonly [string, string];

/** Options on a line. Values are option ids (`optionIds`). */
export interface SelectSliderProps extends WidgetProps<SelectSliderValue> {
  readonly options: readonly string[];
}

export const selectSlider = widget<SelectSliderProps>()((raw, { options, value }) => {
  if (!Array.isArray(value)) return parseOption(raw, options);
  const [low, high, ...more] = list((item) => parseOption(item, options), 2)(raw);
  if (low === undefined || high === undefined || more.length > 0 || optionIndex(options, low) > optionIndex(options, high))
    throw new ParseError("two options in their order", raw);
  return [low, high];
});
