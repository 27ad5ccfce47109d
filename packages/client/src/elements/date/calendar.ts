const DAY_MS = 86_400_000;
export const FIRST_DAY = "0001-01-01";
export const LAST_DAY = "9999-12-31";

/** A day's place in time, free of time zones. */
export function utc(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function isoOf(time: number): string {
  return new Date(Math.max(utc(FIRST_DAY).getTime(), Math.min(time, utc(LAST_DAY).getTime()))).toISOString().slice(0, 10);
}

/** The nearest day that limits allow. */
export function clampDay(day: string, min: string = FIRST_DAY, max: string = LAST_DAY): string {
  return day < min ? min : day > max ? max : day;
}

export function addDays(day: string, days: number): string {
  return isoOf(utc(day).getTime() + days * DAY_MS);
}

/** The same day of another month, or that month's last. */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(date);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(wanted, last.getUTCDate()));
  return isoOf(date.getTime());
}

/** The first day of a day's week, when weeks begin on `weekStart` (0 is Sunday). */
export function startOfWeek(day: string, weekStart: number): string {
  return addDays(day, -((utc(day).getUTCDay() - weekStart + 7) % 7));
}

/** Six weeks that hold a day's month, so that the calendar keeps its height. Undefined: beyond the years there are. */
export function weeksOfMonth(day: string, weekStart: number): readonly (readonly (string | undefined)[])[] {
  const first = utc(`${day.slice(0, 8)}01`);
  const lead = (first.getUTCDay() - weekStart + 7) % 7;
  const at = (offset: number) => {
    const time = first.getTime() + (offset - lead) * DAY_MS;
    return time < utc(FIRST_DAY).getTime() || time > utc(LAST_DAY).getTime() ? undefined : isoOf(time);
  };
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, weekday) => at(week * 7 + weekday)));
}

/** The user's own day. */
export function today(): string {
  const now = new Date();
  return isoOf(now.getTime() - now.getTimezoneOffset() * 60_000);
}
