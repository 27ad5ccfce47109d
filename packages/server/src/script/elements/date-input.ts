import { isIsoDate, type DateFormat, type DateInputValue } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { checkDateFormat, checkLimits, checkWithin, initialIso, isoOption, type IsoKind, type Limits } from "./date-limits.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import { userNow } from "./wall-clock.ts";
import type { AnyChange, WidgetOptions } from "./widget-options.ts";

/** Days are ISO texts such as "2026-11-22"; "today" is the user's. Default width "stretch". */
interface DateLimits {
  /** The first day that can be chosen. Default: the year 1. */
  readonly min?: string | undefined;
  /** The last day that can be chosen. Default: the end of the year 9999. */
  readonly max?: string | undefined;
  /** How days are shown and typed; ISO texts can be typed too. Default "YYYY/MM/DD". */
  readonly format?: DateFormat | undefined;
}

export interface DateInputOptions<Value extends string | null = string> extends WidgetOptions<Value>, DateLimits {
  /** The initial day; null: none yet, and the call returns null while there is none. Default "today", or the nearest day that can be chosen. */
  readonly value?: Value | undefined;
}

/** Options of a field for a range of days. */
export interface DateRangeInputOptions<Value extends [string, string] | null = [string, string]> extends WidgetOptions<Value>, DateLimits {
  /** The first and the last day of the initial range; []: none yet, and the call returns null while there is none. */
  readonly value: readonly [string, string] | readonly [];
}

const DAY: IsoKind = { what: 'a date such as "2026-11-22"', word: "today", is: isIsoDate };

/**
 * Shows a field with a calendar and returns the day as an ISO text ("2026-11-22"), or the first and the last day of a range if `value` is an array.
 * A range runs the page once both days are chosen. "today" is where the user is, and stays the day of the first run.
 * @throws BadOptionError for what is no day, days outside of the limits, a range that is not ascending, or an unknown format.
 * @example
 * const arrival = st.dateInput("Arrival", { min: "today" });
 * const [from, to] = st.dateInput("Season", { value: ["2026-04-01", "2026-10-31"] });
 * const birthday = st.dateInput("Birthday", { value: null, max: "today", format: "DD.MM.YYYY" });
 */
export function dateInput(
  this: Container,
  label: string,
  options: DateRangeInputOptions<[string, string] | null> & { readonly value: readonly [] } & LastingOptions,
): [string, string] | null;
export function dateInput(
  this: Container,
  label: string,
  options: DateRangeInputOptions & { readonly value: readonly [string, string] } & LastingOptions,
): [string, string];
export function dateInput(
  this: Container,
  label: string,
  options: DateInputOptions<string | null> & { readonly value: null } & LastingOptions,
): string | null;
export function dateInput(this: Container, label: string, options?: DateInputOptions & LastingOptions): string;
export function dateInput(this: Container, label: string, options: DateInputOptions<string | null> & LastingOptions): string | null;
export function dateInput(
  this: Container,
  label: string,
  options: AnyChange<DateInputOptions<string | null> | DateRangeInputOptions<[string, string] | null>> & LastingOptions = {},
): string | [string, string] | null {
  const site = takeCallSite("dateInput", label, options);
  const call = "st.dateInput";
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width, format = "YYYY/MM/DD" } = options;
  checkDateFormat(call, format);
  const today = userNow(this, call).slice(0, 10);
  const limits = checkLimits(call, DAY, options, today);
  const given: unknown = options.value === undefined ? DAY.word : options.value;
  const range = Array.isArray(given) || undefined;
  const value = initial(call, given, limits, today);
  const clearable = value === null;
  const icons = iconsIn(label, help);
  const props = { label, value, ...limits, format, range, clearable, help, disabled, labelVisibility, width, icons };
  const momentary = given === DAY.word || (Array.isArray(given) && given.includes(DAY.word));
  return this.widget("dateInput", props, { call, site, label, key, onChange, field: options, lasting: options, momentary }) as
    | string
    | [string, string]
    | null;
}

function initial(call: string, given: unknown, limits: Limits, today: string): DateInputValue {
  if (given === null) return null;
  if (!Array.isArray(given)) return initialIso(call, DAY, given, limits, today);
  if (given.length === 0) return null;
  if (given.length !== 2) throw badOption(call, "value", "two dates, or [] for none yet", given);
  const [first, last] = given.map((day: unknown) => isoOption(call, DAY, "value", day, today)) as [string, string];
  for (const day of [first, last]) checkWithin(call, day, limits);
  if (first > last) throw badOption(call, "value", "two ascending dates", `${first}, ${last}`);
  return [first, last];
}
