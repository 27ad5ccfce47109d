import { expect, test } from "vitest";
import { addDays, addMonths, clampDay, startOfWeek, weeksOfMonth } from "./calendar.ts";

test("days go over months and years, and stop where the calendar does", () => {
  expect([addDays("2026-12-31", 1), addDays("2024-03-01", -1)]).toEqual(["2027-01-01", "2024-02-29"]);
  expect([addDays("9999-12-31", 1), addDays("0001-01-01", -7)]).toEqual(["9999-12-31", "0001-01-01"]);
});

test("a month's end stays in the month", () => {
  expect([addMonths("2026-01-31", 1), addMonths("2024-02-29", 12), addMonths("2026-03-15", -3)]).toEqual([
    "2026-02-28",
    "2025-02-28",
    "2025-12-15",
  ]);
  expect([addMonths("9999-12-31", 1), addMonths("0001-01-05", -1)]).toEqual(["9999-12-31", "0001-01-01"]);
});

test("weeks begin where the locale begins them", () => {
  expect([startOfWeek("2026-11-22", 1), startOfWeek("2026-11-22", 0), startOfWeek("2026-11-22", 6)]).toEqual([
    "2026-11-16",
    "2026-11-22",
    "2026-11-21",
  ]);
});

test("a month has six weeks", () => {
  const weeks = weeksOfMonth("2026-11-22", 1);
  expect(weeks.map((week) => week[0])).toEqual(["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"]);
  expect(weeksOfMonth("9999-12-31", 1).flat().filter(Boolean).at(-1)).toBe("9999-12-31");
});

test("a day is moved into the limits", () => {
  expect([clampDay("2026-01-01", "2026-02-01"), clampDay("2026-03-01", undefined, "2026-02-01"), clampDay("2026-01-01")]).toEqual([
    "2026-02-01",
    "2026-02-01",
    "2026-01-01",
  ]);
});
