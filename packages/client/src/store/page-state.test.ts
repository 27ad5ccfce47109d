import type { ForwardMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { INITIAL_PAGE, reduce, reduceHostMsg, withoutToast } from "./page-state.ts";

const after = (...msgs: ForwardMsg[]) => msgs.reduce(reduce, INITIAL_PAGE);

test("a run is under way from its start to its end", () => {
  const started = after({ type: "runStarted", run: 1 });
  expect(started).toMatchObject({ running: [{ no: 1 }], synced: true });
  expect(reduce(started, { type: "runFinished", run: 1, outcome: "finished", taken: 0 }).running).toEqual([]);
  expect(reduceHostMsg(started, { type: "ended", outcome: "stopped", taken: 0 }).running).toEqual([]);
});

test("a whole tree says whether a run is under way", () => {
  expect(after({ type: "tree", roots: [], config: { title: "x" }, running: [{ no: 1 }] })).toMatchObject({
    running: [{ no: 1 }],
    synced: true,
    config: { title: "x" },
  });
});

test("what is pending is replaced as a whole and cleared by the run's end and the next start", () => {
  const pending = after(
    { type: "runStarted", run: 1 },
    { type: "pending", blocks: [[1, 4]] },
    {
      type: "pending",
      blocks: [
        [1, 5],
        [2, 0],
      ],
    },
  );
  expect(pending.pending).toEqual([
    [1, 5],
    [2, 0],
  ]);
  expect(reduce(pending, { type: "runStarted", run: 2 }).pending).toEqual([]);
  expect(reduce(pending, { type: "runFinished", run: 1, outcome: "finished", taken: 0 }).pending).toEqual([]);
});

const LEFT: readonly (readonly [number, number])[] = [[1, 4]];

test("[SR5] the page runs until its last run has ended, and the host's `ended` ends them all", () => {
  const both = after({ type: "runStarted", run: 1 }, { type: "runStarted", run: 2, fragment: "f" });
  const one = reduce(both, { type: "runFinished", run: 1, outcome: "finished", taken: 0 });
  expect(one.running).toEqual([{ no: 2, fragment: "f" }]);
  expect(reduce(one, { type: "runFinished", run: 2, outcome: "superseded", taken: 0 }).running).toEqual([]);
  expect(reduceHostMsg(both, { type: "ended", outcome: "stopped", taken: 0 }).running).toEqual([]);
});

test("[SR5] a fragment's start and end leave alone what a run of the page has not reached", () => {
  const pending = after({ type: "runStarted", run: 1 }, { type: "pending", blocks: LEFT });
  const started = reduce(pending, { type: "runStarted", run: 2, fragment: "f" });
  expect(started.pending).toBe(LEFT);
  for (const outcome of ["finished", "error", "superseded"] as const) {
    const ended = reduce(started, { type: "runFinished", run: 2, outcome, taken: 0 });
    expect(ended.pending).toBe(LEFT);
    expect(reduce(ended, { type: "pending", blocks: [] }).pending).toEqual([]);
  }
});

test("[SR7] what a failed run has left stays pending while fragments run, until the page runs again", () => {
  const failed = after(
    { type: "runStarted", run: 1 },
    { type: "pending", blocks: LEFT },
    { type: "runFinished", run: 1, outcome: "error", taken: 0 },
    { type: "runStarted", run: 2, fragment: "f" },
    { type: "runFinished", run: 2, outcome: "finished", taken: 0 },
  );
  expect(failed.pending).toBe(LEFT);
  const again = reduce(failed, { type: "runStarted", run: 3 });
  expect(again.pending).toEqual([]);
  const late = reduce(reduce(again, { type: "pending", blocks: LEFT }), { type: "runFinished", run: 3, outcome: "finished", taken: 0 });
  expect(late.pending).toEqual([]);
});

test("[SR7] what a fragment's error has left stays pending until something runs", () => {
  const failed = after(
    { type: "runStarted", run: 1, fragment: "f" },
    { type: "pending", blocks: LEFT },
    { type: "runFinished", run: 1, outcome: "error", taken: 0 },
  );
  expect(failed.pending).toBe(LEFT);
  expect(reduce(failed, { type: "runStarted", run: 2, fragment: "f" }).pending).toEqual([]);
});

test("deltas leave the page's state as it is, by reference", () => {
  expect(reduce(INITIAL_PAGE, { type: "delta", deltas: [] })).toBe(INITIAL_PAGE);
});

test("toasts get ids of their own, also after one was closed", () => {
  const toast: ForwardMsg = { type: "toast", toast: { body: "saved" } };
  const two = after(toast, toast);
  const closed = withoutToast(two, 2);
  expect(reduce(closed, toast).toasts.map(({ id }) => id)).toEqual([1, 3]);
});

test("a problem stays until null comes", () => {
  const error = { name: "SyntaxError", message: "x" };
  const problem = reduceHostMsg(INITIAL_PAGE, { type: "problem", error });
  expect(problem.problem).toBe(error);
  expect(reduceHostMsg(problem, { type: "problem", error: null }).problem).toBeUndefined();
});

test("a refused message is said in a toast", () => {
  const refused = reduceHostMsg(INITIAL_PAGE, { type: "refused", n: 1, error: { name: "E", message: "too much", hint: "send less" } });
  expect(refused.toasts).toMatchObject([{ body: "send less" }]);
});
