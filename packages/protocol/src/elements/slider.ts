import { widget, type WidgetProps } from "../element.ts";
import { finite, integer, list, ParseError } from "../parse.ts";

/** One number, or two for a range (always ascending). */
export type SliderValue = number | readonly [number, number];

export interface SliderProps extends WidgetProps<SliderValue> {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How values are shown: a printf format such as "%.1f km", or a preset ("percent", "compact", ...). */
  readonly format?: string | undefined;
}

export const slider = widget<SliderProps>()((raw, props) => {
  const { min, max, value } = props;
  const number = isWhole(props) ? integer : finite;
  const inRange = (n: number) => {
    if (n < min || n > max) throw new ParseError(`a number from ${min} to ${max}`, n);
    return n;
  };
  if (!Array.isArray(value)) return inRange(number(raw));
  const [low, high, ...more] = list(number, 2)(raw);
  if (low === undefined || high === undefined || more.length > 0 || low > high) throw new ParseError("two ascending numbers", raw);
  return [inRange(low), inRange(high)];
});

/** A page that counts in whole numbers may index with what it gets. */
function isWhole({ min, step, value }: SliderProps): boolean {
  if (!Number.isInteger(min) || !Number.isInteger(step)) return false;
  return typeof value === "number" ? Number.isInteger(value) : value.every(Number.isInteger);
}
