import { expect, test } from "vitest";
import { validator } from "./validator.ts";

test("a text that does not match is told of", () => {
  const check = validator({ pattern: "[0-9]{9}" }, "nine digits");
  expect(check("123456789")).toBeUndefined();
  expect(check("1234567890")).toBe("nine digits");
  expect(validator({ pattern: "[0-9]{9}" })("1")).toBe("");
});

test("nothing entered is nothing wrong", () => {
  expect(validator({ pattern: "[0-9]{9}" }, "nine digits")("")).toBeUndefined();
});

test("no rule and a broken one refuse nothing", () => {
  expect(validator({})("x")).toBeUndefined();
  expect(validator({ pattern: "(" })("x")).toBeUndefined();
});

test("a text that is too short is told of, whatever its form", () => {
  const check = validator({ minLength: 3, pattern: "[0-9]+" }, "digits");
  expect(check("12")).toBe("3 characters at least");
  expect(check("123")).toBeUndefined();
  expect(check("abc")).toBe("digits");
  expect(check("")).toBeUndefined();
});
