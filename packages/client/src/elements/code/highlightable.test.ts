import { expect, test } from "vitest";
import { isHighlightable } from "./highlightable.ts";

test("code of any shape is highlighted, but none that would hold up the page", () => {
  expect(isHighlightable("const a = foo(bar, 12);\n".repeat(5000))).toBe(true);
  expect(isHighlightable("a=b(c,1);".repeat(5500))).toBe(true);
  expect(isHighlightable("x".repeat(50_000))).toBe(false);
  expect(isHighlightable(`const image = "${"iVBORw0KGgo".repeat(500)}";`)).toBe(false);
  expect(isHighlightable("a b\n".repeat(100_000))).toBe(false);
});
