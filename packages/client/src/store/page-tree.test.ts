import type { Delta, Node, NodeId, Run, TreeMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { PageTree } from "./page-tree.ts";

const text = (id: number, body: string): Node => ({ id, type: "text", props: { body } });
const box = (id: number, ...children: Node[]): Node => ({ id, type: "container", props: {}, children });
const keyed = (id: number, key: string, ...children: Node[]): Node => ({ id, type: "container", key, props: {}, children });
const checkbox = (id: number, label: string, value = false): Node => ({
  id,
  type: "checkbox",
  widget: `c:${label}`,
  props: { label, value },
});

/** A page with these elements, and what was touched since it was asked last. */
class Page extends PageTree {
  readonly #touched: Set<NodeId>;

  constructor(...main: Node[]) {
    const touched = new Set<NodeId>();
    super((id) => touched.add(id));
    this.#touched = touched;
    whole(this, ...main);
    this.touched();
  }

  touched(): NodeId[] {
    const ids = [...this.#touched];
    this.#touched.clear();
    return ids.toSorted((a, b) => a - b);
  }
}

const tree = (main: Node[], running: readonly Run[] = []): TreeMsg => ({
  type: "tree",
  roots: [box(1, ...main), box(2), box(3), box(4)],
  config: {},
  running,
});

/** A whole tree at rest comes; returns what was touched. */
function whole(page: Page, ...main: Node[]): NodeId[] {
  page.apply(tree(main));
  page.complete();
  return page.touched();
}

const change = (page: Page, ...deltas: Delta[]) => page.apply({ type: "delta", deltas });
const pageOf = (...main: Node[]) => new Page(...main);

/** What the page shows below a node, as nested lists. */
function shown(page: Page, id: NodeId = 1): unknown[] {
  return (page.tree.nodes.get(id)?.children ?? []).map((child) => {
    const node = page.tree.nodes.get(child);
    return node?.children ? shown(page, child) : (node?.props.body ?? node?.props.label);
  });
}
const ids = (page: Page, id: NodeId = 1) => page.tree.nodes.get(id)?.children;

test("[SR8] an identical tree with other ids touches no node and replaces none", () => {
  const main = (first: number) => [
    text(first, "a"),
    box(first + 1, checkbox(first + 2, "x"), text(first + 3, "same")),
    text(first + 4, "same"),
  ];
  const page = pageOf(...main(8));
  const before = new Map(page.tree.nodes);
  expect(whole(page, ...main(9))).toEqual([]);
  expect(whole(page, ...main(700))).toEqual([]);
  expect([...page.tree.nodes.keys()]).toEqual([...before.keys()]);
  for (const [id, node] of before) expect(page.tree.nodes.get(id)).toBe(node);
});

test("[SR8] of a tree that differs only what differs is touched, and other props stay the same objects", () => {
  const options = () => [{ deep: 1 }, "b"] as unknown as string[];
  const select = (id: number, help: string): Node => ({
    ...{ id, type: "selectbox", widget: "s" },
    props: { label: "S", options: options(), value: "b", clearable: false, help },
  });
  const page = pageOf(text(8, "a"), select(9, "old"), text(10, "c"));
  const before = page.tree.nodes.get(9)?.props;
  expect(whole(page, text(50, "a"), select(51, "new"), text(52, "c"))).toEqual([9]);
  const after = page.tree.nodes.get(9)?.props;
  expect(after?.help).toBe("new");
  expect(after?.options).toBe(before?.options);
});

test("[SR8] props that are absent now are taken away", () => {
  const page = pageOf({ id: 8, type: "text", props: { body: "a", help: "h" } });
  expect(whole(page, text(50, "a"))).toEqual([8]);
  expect(page.tree.nodes.get(8)?.props).toEqual({ body: "a" });
});

test("[SR8] rows are found by what identifies something in them, also when one is put before them and their texts change", () => {
  const row = (id: number, name: string, note: string) => box(id, text(id + 1, note), box(id + 2, checkbox(id + 3, name)));
  const page = pageOf(row(10, "a", "1"), row(20, "b", "2"));
  whole(page, row(50, "z", "0"), row(60, "a", "one"), row(70, "b", "two"));
  expect(shown(page)).toEqual([
    ["0", ["z"]],
    ["one", ["a"]],
    ["two", ["b"]],
  ]);
  expect(ids(page)?.slice(1)).toEqual([10, 20]);
  expect(ids(page, 10)).toEqual([11, 12]);
});

test("[SR8] rows without identity are found by what they begin with", () => {
  const row = (id: number, name: string, note: string) => box(id, text(id + 1, name), text(id + 2, note));
  const page = pageOf(row(10, "a", "1"), row(20, "b", "2"));
  whole(page, row(50, "z", "0"), row(60, "a", "one"), row(70, "b", "two"));
  expect(ids(page)?.slice(1)).toEqual([10, 20]);
  expect(shown(page)).toEqual([
    ["z", "0"],
    ["a", "one"],
    ["b", "two"],
  ]);
});

test("[SR8] keys and widgets are found in any order; what has another identity or type is new", () => {
  const page = pageOf(keyed(8, "k", text(9, "in")), checkbox(10, "x"), checkbox(11, "y"), text(12, "t"));
  const touched = whole(page, checkbox(50, "y"), keyed(51, "k", text(52, "in")), checkbox(53, "z"), keyed(54, "l"));
  expect(shown(page)).toEqual(["y", ["in"], "z", []]);
  expect(ids(page)?.slice(0, 2)).toEqual([11, 8]);
  expect(touched).toEqual([1, 10, 12, ...(ids(page)?.slice(2) ?? [])]);
});

test("[SR8] deltas that follow name the new worker's nodes, also where ids mean others here", () => {
  const page = pageOf(text(8, "a"), text(9, "b"), box(10, text(11, "in")));
  // 9 and 10 are other nodes here than there.
  whole(page, text(10, "a"), text(8, "b"), box(9, text(20, "in"), text(21, "more")));
  change(page, { type: "props", id: 10, set: { body: "A" } }, { type: "props", id: 21, append: { body: "!" } });
  expect(shown(page)).toEqual(["A", "b", ["in", "more!"]]);
  change(page, { type: "children", id: 9, order: [[1, 1], box(22, text(23, "deep")), [0, 1]] });
  expect(shown(page)).toEqual(["A", "b", ["more!", ["deep"], "in"]]);
  change(page, { type: "props", id: 23, set: { body: "deeper" } });
  expect(shown(page)).toEqual(["A", "b", ["more!", ["deeper"], "in"]]);
  expect(page.tree.nodes.get(8)?.props.body).toBe("A");
  expect(page.pending({ type: "pending", blocks: [[9, 1]] }).blocks).toEqual([[10, 1]]);
  expect(() => change(page, { type: "props", id: 11, set: {} })).toThrow("node 11, which is not known");
});

test("[SR8] one move after another: what stays keeps its id, and every delta finds its node", () => {
  const page = pageOf(text(8, "a"), checkbox(9, "x"));
  for (let round = 0; round < 20; round++) {
    const first = 8 + (round % 3);
    whole(page, text(first, "a"), text(first + 1, `new in ${round}`), checkbox(first + 2, "x"));
    change(page, { type: "props", id: first + 2, set: { value: round % 2 === 0 } });
    expect(page.tree.nodes.get(9)?.props.value).toBe(round % 2 === 0);
    change(page, { type: "children", id: 1, order: [[0, 1], [2, 1], text(first + 3, `late in ${round}`)] });
    expect(shown(page)).toEqual(["a", "x", `late in ${round}`]);
  }
  expect(page.tree.nodes.size).toBe(4 + 3);
});

test("[WS2] ids of the same worker stay as they are", () => {
  const page = pageOf(text(8, "a"), text(9, "b"));
  expect(whole(page, text(8, "a"), text(9, "other"))).toEqual([9]);
  change(page, { type: "children", id: 1, order: [[0, 2], text(10, "c")] });
  expect(ids(page)).toEqual([8, 9, 10]);
});

test("a new session's first elements take over what they find of the old page", () => {
  const page = pageOf(text(8, "old"), checkbox(9, "x"));
  page.outdate();
  change(page, { type: "children", id: 1, order: [checkbox(8, "x", true), text(9, "new")] });
  page.catchUp();
  expect(shown(page)).toEqual(["old", "x", "new"]);
  page.complete();
  expect(shown(page)).toEqual(["x", "new"]);
  expect(ids(page)?.[0]).toBe(9);
  change(page, { type: "props", id: 9, set: { body: "newer" } });
  expect(shown(page)).toEqual(["x", "newer"]);
});

const RUNNING: readonly Run[] = [{ no: 1 }];

test("[SR8] what a run has not reached stays as it was, until it is reached or the run is over", () => {
  const page = pageOf(text(8, "a"), box(9, checkbox(10, "x"), text(11, "b")), checkbox(12, "y"), text(13, "gone"));
  page.apply(tree([text(50, "a"), box(51)], RUNNING));
  page.catchUp();
  expect(page.touched()).toEqual([]);
  expect(page.unreached).toEqual([
    [9, 0],
    [1, 2],
  ]);
  change(
    page,
    { type: "children", id: 51, order: [checkbox(52, "x", true)] },
    { type: "children", id: 1, order: [[0, 2], text(53, "new")] },
  );
  page.catchUp();
  expect(shown(page)).toEqual(["a", ["x", "b"], "new", "y", "gone"]);
  change(
    page,
    { type: "children", id: 51, order: [[0, 1], text(54, "b")] },
    { type: "children", id: 1, order: [[0, 3], checkbox(55, "y")] },
  );
  page.catchUp();
  expect(shown(page)).toEqual(["a", ["x", "b"], "new", "y", "gone"]);
  page.complete();
  expect(shown(page)).toEqual(["a", ["x", "b"], "new", "y"]);
  expect(ids(page)).toEqual([8, 9, 14, 12]);
  expect(ids(page, 9)).toEqual([10, 11]);
  expect(page.unreached).toBeUndefined();
  change(page, { type: "props", id: 55, set: { value: true } });
  expect(page.tree.nodes.get(12)?.props.value).toBe(true);
});

test("[SR8] what the new worker itself takes away again goes at once; what it never reached, at the end", () => {
  const page = pageOf(text(8, "a"), checkbox(9, "x"), checkbox(10, "y"));
  page.apply(tree([text(50, "loading"), checkbox(51, "x")], RUNNING));
  page.catchUp();
  expect(shown(page)).toEqual(["loading", "x", "y"]);
  change(page, { type: "children", id: 1, order: [[1, 1]] });
  page.catchUp();
  expect(shown(page)).toEqual(["x", "y"]);
  page.complete();
  expect(shown(page)).toEqual(["x"]);
});

test("[SR8] a node that was found stays the same one, whatever it shows later in the run", () => {
  const page = pageOf(text(8, "a"), text(9, "b"), text(10, "c"));
  page.apply(tree([text(50, "a")], RUNNING));
  page.catchUp();
  change(page, { type: "props", id: 50, set: { body: "c" } }, { type: "children", id: 1, order: [[0, 1], text(51, "b")] });
  page.catchUp();
  expect(ids(page)).toEqual([8, 9, 10]);
  expect(shown(page)).toEqual(["c", "b", "c"]);
});

test("[SR7] what a slow run in another worker says is pending is said in the page's ids", () => {
  const page = pageOf(text(8, "a"), box(9, text(10, "b")));
  page.apply(tree([box(50, text(51, "b"), text(52, "c"))], RUNNING));
  expect(page.pending({ type: "pending", blocks: [[50, 1]] }).blocks).toEqual([[9, 1]]);
});
