import { expect, test } from "vitest";
import { wallClock } from "./wall-clock.ts";

const moment = new Date("2026-11-22T23:59:40Z");

test.each([
  ["Europe/Berlin", "2026-11-23T00:59"],
  ["America/New_York", "2026-11-22T18:59"],
  ["Asia/Kathmandu", "2026-11-23T05:44"],
  ["UTC", "2026-11-22T23:59"],
])("a clock in %s shows %s", (timezone, shown) => {
  expect(wallClock({ timezone }, moment)).toBe(shown);
});

test("midnight is hour 0", () => {
  expect(wallClock({ timezone: "UTC" }, new Date("2026-11-22T00:05:00Z"))).toBe("2026-11-22T00:05");
});

test("an unknown or untold zone is the server's", () => {
  const { format } = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" });
  const here = format(moment).replace(" ", "T");
  expect(wallClock({}, moment)).toBe(here);
  expect(wallClock({ timezone: "Moon/Tycho" }, moment)).toBe(here);
});
