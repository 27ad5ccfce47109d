import { isIsoDate, isIsoTime } from "./iso-time.ts";

/** What an ISO text may stand for: a day, a time of day, or a time of a day. */
export type MomentKind = "date" | "time" | "datetime";

/** True for an ISO text of this kind, to the minute or to the second. */
export function isIsoMoment(text: unknown, kind: MomentKind, seconds = false): text is string {
  if (kind === "date") return isIsoDate(text);
  if (kind === "time") return isIsoTime(text, seconds);
  return typeof text === "string" && text[10] === "T" && isIsoDate(text.slice(0, 10)) && isIsoTime(text.slice(11), seconds);
}

/** The kind of an ISO text, and whether it is to the second; undefined if it is none. */
export function momentKind(text: unknown): { readonly kind: MomentKind; readonly seconds: boolean } | undefined {
  for (const kind of ["date", "time", "datetime"] as const) {
    for (const seconds of [false, true]) if (isIsoMoment(text, kind, seconds)) return { kind, seconds: seconds && kind !== "date" };
  }
  return undefined;
}

/** Milliseconds on a line that knows no time zones; times of day lie on its first day. */
export function momentToMs(text: string, kind: MomentKind): number {
  if (kind === "date") return Date.parse(`${text}T00:00Z`);
  return Date.parse(kind === "time" ? `1970-01-01T${text}Z` : `${text}Z`);
}

/** The ISO text of milliseconds on that line. */
export function msToMoment(ms: number, kind: MomentKind, seconds = false): string {
  const end = seconds ? 19 : 16;
  const [from, to] = kind === "date" ? [0, 10] : [kind === "time" ? 11 : 0, end];
  return new Date(ms).toISOString().slice(from, to);
}

/** What a pattern can show of a moment; longer ones first. */
const TOKENS = /\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|M|DD|D|dddd|ddd|HH|H|hh|h|mm|m|ss|s|A|a/g;

/** True for "localized" (the browser's own way) and for patterns such as "ddd, D MMM YYYY, HH:mm"; other letters stand in brackets. */
export function isMomentFormat(format: string): boolean {
  if (format === "localized") return true;
  const rest = format.replaceAll(TOKENS, "");
  return !/[A-Za-z]/.test(rest) && /[A-Za-z]/.test(format.replaceAll(/\[[^\]]*\]/g, ""));
}

/** Shows a moment by a pattern. */
export function showMoment(ms: number, format: string, locale: string): string {
  const date = new Date(ms);
  const named = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  const two = (number: number) => String(number).padStart(2, "0");
  const parts: Readonly<Record<string, () => string | number>> = {
    YYYY: () => String(year).padStart(4, "0"),
    YY: () => two(year % 100),
    MMMM: () => named({ month: "long" }),
    MMM: () => named({ month: "short" }),
    MM: () => two(month),
    M: () => month,
    DD: () => two(day),
    D: () => day,
    dddd: () => named({ weekday: "long" }),
    ddd: () => named({ weekday: "short" }),
    HH: () => two(hour),
    H: () => hour,
    hh: () => two(hour % 12 || 12),
    h: () => hour % 12 || 12,
    mm: () => two(minute),
    m: () => minute,
    ss: () => two(second),
    s: () => second,
    A: () => (hour < 12 ? "AM" : "PM"),
    a: () => (hour < 12 ? "am" : "pm"),
  };
  return format.replaceAll(TOKENS, (token) => (token.startsWith("[") ? token.slice(1, -1) : String(parts[token]?.())));
}
