import { expect, test } from "vitest";
import { findSuspect } from "./blame.ts";

const suspect = (inFlight: boolean, runningSince: number, repeated = false) => ({ inFlight, runningSince, repeated });

test("[SR8] nobody in flight, nobody to blame", () => {
  expect(findSuspect([suspect(false, 1)])).toBeUndefined();
});

test("[SR8] the only request in flight is to blame, whoever began last", () => {
  const culprit = suspect(true, 1);
  expect(findSuspect([suspect(false, 2), culprit])).toBe(culprit);
});

test("[SR8] of several the one posted last is, unless one has been through a death before", () => {
  const last = suspect(true, 3);
  const again = suspect(true, 1, true);
  expect(findSuspect([suspect(true, 2), last])).toBe(last);
  expect(findSuspect([last, again])).toBe(again);
});

test("[SR8] of several in flight the one that called st last is blamed, unless another has been through a death before", () => {
  const [first, second, third] = [suspect(true, 3), suspect(true, 2), suspect(true, 1, true)];
  expect(findSuspect([first, second], second)).toBe(second);
  expect(findSuspect([first, second, third], second)).toBe(third);
  expect(findSuspect([first], second)).toBe(first);
});
