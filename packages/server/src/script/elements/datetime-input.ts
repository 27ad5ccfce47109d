import { isIsoDatetime, type DateFormat } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import type { LastingOptions } from "../lasting/lasting-options.ts";
import { checkDateFormat, checkLimits, initialIso, type IsoKind } from "./date-limits.ts";
import { iconsIn } from "./icon/icons-in.ts";
import { checkWidget } from "./option-checks.ts";
import { stepSeconds } from "./time-step.ts";
import { userNow } from "./wall-clock.ts";
import type { AnyChange, WidgetOptions } from "./widget-options.ts";

/** Datetimes are ISO texts to the minute such as "2026-11-22T13:45", in no time zone; "now" is the user's. Default width "stretch". */
export interface DatetimeInputOptions<Value extends string | null = string> extends WidgetOptions<Value> {
  /** The initial value; null: none yet, and the call returns null while there is none. Default "now", or the nearest that can be chosen. */
  readonly value?: Value | undefined;
  /** The earliest that can be chosen. Default: none. */
  readonly min?: string | undefined;
  /** The latest that can be chosen. Default: none. */
  readonly max?: string | undefined;
  /** How the day is shown and typed. Default "YYYY/MM/DD". */
  readonly format?: DateFormat | undefined;
  /** By how much the time is stepped: seconds or a text such as "15m", whole minutes up to 23 hours; other times can be typed. Default 15 minutes. */
  readonly step?: number | string | undefined;
}

const DATETIME: IsoKind = { what: 'a date and time such as "2026-11-22T13:45"', word: "now", is: isIsoDatetime };

/**
 * Shows a field with a calendar and a time, and returns both as an ISO text without a time zone ("2026-11-22T13:45").
 * "now" is where the user is, and stays the minute of the first run.
 * @throws BadOptionError for what is no date and time, what is outside of the limits, a step that is no whole minutes, or an unknown format.
 * @example
 * const departure = st.datetimeInput("Departure", { min: "now", step: "5m" });
 */
export function datetimeInput(
  this: Container,
  label: string,
  options: DatetimeInputOptions<string | null> & { readonly value: null } & LastingOptions,
): string | null;
export function datetimeInput(this: Container, label: string, options?: DatetimeInputOptions & LastingOptions): string;
export function datetimeInput(this: Container, label: string, options: DatetimeInputOptions<string | null> & LastingOptions): string | null;
export function datetimeInput(
  this: Container,
  label: string,
  options: AnyChange<DatetimeInputOptions<string | null>> & LastingOptions = {},
): string | null {
  const site = takeCallSite("datetimeInput", label, options);
  const call = "st.datetimeInput";
  checkWidget(call, label, options);
  const { key, help, onChange, disabled, labelVisibility, width, format = "YYYY/MM/DD", value: given = "now" } = options;
  checkDateFormat(call, format);
  const step = stepSeconds(call, options.step, 60);
  const now = userNow(this, call);
  const limits = checkLimits(call, DATETIME, options, now);
  const clearable = given === null;
  const value = clearable ? null : initialIso(call, DATETIME, given, limits, now);
  const icons = iconsIn(label, help);
  const props = { label, value, ...limits, format, step, clearable, help, disabled, labelVisibility, width, icons };
  return this.widget("datetimeInput", props, {
    call,
    site,
    label,
    key,
    onChange,
    field: options,
    lasting: options,
    momentary: given === DATETIME.word,
  });
}
