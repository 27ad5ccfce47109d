import { isMomentFormat, momentKind, momentToMs, msToMoment, type MomentKind, type TimeSliderValue } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { DeferrableOptions } from "./widget-options.ts";

/** How far it is from one stop to the next: milliseconds, or an object of parts. */
export type TimeStep =
  | number
  | {
      readonly days?: number | undefined;
      readonly hours?: number | undefined;
      readonly minutes?: number | undefined;
      readonly seconds?: number | undefined;
    };

/** What sliders of days and times with one and with two handles have. ISO texts of one kind: "2026-11-22", "13:45" or "2026-11-22T13:45", also with seconds. */
interface TimeSliderLimits {
  /** Default: 14 days before `value`; of times of day "00:00". */
  readonly min?: string | undefined;
  /** Default: 14 days after `value`; of times of day "23:59". */
  readonly max?: string | undefined;
  /** `{ days: 7 }`, `{ hours: 1, minutes: 30 }` or milliseconds. Default: a day; 15 minutes within a day. */
  readonly step?: TimeStep | undefined;
  /** How moments are shown: "localized", or a pattern such as "D MMM, HH:mm". Default: as ISO texts, "T" as a space. */
  readonly format?: "localized" | (string & {}) | undefined;
}

export interface TimeSliderOptions extends DeferrableOptions<string>, TimeSliderLimits {
  /** The initial moment. Default: `min`, else the one of `max` that is a default range before it. */
  readonly value?: string | undefined;
}

/** Options of a slider over days or times with two handles. */
export interface TimeRangeSliderOptions extends DeferrableOptions<[string, string]>, TimeSliderLimits {
  /** The initial moments, ascending. */
  readonly value: readonly [string, string];
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const RANGE = 14 * DAY;
const FIRST = momentToMs("0001-01-01", "date");
const LAST = momentToMs("9999-12-31T23:59:59", "datetime");

/** True if one of the options says that moments are meant, not numbers. */
export function isTimeSlider({ value, min, max }: { readonly value?: unknown; readonly min?: unknown; readonly max?: unknown }): boolean {
  return [Array.isArray(value) ? value[0] : value, min, max].some((option) => typeof option === "string");
}

/** Checks the options; gives the props that say what it is over. */
export function timeSliderProps(call: string, options: TimeSliderOptions | TimeRangeSliderOptions) {
  const { min, max, step, format } = options;
  const values: readonly unknown[] = Array.isArray(options.value) ? options.value : [options.value];
  if (Array.isArray(options.value) && values.length !== 2)
    throw badOption(call, "value", "one moment, or two ascending ones", options.value);
  const given = { value: values[0], "value[1]": values[1], min, max };
  const { kind, seconds } = commonKind(call, given, secondsIn(call, step));
  if (format !== undefined && (typeof format !== "string" || !isMomentFormat(format)))
    throw badOption(call, "format", '"localized" or a pattern such as "D MMM YYYY, HH:mm" (other letters in [brackets])', format);
  const ms = (text: unknown) => (text === undefined ? undefined : momentToMs(text as string, kind));
  const limits = limitsOf(kind, seconds, { first: ms(values[0]), last: ms(values.at(-1)), min: ms(min), max: ms(max) });
  const text = (at: number) => msToMoment(at, kind, seconds);
  const low = text(limits.min);
  const high = text(limits.max);
  if (limits.min >= limits.max) throw badOption(call, "min", `before max (${high})`, low);
  const shown = values.map((value) => (value === undefined ? low : text(ms(value) as number)));
  const [first = low, last = first] = shown;
  if (first < low || last > high || first > last)
    throw badOption(call, "value", `${shown.length === 2 ? "two ascending ones" : "one"} from ${low} to ${high}`, shown.join(", "));
  return {
    kind,
    seconds: seconds || undefined,
    value: (Array.isArray(options.value) ? [first, last] : first) as TimeSliderValue,
    min: low,
    max: high,
    step: stepOf(call, step, kind, limits.max - limits.min),
    format,
  };
}

function commonKind(call: string, given: Readonly<Record<string, unknown>>, fine: boolean) {
  let common: MomentKind | undefined;
  let seconds = fine;
  for (const [option, text] of Object.entries(given)) {
    if (text === undefined) continue;
    const moment = momentKind(text);
    const expected =
      common === undefined ? 'an ISO text such as "2026-11-22", "13:45" or "2026-11-22T13:45"' : `a ${common}, as the others are`;
    if (moment === undefined || (common !== undefined && moment.kind !== common)) throw badOption(call, option, expected, text);
    common = moment.kind;
    seconds ||= moment.seconds;
  }
  // Whoever calls has found one.
  const kind = common as MomentKind;
  return { kind, seconds: seconds && kind !== "date" };
}

interface Given {
  readonly first: number | undefined;
  readonly last: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

function limitsOf(kind: MomentKind, seconds: boolean, { first, last, min, max }: Given): { readonly min: number; readonly max: number } {
  if (kind === "time") return { min: min ?? 0, max: max ?? DAY - (seconds ? 1000 : MINUTE) };
  const low = min ?? Math.max(FIRST, first === undefined ? (max ?? 0) - 2 * RANGE : first - RANGE);
  return { min: low, max: max ?? Math.min(LAST, (last ?? low + RANGE) + RANGE) };
}

function stepOf(call: string, step: unknown, kind: MomentKind, range: number): number {
  if (step === undefined) return kind === "date" || (kind === "datetime" && range >= DAY) ? DAY : Math.min(15 * MINUTE, range);
  const ms = stepMs(step);
  const unit = kind === "date" ? DAY : 1000;
  if (ms === undefined || ms < unit || ms % unit !== 0)
    throw badOption(
      call,
      "step",
      `${kind === "date" ? "whole days" : "whole seconds"}: milliseconds, or an object such as { ${kind === "date" ? "days: 7" : "hours: 1, minutes: 30"} }`,
      step,
    );
  if (ms > range) throw badOption(call, "step", `at most max - min (${range} milliseconds)`, ms);
  return ms;
}

const UNITS: Readonly<Record<string, number>> = { days: DAY, hours: 60 * MINUTE, minutes: MINUTE, seconds: 1000 };

function stepMs(step: unknown): number | undefined {
  if (typeof step === "number") return Number.isFinite(step) ? step : undefined;
  if (typeof step !== "object" || step === null) return undefined;
  let sum = 0;
  for (const [unit, count] of Object.entries(step)) {
    if (count === undefined) continue;
    if (!(unit in UNITS) || !Number.isFinite(count) || (count as number) < 0) return undefined;
    sum += (count as number) * (UNITS[unit] as number);
  }
  return sum;
}

/** A step below a minute makes moments precise to the second. */
function secondsIn(call: string, step: unknown): boolean {
  const ms = step === undefined ? undefined : stepMs(step);
  if (step !== undefined && ms === undefined)
    throw badOption(call, "step", "milliseconds, or an object of days, hours, minutes and seconds", step);
  return ms !== undefined && ms % MINUTE !== 0;
}
