import { expect, test } from "vitest";
import { decimalsOf } from "./decimals.ts";

test("a step says how many decimals there are", () => {
  expect([0.25, 10, 0.1, 1e-7, 2.5e-3, 1e21].map(decimalsOf)).toEqual([2, 0, 1, 7, 4, 0]);
});
