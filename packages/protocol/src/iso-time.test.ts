import { expect, test } from "vitest";
import { isIsoDate, isIsoDatetime, isIsoTime, isoParser } from "./iso-time.ts";

test.each(["2026-11-22", "2024-02-29", "0001-01-01", "9999-12-31"])("%s is a day", (text) => {
  expect(isIsoDate(text)).toBe(true);
});

test.each(["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01", "2026-1-1", "2026-11-22T00:00", "", null, 20261122])(
  "%s is no day",
  (text) => {
    expect(isIsoDate(text)).toBe(false);
  },
);

test("a time has seconds exactly where they are asked for", () => {
  expect([isIsoTime("23:59"), isIsoTime("23:59:59", true)]).toEqual([true, true]);
  expect([isIsoTime("24:00"), isIsoTime("9:00"), isIsoTime("09:00:00"), isIsoTime("09:00", true)]).toEqual([false, false, false, false]);
});

test("a datetime is a day and a time", () => {
  expect(isIsoDatetime("2026-11-22T13:45")).toBe(true);
  for (const bad of ["2026-11-22 13:45", "2026-02-30T13:45", "2026-11-22T13:45:00", "2026-11-22T13:45Z", "2026-11-22"]) {
    expect(isIsoDatetime(bad), bad).toBe(false);
  }
});

test("limits belong to what is allowed", () => {
  const parse = isoParser("a date", isIsoDate, { min: "2026-01-01", max: "2026-12-31" });
  expect(parse("2026-01-01")).toBe("2026-01-01");
  expect(() => parse("2027-01-01")).toThrow('expected a date from 2026-01-01 to 2026-12-31, got "2027-01-01"');
});
