import { expect, test } from "vitest";
import { findSuspect } from "./blame.ts";

const suspect = (begun: boolean, runningSince: number, deaths = 0) => ({ begun, runningSince, deaths });

test("[SR8] the one that the worker had noted is to blame, if a request of it is under way", () => {
  const noted = suspect(true, 1);
  const others = [suspect(true, 3), suspect(true, 2, 1)];
  expect(findSuspect([...others, noted], noted)).toBe(noted);
  const idle = suspect(false, 4);
  expect(findSuspect([...others, idle], idle)).toBe(others[1]);
});

test("[SR8] nobody in flight, nobody to blame", () => {
  expect(findSuspect([suspect(false, 1)])).toBeUndefined();
});

test("[SR8] the only request in flight is to blame, whoever began last", () => {
  const culprit = suspect(true, 1);
  expect(findSuspect([suspect(false, 2), culprit])).toBe(culprit);
});

test("[SR8] of several the one posted last is, unless one has been through a death before", () => {
  const last = suspect(true, 3);
  const again = suspect(true, 1, 1);
  expect(findSuspect([suspect(true, 2), last])).toBe(last);
  expect(findSuspect([last, again])).toBe(again);
});

test("[SR8] in a worker that was resting nobody is to blame, but who is there whenever one ends", () => {
  const noted = suspect(true, 1);
  const again = suspect(true, 2, 1);
  const always = suspect(true, 3, 3);
  expect(findSuspect([noted, again], noted, true)).toBeUndefined();
  expect(findSuspect([noted, again, always], noted, true)).toBe(always);
});
