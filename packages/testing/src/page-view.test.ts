import { ROOT_IDS, type ForwardMsg, type Node } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { PageView } from "./page-view.ts";

const text = (id: number, body: string): Node => ({ id, type: "text", props: { body } });
const button = (id: number, label: string): Node => ({ id, type: "button", props: { label, kind: "secondary" }, widget: `w${id}` });
const root = (id: number, children: readonly Node[]): Node => ({ id, type: "container", props: {}, children });

function viewOf(...msgs: readonly ForwardMsg[]): PageView {
  const view = new PageView();
  view.applyFrame({ seq: 1, msgs });
  return view;
}

test("texts come from main, then sidebar, then bottom, blocks before what is in them, and empty ones not at all", () => {
  const expander: Node = { id: 20, type: "expander", props: { label: "**More**" }, children: [text(21, "inside")] };
  const divider: Node = { id: 22, type: "divider", props: {} };
  const view = viewOf({
    type: "tree",
    config: {},
    running: [],
    roots: [
      root(ROOT_IDS.main, [text(8, "first"), expander, divider]),
      root(ROOT_IDS.sidebar, [button(9, "Side")]),
      root(ROOT_IDS.bottom, [text(10, "last")]),
      root(ROOT_IDS.overlay, []),
    ],
  });
  expect(view.texts()).toEqual(["first", "More", "inside", "Side", "last"]);
  expect(view.texts(20)).toEqual(["inside"]);
});

test("a label that changes, comes or goes is found as it is now", () => {
  const view = viewOf({ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order: [button(8, "Go")] }] });
  expect(view.acting("Go")?.id).toBe(8);
  view.applyFrame({ seq: 2, msgs: [{ type: "delta", deltas: [{ type: "props", id: 8, set: { label: "Stay" } }] }] });
  expect(view.acting("Go")).toBeUndefined();
  expect(view.acting("Stay")?.id).toBe(8);
  view.applyFrame({
    seq: 3,
    msgs: [{ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order: [button(9, "Stay"), [0, 1]] }] }],
  });
  expect(view.acting("Stay")?.id).toBe(9);
  expect(view.acting("Stay", 1)?.id).toBe(8);
  expect(view.acting("Stay", 2)).toBeUndefined();
  view.applyFrame({ seq: 4, msgs: [{ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order: [] }] }] });
  expect(view.acting("Stay")).toBeUndefined();
});

test("after a reconnect deltas wait for the whole tree", () => {
  const view = viewOf({ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order: [text(8, "old")] }] });
  view.connected(true);
  view.applyFrame({ seq: 5, msgs: [{ type: "delta", deltas: [{ type: "props", id: 99, set: { body: "of a tree that is not here" } }] }] });
  expect(view.texts()).toEqual(["old"]);
  const roots = [root(ROOT_IDS.main, [text(99, "new")]), root(ROOT_IDS.sidebar, []), root(ROOT_IDS.bottom, []), root(ROOT_IDS.overlay, [])];
  view.applyFrame({ seq: 6, msgs: [{ type: "tree", config: {}, running: [], roots }] });
  expect(view.synced).toBe(true);
  expect(view.texts()).toEqual(["new"]);
});

test("[SR5] the page is settled when it has run and does not run now; fragments beside it do not count, nor does their end as its own", () => {
  const view = viewOf({ type: "runStarted", run: 1 }, { type: "runStarted", run: 2, fragment: "f" });
  const ends = (run: number, seq: number) =>
    view.applyFrame({ seq, msgs: [{ type: "runFinished", run, outcome: "finished", taken: run, but: [[9, 9]] }] });
  expect(view.settled).toBe(false);
  ends(2, 2);
  expect(view.settled).toBe(false);
  view.applyFrame({ seq: 3, msgs: [{ type: "runStarted", run: 3, fragment: "f" }] });
  ends(1, 4);
  expect(view.settled).toBe(true);
  expect(view.taken).toEqual({ taken: 1, but: [[9, 9]] });
  view.applyFrame({ seq: 5, msgs: [{ type: "runStarted", run: 4 }] });
  expect(view.settled).toBe(false);
  view.applyHostMsg({ type: "ended", outcome: "stopped", taken: 4 });
  expect(view.settled).toBe(true);
});
