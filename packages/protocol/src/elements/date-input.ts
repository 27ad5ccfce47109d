import { widget, type WidgetProps } from "../element.ts";
import { isIsoDate, isoParser } from "../iso-time.ts";
import { list, ParseError } from "../parse.ts";

type DateOrder<S extends string> = `YYYY${S}MM${S}DD` | `DD${S}MM${S}YYYY` | `MM${S}DD${S}YYYY`;

/** How dates are shown and typed. */
export type DateFormat = DateOrder<"/"> | DateOrder<"."> | DateOrder<"-">;

/** One day, or the first and the last of a range; null if nothing is chosen. */
export type DateInputValue = string | readonly [string, string] | null;

/** Days are ISO texts, "2026-11-22". */
export interface DateInputProps extends WidgetProps<DateInputValue> {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly format: DateFormat;
  /** True: values are ranges. */
  readonly range?: boolean | undefined;
  /** True when nothing chosen is a value (null). */
  readonly clearable: boolean;
}

export const dateInput = widget<DateInputProps>()((raw, props) => {
  if (raw === null && props.clearable) return null;
  const day = isoParser("a date such as 2026-11-22", isIsoDate, props);
  if (props.range !== true) return day(raw);
  const [first, last, ...more] = list(day, 2)(raw);
  if (first === undefined || last === undefined || more.length > 0 || first > last) throw new ParseError("two ascending dates", raw);
  return [first, last];
});
