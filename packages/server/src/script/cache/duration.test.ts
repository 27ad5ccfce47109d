import { expect, test } from "vitest";
import { milliseconds } from "./duration.ts";

test.each([
  [2, 2000],
  [0.5, 500],
  ["500ms", 500],
  ["90s", 90_000],
  ["10m", 600_000],
  ["1h30m", 5_400_000],
  ["1d2h", 93_600_000],
  ["1.5h", 5_400_000],
  [Infinity, Infinity],
])("%s is %d ms", (duration, ms) => {
  expect(milliseconds(duration)).toBe(ms);
});

test.each([0, -1, Number.NaN, "", "10", "m", "10 m", "1h-5m", "0s"])("%s is no duration", (duration) => {
  expect(milliseconds(duration)).toBeUndefined();
});
