import { expect, test } from "vitest";
import type { ForwardMsg } from "./forward-msg.ts";
import { runsAfter, type Run } from "./run.ts";

const after = (...msgs: ForwardMsg[]) => msgs.reduce<readonly Run[]>(runsAfter, []);
const finished = (run: number): ForwardMsg => ({ type: "runFinished", run, outcome: "finished", taken: 0 });

test("[SR5] a fragment's run is beside others; one of the page ends every run before it", () => {
  const beside = after({ type: "runStarted", run: 1 }, { type: "runStarted", run: 2, fragment: "f" });
  expect(beside).toEqual([{ no: 1 }, { no: 2, fragment: "f" }]);
  expect(runsAfter(beside, { type: "runStarted", run: 3 })).toEqual([{ no: 3 }]);
});

test("[SR5] each end takes its own run, in any order, also one that was superseded or that nobody knows", () => {
  const runs = after({ type: "runStarted", run: 1 }, { type: "runStarted", run: 2, fragment: "f" }, finished(1));
  expect(runs).toEqual([{ no: 2, fragment: "f" }]);
  expect(runsAfter(runs, finished(9))).toEqual(runs);
  expect(runsAfter(runs, { type: "runFinished", run: 2, outcome: "superseded", taken: 0 })).toEqual([]);
});

test("a whole tree says which runs are under way, whatever was known of another worker's", () => {
  const running = [{ no: 1, fragment: "f" }, { no: 3 }];
  expect(after({ type: "runStarted", run: 3, fragment: "g" }, { type: "tree", roots: [], config: {}, running })).toEqual(running);
});

test("what is no run's message leaves the list as it is, by reference", () => {
  const runs = after({ type: "runStarted", run: 1 });
  expect(runsAfter(runs, { type: "delta", deltas: [] })).toBe(runs);
});

test("[SR5] a run that is under way stays the same object over a whole tree", () => {
  const runs = after({ type: "runStarted", run: 1, fragment: "f" });
  const tree: ForwardMsg = { type: "tree", roots: [], config: {}, running: [{ no: 1, fragment: "f" }] };
  expect(runsAfter(runs, tree)[0]).toBe(runs[0]);
});
