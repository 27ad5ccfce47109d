import { formatNumber } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { addSteps, clampNumber, parseNumber, reads } from "./parse-number.ts";

test.each([
  ["42", 42],
  [" -3.5 ", -3.5],
  ["−3", -3],
  ["1.", 1],
  [".5", 0.5],
  [",5", 0.5],
  ["1,5", 1.5],
  ["1,234", 1234],
  ["0,123", 0.123],
  ["1,234,567", 1_234_567],
  ["1,234.5", 1234.5],
  ["1.234,5", 1234.5],
  ["1.234.567", 1_234_567],
  ["1 234", 1234],
  ["1'234.50", 1234.5],
  ["$5.20", 5.2],
  ["8.2 m", 8.2],
  ["(12.50)", -12.5],
  ["1e3", 1000],
  ["2E-2", 0.02],
])("%s is %d", (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(["", "-", "abc", "1 to 5x6", "1-2", "."])("%j is no number", (text) => {
  expect(parseNumber(text)).toBeUndefined();
});

test("clamping keeps to the limits and to whole numbers", () => {
  expect(clampNumber(500, { min: 0, max: 120, integer: true })).toBe(120);
  expect(clampNumber(-1, { min: 0, integer: false })).toBe(0);
  expect(clampNumber(2.6, { integer: true })).toBe(3);
  expect(Object.is(clampNumber(-0.2, { integer: true }), 0)).toBe(true);
  expect(clampNumber(1e300, { integer: false })).toBe(Number.MAX_SAFE_INTEGER);
});

test("steps add without dust", () => {
  expect(addSteps(0.1, 0.2, 1)).toBe(0.3);
});

test("a percentage is a hundredth where per cent are shown", () => {
  expect(parseNumber("25%", true)).toBe(0.25);
  expect(parseNumber("0.25", true)).toBe(0.25);
  expect(parseNumber("25%")).toBe(25);
});

test("a text that loses something does not read as its number", () => {
  expect(reads("1,234.50", 1234.5)).toBe(true);
  expect(reads("12.3K", 12_345)).toBe(false);
  expect(reads("25.6%", 0.256)).toBe(false);
  expect(reads("182.6", 182.57)).toBe(false);
});

test.each([
  ["1,5", "de", 1.5],
  ["1.234", "de", 1234],
  ["1.5", "de", 1.5],
  ["1,234", "de", 1.234],
  ["1.234.567,89 €", "de", 1_234_567.89],
  ["1’234.5", "de-CH", 1234.5],
  ["1 234,5", "fr", 1234.5],
  ["١٬٢٣٤٫٥", "ar-EG", 1234.5],
  ["\u061c-٧", "ar-EG", -7],
  ["1,234.5", "ar-EG", 1234.5],
  ["1,234", "zh-CN", 1234],
])("%s in %s is %d", (text, locale, number) => {
  expect(parseNumber(text, false, locale)).toBe(number);
});

test.each(["de", "fr", "ar-EG", "ar", "zh-CN", "hi", "de-CH", "en-US"])("in %s what is shown is read as the same number", (locale) => {
  for (const number of [0, -1.5, 1234.567, 0.001, 12_345_678, -0.25])
    for (const format of ["plain", "localized", "%.3f", "%,.2f", "euro"])
      expect([
        format,
        number,
        reads(formatNumber(number, format, locale), Number(number.toFixed(format === "%,.2f" || format === "euro" ? 2 : 3)), locale),
      ]).toEqual([format, number, true]);
});
