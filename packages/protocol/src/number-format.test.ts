import { expect, test } from "vitest";
import { formatNumber, isNumberFormat, NUMBER_PRESETS } from "./number-format.ts";

test.each([
  ["plain", 1234.5, "1234.5"],
  ["localized", 1234567.891, "1,234,567.891"],
  ["percent", 0.1234, "12.34%"],
  ["dollar", -1234.5, "-$1,234.50"],
  ["euro", 1234.5, "€1,234.50"],
  ["yen", 1234.5, "¥1,235"],
  ["accounting", -1234.5, "(1,234.50)"],
  ["bytes", 0, "0 B"],
  ["bytes", 1_540_000, "1.5 MB"],
  ["compact", 12_345, "12.3K"],
  ["scientific", 12_345, "1.235E4"],
  ["engineering", 12_345, "12.345E3"],
  ["%d", 3.9, "3"],
  ["%.2f km", 3.14159, "3.14 km"],
  ["%+.1f", 2, "+2.0"],
  ["%,d", 1234567, "1,234,567"],
  ["%,.2f", -1234.5, "-1,234.50"],
  ["%05d", -42, "-0042"],
  ["%-6d|", 42, "42    |"],
  ["%.1e", 12345, "1.2e+04"],
  ["%g", 0.5, "0.5"],
  ["%.0f%%", 12.4, "12%"],
  ["%.1f", -0.01, "0.0"],
  ["0x%04X", 255, "0x00FF"],
  ["%o", 8, "10"],
  ["%b", 5, "101"],
  ["%s EUR", 1.5, "1.5 EUR"],
])("%s shows %d as %s", (format, value, shown) => {
  expect(formatNumber(value, format)).toBe(shown);
  expect(isNumberFormat(format)).toBe(true);
});

test.each(["", "km", "%", "%y", "%d of %d", "%.2f %", "dollars"])("%j is no format", (format) => {
  expect(isNumberFormat(format)).toBe(false);
});

test("what is no number of this world is shown by its name", () => {
  for (const preset of NUMBER_PRESETS) expect(formatNumber(Infinity, preset)).toBe("Infinity");
});

test("every format follows a locale but those that no language changes", () => {
  expect(formatNumber(1234.5, "localized", "de-DE")).toBe("1.234,5");
  expect(formatNumber(1234.5, "dollar", "de-DE")).toBe("1.234,50\u00a0$");
  expect(formatNumber(1234.5, "plain", "de-DE")).toBe("1234,5");
  expect(formatNumber(1234.5, "%,.2f km", "de-DE")).toBe("1.234,50 km");
  expect(formatNumber(1234.5, "%.1f", "ar-EG")).toBe("١٢٣٤٫٥");
  expect(formatNumber(255, "0x%x", "ar-EG")).toBe("0xff");
});
