import { expect, test } from "vitest";
import { dedented } from "./dedented.ts";

test.each([
  ["as it is", "as it is"],
  ["first\n    code stays", "first\n    code stays"],
  ["\n    a\n      b\n    c\n  ", "a\n  b\nc"],
  ["\n\ta\n\t\tb", "a\n\tb"],
  ["\n    a\n\n  b", "  a\n\nb"],
  ["    a", "a"],
  ["\n\n", ""],
  ["", ""],
])("%j becomes %j", (text, plain) => {
  expect(dedented(text)).toBe(plain);
});
