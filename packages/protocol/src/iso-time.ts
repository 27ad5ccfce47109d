import { ParseError, type Parser } from "./parse.ts";

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = /^([01]\d|2[0-3]):[0-5]\d$/;
const SECOND = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/** True for a day of the calendar such as "2026-11-22", in the years 0001 to 9999. */
export function isIsoDate(text: unknown): text is string {
  if (typeof text !== "string" || !DATE.test(text) || text.startsWith("0000")) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  // The 31st of April would become the 1st of May.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** True for a time of day: "13:45", or "13:45:30" with `seconds`. */
export function isIsoTime(text: unknown, seconds = false): text is string {
  return typeof text === "string" && (seconds ? SECOND : MINUTE).test(text);
}

/** True for a day and a time of it, to the minute: "2026-11-22T13:45". */
export function isIsoDatetime(text: unknown): text is string {
  return typeof text === "string" && text[10] === "T" && isIsoDate(text.slice(0, 10)) && isIsoTime(text.slice(11));
}

/** Makes a parser of ISO texts that `fits` accepts and that lie within limits; texts of one kind sort as their times do. */
export function isoParser(
  what: string,
  fits: (text: unknown) => text is string,
  { min, max }: { readonly min?: string | undefined; readonly max?: string | undefined } = {},
): Parser<string> {
  return (raw) => {
    if (!fits(raw)) throw new ParseError(what, raw);
    if ((min !== undefined && raw < min) || (max !== undefined && raw > max)) {
      throw new ParseError([what, min && `from ${min}`, max && `to ${max}`].filter(Boolean).join(" "), raw);
    }
    return raw;
  };
}
