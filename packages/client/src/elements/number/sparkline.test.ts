import { expect, test } from "vitest";
import { sparkline } from "./sparkline.ts";

test("a line goes from edge to edge, lowest at the bottom, highest at the top", () => {
  expect(sparkline([0, 10, 5], "line").line).toBe("M0 30L50 2L100 16");
});

test("an area closes at the ground", () => {
  expect(sparkline([0, 10], "area").area).toBe("M0 32L0 30L100 2L100 32Z");
});

test("equal values are a level line in the middle", () => {
  expect(sparkline([3, 3], "line").line).toBe("M0 16L100 16");
  expect(sparkline([3], "line").line).toBe("M0 16H100");
});

test("a gap cuts the line", () => {
  expect(sparkline([0, 10, Number.NaN, 5, 0], "line").line).toBe("M0 30L25 2M75 16L100 30");
});

test("bars stand on zero, also the negative ones", () => {
  expect(sparkline([10, -10], "bar").line).toBe("M7.5 16h35V2h-35ZM57.5 16h35V30h-35Z");
});

test("no data draws nothing", () => {
  expect(sparkline([], "line")).toEqual({ line: "", area: "" });
  expect(sparkline([Number.NaN], "bar").line).toBe("");
});

test("many points keep their peaks", () => {
  const data = Array.from({ length: 100_000 }, (_, at) => (at === 77_777 ? 1000 : Math.sin(at)));
  const { line } = sparkline(data, "line");
  expect(line.length).toBeLessThan(8000);
  expect(line).toMatch(/ 2(L|$)/);
});
