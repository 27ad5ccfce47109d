import { expect, test } from "vitest";
import { validator } from "./validator.ts";

test("a text must match as a whole", () => {
  const check = validator(["[0-9]{9}", "nine digits"]);
  expect(check("123456789")).toBeUndefined();
  expect(check("1234567890")).toBe("nine digits");
});

test("alternatives are anchored on both sides", () => {
  expect(validator(["a|b"])("ax")).toBe("");
});

test("no rule and a broken one refuse nothing", () => {
  expect(validator(undefined)("x")).toBeUndefined();
  expect(validator(["("])("x")).toBeUndefined();
});
