import { expect, test } from "vitest";
import { textPattern } from "./text-pattern.ts";

test("a text must match as a whole, in each of the alternatives", () => {
  expect(textPattern("[0-9]{9}")?.test("123456789")).toBe(true);
  expect(textPattern("[0-9]{9}")?.test("1234567890")).toBe(false);
  expect(textPattern("a|b")?.test("ax")).toBe(false);
});

test("a pattern of the older syntax counts too, and one that is none is none", () => {
  expect(textPattern(String.raw`\d\-\d`)?.test("1-2")).toBe(true);
  expect(textPattern("[\\p{L}--[a-z]]")?.test("A")).toBe(true);
  expect(textPattern("(")).toBeUndefined();
  expect(textPattern("a)|(b")).toBeUndefined();
});

test("however many patterns there are, each keeps its meaning", () => {
  for (let i = 0; i < 500; i++) expect(textPattern(`x${i}`)?.test(`x${i}`)).toBe(true);
  expect(textPattern("x0")?.test("x1")).toBe(false);
});
