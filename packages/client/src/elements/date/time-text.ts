import type { TimeFormat } from "@rivulet/protocol";

/** Makes what writes times of day as a format has them; without a locale, that of the browser. */
export function timeWriter(seconds: boolean, format: TimeFormat = "24h", locale?: string): (time: string) => string {
  if (format === "24h") return (time) => time;
  const options = { hour: "numeric", minute: "2-digit", timeZone: "UTC", ...(seconds ? ({ second: "2-digit" } as const) : {}) } as const;
  // "12h" is the English way in any language: "1:45 PM".
  const style = new Intl.DateTimeFormat(format === "12h" ? "en-US" : locale, options);
  // Some locales put a narrow space there, which nobody types.
  return (time) => style.format(new Date(`1970-01-01T${time}Z`)).replaceAll(/\s/g, " ");
}

const TIME = /^(\d{1,2})(?:[:.h ]?(\d{2}))?(?:[:. ]?(\d{2}))?\s*(?:([ap])\.?m?\.?)?$/i;

/** The time that a text stands for: "9", "945", "9:45", "9:45 pm". Undefined if it is none. */
export function readTime(text: string, seconds: boolean): string | undefined {
  const found = TIME.exec(text.trim());
  if (!found) return undefined;
  const [, hours = "", minutes = "00", rest, half] = found;
  if (!seconds && rest !== undefined && rest !== "00") return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || (half !== undefined && (Number(hours) > 12 || Number(hours) === 0)) || Number(minutes) > 59 || Number(rest ?? 0) > 59) {
    return undefined;
  }
  const time = `${String(hour).padStart(2, "0")}:${minutes}`;
  return seconds ? `${time}:${rest ?? "00"}` : time;
}

/** The times of a day from midnight on, `step` seconds apart. */
export function timesOfDay(step: number): readonly string[] {
  const end = step % 60 === 0 ? 16 : 19;
  return Array.from({ length: Math.ceil(86_400 / step) }, (_, at) => new Date(at * step * 1000).toISOString().slice(11, end));
}
