import { expect, test } from "vitest";
import { createContext, runInContext } from "node:vm";
import { dateText, inlineCode, isPlainObject } from "./value-text.ts";

test.each([
  ["2026-11-22T00:00:00Z", "2026-11-22"],
  ["2026-11-22T13:45:30.250Z", "2026-11-22 13:45:30 UTC"],
  ["-000100-01-01T00:00:00Z", "-000100-01-01"],
  ["never", "Invalid Date"],
])("the date %s is shown as %s", (date, text) => {
  expect(dateText(new Date(date))).toBe(text);
});

test.each([
  ["a", "`a`"],
  ["a`b", "``a`b``"],
  ["`", "`` ` ``"],
  ["", "`  `"],
  ["a\nb", "`a b`"],
])("%j as inline code is %j", (text, code) => {
  expect(inlineCode(text)).toBe(code);
});

test("plain objects are those of any realm, and no others", () => {
  const foreign: unknown = runInContext("({ a: 1 })", createContext());
  for (const plain of [{}, Object.create(null), foreign]) expect(isPlainObject(plain)).toBe(true);
  for (const other of [[], new Map(), new Date(), new (class Ship {})(), null, "a", () => 1]) expect(isPlainObject(other)).toBe(false);
});
