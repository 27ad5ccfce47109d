import { expect, test } from "vitest";
import { readTime, timesOfDay, timeWriter } from "./time-text.ts";

test.each([
  ["9", "09:00"],
  ["945", "09:45"],
  ["0945", "09:45"],
  ["21:45", "21:45"],
  ["9.45", "09:45"],
  ["9:45 pm", "21:45"],
  ["12am", "00:00"],
  ["12:30 PM", "12:30"],
  ["9h30", "09:30"],
  ["9:45:00", "09:45"],
])("%s is %s", (text, time) => {
  expect(readTime(text, false)).toBe(time);
});

test.each(["", "24:00", "9:60", "13 pm", "0 am", "soon", "9:45:30", "9:4"])("%j is no time", (text) => {
  expect(readTime(text, false)).toBeUndefined();
});

test("seconds are read where there are some", () => {
  expect([readTime("9:45:30", true), readTime("9:45", true)]).toEqual(["09:45:30", "09:45:00"]);
});

test("a time is shown as its format says", () => {
  expect(timeWriter(false)("13:05")).toBe("13:05");
  expect(timeWriter(true, "12h")("13:05:30")).toBe("1:05:30 PM");
  expect(timeWriter(false, "12h")("00:05")).toBe("12:05 AM");
  expect([timeWriter(false, "localized", "de-DE")("13:05"), timeWriter(false, "localized", "en-US")("13:05")]).toEqual([
    "13:05",
    "1:05 PM",
  ]);
});

test("a day has as many times as its step says", () => {
  expect(timesOfDay(900)).toHaveLength(96);
  expect(timesOfDay(21_600)).toEqual(["00:00", "06:00", "12:00", "18:00"]);
  expect(timesOfDay(45).slice(0, 3)).toEqual(["00:00:00", "00:00:45", "00:01:30"]);
});
