import { expect, test } from "vitest";
import { insertSorted } from "./insert.mjs";

const where = { like: /^ {2}\w+,$/, file: "list.ts" };

test.each([
  ["first", "  a,", "x\n  a,\n  b,\n  d,\ny"],
  ["between", "  c,", "x\n  b,\n  c,\n  d,\ny"],
  ["last", "  e,", "x\n  b,\n  d,\n  e,\ny"],
])("a line can become the %s of its list", (_, line, result) => {
  expect(insertSorted("x\n  b,\n  d,\ny", line, where)).toBe(result);
});

test("the longest list wins over a lone line that looks alike", () => {
  expect(insertSorted("  z,\n-\n  b,\n  d,", "  c,", where)).toBe("  z,\n-\n  b,\n  c,\n  d,");
});

test("a list that is gone is named", () => {
  expect(() => insertSorted("nothing", "  c,", where)).toThrow("list.ts has no line like");
});
