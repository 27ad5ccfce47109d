import { widget, type WidgetProps } from "../element.ts";
import { finite, list, ParseError } from "../parse.ts";

/** One number, or two for a range (always ascending). */
export type SliderValue = number | readonly [number, number];

export interface SliderProps extends WidgetProps<SliderValue> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How values are shown: a printf format such as "%.1f km", or a preset ("percent", "compact", ...). */
  readonly format?: string | undefined;
}

export const slider = widget<SliderProps>()((raw, { min, max, value }) => {
  const inRange = (n: number) => {
    if (n < min || n > max) throw new ParseError(`a number from ${min} to ${max}`, n);
    return n;
  };
  if (!Array.isArray(value)) return inRange(finite(raw));
  const [low, high, ...more] = list(finite, 2)(raw);
  if (low === undefined || high === undefined || more.length > 0 || low > high) throw new ParseError("two ascending numbers", raw);
  return [inRange(low), inRange(high)];
});
