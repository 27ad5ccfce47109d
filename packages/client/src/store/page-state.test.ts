import type { ForwardMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { INITIAL_PAGE, reduce, reduceHostMsg, withoutToast } from "./page-state.ts";

const after = (...msgs: ForwardMsg[]) => msgs.reduce(reduce, INITIAL_PAGE);

test("a run is under way from its start to its end", () => {
  const started = after({ type: "runStarted", run: 1 });
  expect(started).toMatchObject({ running: true, synced: true });
  expect(reduce(started, { type: "runFinished", run: 1, outcome: "finished", taken: 0 }).running).toBe(false);
  expect(reduceHostMsg(started, { type: "ended", outcome: "stopped", taken: 0 }).running).toBe(false);
});

test("a whole tree says whether a run is under way", () => {
  expect(after({ type: "tree", roots: [], config: { title: "x" }, running: [1] })).toMatchObject({
    running: true,
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
