import { expect, test } from "vitest";
import { ScriptRequests } from "./script-requests.ts";

const update = (value: unknown) => ({ seen: 1, values: [["w", value] as const] });

test("[SR5] requests are numbered, and open until their end is heard of", () => {
  const requests = new ScriptRequests();
  expect(requests.inFlight).toBe(false);
  expect(requests.add(1, update("a"), 10)).toEqual({ no: 1, n: 1, updates: [update("a")] });
  expect(requests.add(1)).toEqual({ no: 2, n: 1, updates: [] });
  expect(requests.drop(1)).toBe(1);
  expect(requests.inFlight).toBe(true);
  expect(requests.drop(2)).toBe(1);
  expect(requests.inFlight).toBe(false);
  expect(requests.last).toBe(2);
});

test("[SR8] merged requests hold every open update in order, under a new number", () => {
  const requests = new ScriptRequests();
  requests.add(1, update("ended"), 1);
  requests.add(2, update("a"), 2);
  requests.add(3, update("b"), 4);
  requests.drop(1);
  requests.repeated = true;
  expect(requests.hasUpdates).toBe(true);
  expect(requests.merge(7)).toEqual({
    no: 4,
    n: 3,
    updates: [
      { ...update("a"), seen: 7 },
      { ...update("b"), seen: 7 },
    ],
  });
  expect(requests.bytes).toBe(6);
  expect(requests.repeated).toBe(true);
  expect(requests.drop(4)).toBe(3);
  expect(requests.repeated).toBe(false);
  expect(requests.bytes).toBe(0);
});

test("[SR8] nothing open, nothing to merge", () => {
  const requests = new ScriptRequests();
  requests.add(1);
  expect(requests.hasUpdates).toBe(false);
  requests.drop(1);
  expect(requests.merge(1)).toBeUndefined();
  expect(requests.drop(1)).toBeUndefined();
});
