import { expect, test } from "vitest";
import { AppTree, type TreeMsg } from "./app-tree.ts";
import { FragmentClock } from "./fragment-clock.ts";
import type { Node } from "./node.ts";
import { runsAfter, type Run } from "./run.ts";

const fragment = (id: number, every: number | undefined, ...children: Node[]): Node => ({
  id,
  type: "fragment",
  props: { id: `f${id}`, every },
  children,
});

/** A page with these nodes whose time is the test's own. */
function setUp(...children: Node[]) {
  const tree = new AppTree();
  const clock = new FragmentClock();
  const show = (nodes: Node[], now: number) => {
    tree.apply({ type: "delta", deltas: [{ type: "children", id: 1, order: nodes }] });
    clock.look(tree, now);
  };
  show(children, 0);
  return { clock, show, tree, due: (now: number) => clock.due(now, () => false) };
}

test("a fragment is due when its time is over, and says how long until then", () => {
  const { due } = setUp(fragment(8, 2), fragment(9, undefined), fragment(10, 3));
  expect(due(500)).toEqual({ ids: [], wait: 1500 });
  expect(due(2000)).toEqual({ ids: ["f8"], wait: 1000 });
});

test("the time counts from the end of a run, whoever asked for it; while it runs it is not due", () => {
  const { clock, tree, due } = setUp(fragment(8, 1));
  clock.follow([{ no: 1, fragment: "f8" }]);
  clock.look(tree, 900);
  expect(due(5000)).toEqual({ ids: [], wait: Number.POSITIVE_INFINITY });
  clock.follow([]);
  clock.look(tree, 5000);
  expect(due(5999).ids).toEqual([]);
  expect(due(6000).ids).toEqual(["f8"]);
});

test("a run that began and ended between two looks counts too", () => {
  const { clock, tree, due } = setUp(fragment(8, 1));
  clock.follow([{ no: 1, fragment: "f8" }]);
  clock.follow([]);
  clock.look(tree, 900);
  expect(due(1000).ids).toEqual([]);
  expect(due(1900).ids).toEqual(["f8"]);
});

test("a run of the fragment around it is one of its own; one of a neighbour or of a fragment inside is not", () => {
  const { clock, tree, due } = setUp(fragment(8, 10, fragment(9, 1)), fragment(10, 1));
  clock.follow([{ no: 1, fragment: "f8" }]);
  clock.look(tree, 500);
  expect(due(1000)).toEqual({ ids: ["f10"], wait: Number.POSITIVE_INFINITY });
  clock.follow([]);
  clock.look(tree, 800);
  expect(due(1799).ids).toEqual(["f10"]);
  expect(due(1800).ids).toEqual(["f9", "f10"]);
  clock.follow([{ no: 2, fragment: "f9" }]);
  clock.look(tree, 2000);
  expect(due(10_800).ids).toEqual(["f8", "f10"]);
});

test("a run of the page begins every count anew, at its start and at its end, and does not stop the clocks of a page that awaits", () => {
  const { clock, tree, due } = setUp(fragment(8, 1));
  clock.follow([{ no: 1 }]);
  clock.look(tree, 900);
  expect(due(1000).ids).toEqual([]);
  expect(due(1900).ids).toEqual(["f8"]);
  clock.follow([]);
  clock.look(tree, 2000);
  expect(due(2999).ids).toEqual([]);
  expect(due(3000).ids).toEqual(["f8"]);
});

test("after a tick the time counts from there, and one whose tick is not answered is left out", () => {
  const { clock, due } = setUp(fragment(8, 1));
  clock.ticked("f8", 1000);
  expect(due(1500)).toEqual({ ids: [], wait: 500 });
  expect(clock.due(5000, (id) => id === "f8")).toEqual({ ids: [], wait: Number.POSITIVE_INFINITY });
});

test("it ends when the fragment goes or its `every` does, and begins anew when it comes back", () => {
  const { show, due, tree, clock } = setUp(fragment(8, 1));
  show([], 500);
  expect(due(5000).ids).toEqual([]);
  show([fragment(8, 1)], 600);
  expect(due(1599).ids).toEqual([]);
  tree.apply({ type: "delta", deltas: [{ type: "props", id: 8, unset: ["every"] }] });
  clock.look(tree, 700);
  expect(due(5000)).toEqual({ ids: [], wait: Number.POSITIVE_INFINITY });
});

test("another `every` counts from the same run", () => {
  const { due, tree, clock } = setUp(fragment(8, 10));
  tree.apply({ type: "delta", deltas: [{ type: "props", id: 8, set: { every: 1 } }] });
  clock.look(tree, 500);
  expect(due(1000).ids).toEqual(["f8"]);
});

test("[SR5] a whole tree at rest sets no timer back, one in which a fragment runs only that fragment's", () => {
  const { clock, tree, due } = setUp(fragment(8, 2), fragment(9, 2));
  const roots = (...main: Node[]): Node[] => [1, 2, 3].map((id) => ({ id, type: "container", props: {}, children: id === 1 ? main : [] }));
  const whole = (running: readonly Run[]) => {
    const msg: TreeMsg = { type: "tree", roots: roots(fragment(8, 2), fragment(9, 2)), config: {}, running };
    tree.apply(msg);
    return runsAfter([], msg);
  };
  clock.follow(whole([]));
  clock.look(tree, 500);
  expect(due(1999)).toEqual({ ids: [], wait: 1 });
  clock.follow(whole([{ no: 7, fragment: "f8" }]));
  clock.follow([]);
  clock.look(tree, 1500);
  expect(due(2000)).toEqual({ ids: ["f9"], wait: 1500 });
});
