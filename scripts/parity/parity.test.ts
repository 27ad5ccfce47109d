import { expect, test } from "vitest";
import { parityProblems } from "../parity.mjs";

test("docs/PARITY.md says what the declarations, type tests and pages of the playground say", () => {
  expect(parityProblems()).toEqual([]);
});
