import type { DateFormat } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { readDate, showDate } from "./date-text.ts";

test.each<[DateFormat, string]>([
  ["YYYY/MM/DD", "2026/03/09"],
  ["DD.MM.YYYY", "09.03.2026"],
  ["MM-DD-YYYY", "03-09-2026"],
])("%s shows and reads %s", (format, text) => {
  expect(showDate("2026-03-09", format)).toBe(text);
  expect(readDate(text, format)).toBe("2026-03-09");
});

test.each(["9.3.2026", " 9/3/2026 ", "09 03 2026", "09032026", "2026-03-09", "2026-3-9", "9.3.26"])(
  "%s is read with DD.MM.YYYY",
  (text) => {
    expect(readDate(text, "DD.MM.YYYY")).toBe("2026-03-09");
  },
);

test.each(["", "9.3", "31.02.2026", "9.13.2026", "today", "9.3.2026.1", "09.03.02026"])("%j is no day", (text) => {
  expect(readDate(text, "DD.MM.YYYY")).toBeUndefined();
});

test("two digits of a year are the nearest that birthdays need", () => {
  expect(readDate("1.1.85", "DD.MM.YYYY")).toBe("1985-01-01");
});
