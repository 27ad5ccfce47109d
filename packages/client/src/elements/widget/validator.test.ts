import { expect, test } from "vitest";
import { validator } from "./validator.ts";

test("a text that does not match is told of", () => {
  const check = validator("[0-9]{9}", "nine digits");
  expect(check("123456789")).toBeUndefined();
  expect(check("1234567890")).toBe("nine digits");
  expect(validator("[0-9]{9}")("1")).toBe("");
});

test("nothing entered is nothing wrong", () => {
  expect(validator("[0-9]{9}", "nine digits")("")).toBeUndefined();
});

test("no rule and a broken one refuse nothing", () => {
  expect(validator(undefined)("x")).toBeUndefined();
  expect(validator("(")("x")).toBeUndefined();
});
