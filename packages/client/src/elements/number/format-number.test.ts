import { expect, test } from "vitest";
import { decimalsOf, formatNumber, printf } from "./format-number.ts";

test.each([
  ["%d", 42.9, "42"],
  ["%.2f", 182.5, "182.50"],
  ["%.1f km", -3.14, "-3.1 km"],
  ["%f", 1, "1.000000"],
  ["%5d|", 42, "   42|"],
  ["%-5d|", 42, "42   |"],
  ["%05d", -42, "-0042"],
  ["%+d", 7, "+7"],
  ["%,d", 1_234_567, "1,234,567"],
  ["$%,.2f", 1234.5, "$1,234.50"],
  ["%d%%", 80, "80%"],
  ["%e", 12_345, "1.234500e+04"],
  ["%.3g", 1234.567, "1230"],
  ["%X", 255, "FF"],
  ["%.0f", -0.4, "0"],
  ["no number", 1, "no number"],
])("%s of %d is %s", (format, value, shown) => {
  expect(printf(format, value)).toBe(shown);
});

test.each([
  ["plain", 1234.5, "1234.5"],
  ["percent", 0.256, "25.6%"],
  ["dollar", 1234.5, "$1,234.50"],
  ["accounting", -1234.5, "(1,234.50)"],
  ["bytes", 1_234_567, "1.2 MB"],
  ["bytes", 0, "0 B"],
  ["compact", 12_345, "12.3K"],
  ["scientific", 12_345, "1.235E4"],
])("preset %s of %d is %s", (format, value, shown) => {
  expect(formatNumber(value, format)).toBe(shown);
});

test("without a format a number is as it is", () => {
  expect(formatNumber(0.1, undefined)).toBe("0.1");
});

test("a step says how many decimals there are", () => {
  expect([0.25, 10, 0.1, 1e-7, 2.5e-3, 1e21].map(decimalsOf)).toEqual([2, 0, 1, 7, 4, 0]);
});
