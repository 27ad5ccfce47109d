import type { DateFormat } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { checkChoice } from "./option-checks.ts";

const DATE_FORMATS: readonly DateFormat[] = ["/", ".", "-"].flatMap(
  (s) => [`YYYY${s}MM${s}DD`, `DD${s}MM${s}YYYY`, `MM${s}DD${s}YYYY`] as DateFormat[],
);

export interface Limits {
  readonly min: string | undefined;
  readonly max: string | undefined;
}

/** One kind of ISO text: how messages name it, how to tell it, and the word for the current one. */
export interface IsoKind {
  readonly what: string;
  readonly word: "today" | "now";
  readonly is: (text: unknown) => text is string;
}

/** Checks limits, with the kind's word for the current moment, and that they are in order. */
export function checkLimits(call: string, kind: IsoKind, { min, max }: { min?: unknown; max?: unknown }, now: string): Limits {
  const limit = (option: string, value: unknown) => (value === undefined ? undefined : isoOption(call, kind, option, value, now));
  const limits = { min: limit("min", min), max: limit("max", max) };
  if (limits.min !== undefined && limits.max !== undefined && limits.min > limits.max) {
    throw badOption(call, "min", `at most max (${limits.max})`, limits.min);
  }
  return limits;
}

/** An option that is an ISO text or the word for the current moment. */
export function isoOption(call: string, { what, word, is }: IsoKind, option: string, value: unknown, now: string): string {
  if (value === word) return now;
  if (!is(value)) throw badOption(call, option, `${what} or "${word}"`, value);
  return value;
}

/** The initial value: the current moment is moved into the limits, anything else must lie in them. */
export function initialIso(call: string, kind: IsoKind, value: unknown, { min, max }: Limits, now: string): string {
  const given = isoOption(call, kind, "value", value, now);
  if (value !== kind.word) checkWithin(call, given, { min, max });
  if (min !== undefined && given < min) return min;
  return max !== undefined && given > max ? max : given;
}

/** Checks that an initial value lies within the limits. */
export function checkWithin(call: string, value: string, { min, max }: Limits): void {
  if (min !== undefined && value < min) throw badOption(call, "value", `at least min (${min})`, value);
  if (max !== undefined && value > max) throw badOption(call, "value", `at most max (${max})`, value);
}

export function checkDateFormat(call: string, format: unknown): void {
  checkChoice(call, "format", format, DATE_FORMATS);
}
