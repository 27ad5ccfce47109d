import type { ClientFacts } from "@rivulet/protocol";
import type { Container } from "../container.ts";

/** Kept, since making one takes as long as a run of a small page. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const MAX_CLOCKS = 500;

/** The user's date and time to the minute, "2026-11-22T13:45"; the server's if the browser did not tell its time zone. */
export function userNow(container: Container, call: string): string {
  return wallClock(container.at(call).ctx.session.facts, new Date());
}

/** The date and time to the minute that a clock where the user is shows at a moment. */
export function wallClock({ timezone = "" }: ClientFacts, moment: Date): string {
  const parts = Object.fromEntries(
    clockIn(timezone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

function clockIn(timezone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timezone);
  if (clock === undefined) {
    // The names come from browsers, and one zone has many spellings.
    if (clocks.size >= MAX_CLOCKS) clocks.clear();
    clocks.set(timezone, (clock = makeClock(timezone)));
  }
  return clock;
}

function makeClock(timezone: string): Intl.DateTimeFormat {
  const two = "2-digit";
  const parts = { year: "numeric", month: two, day: two, hour: two, minute: two, hourCycle: "h23" } as const;
  try {
    return new Intl.DateTimeFormat("en", timezone === "" ? parts : { ...parts, timeZone: timezone });
  } catch {
    // A browser may know zones that this Node does not.
    return new Intl.DateTimeFormat("en", parts);
  }
}
