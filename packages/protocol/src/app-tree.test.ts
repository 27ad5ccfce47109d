import { expect, test } from "vitest";
import { AppTree } from "./app-tree.ts";
import type { Delta } from "./delta.ts";
import type { Node } from "./node.ts";

const text = (id: number, body: string): Node => ({ id, type: "text", props: { body } });

function treeOf(...children: Node[]): AppTree {
  const tree = new AppTree();
  tree.apply({ type: "delta", deltas: [{ type: "children", id: 1, order: children }] });
  return tree;
}

function bodies(tree: AppTree): unknown[] {
  return (tree.root("main").children ?? []).map((id) => tree.nodes.get(id)?.props["body"]);
}

const change = (tree: AppTree, ...deltas: Delta[]) => tree.apply({ type: "delta", deltas });

test("a new tree has the three roots, empty", () => {
  const tree = new AppTree();
  expect([...tree.nodes.values()].map(({ id, parent, children }) => [id, parent, children])).toEqual([
    [1, 0, []],
    [2, 0, []],
    [3, 0, []],
  ]);
});

test("[FM3] runs and new nodes give a block its order; what is not mentioned goes, with all below it", () => {
  const box: Node = { id: 9, type: "container", props: {}, children: [text(10, "in")] };
  const tree = treeOf(text(8, "a"), box, text(11, "b"), text(12, "c"));
  const touched = change(tree, { type: "children", id: 1, order: [[2, 2], text(13, "new"), [0, 1]] });
  expect(bodies(tree)).toEqual(["b", "c", "new", "a"]);
  expect([...touched].toSorted((a, b) => a - b)).toEqual([1, 9, 10, 13]);
  expect(tree.nodes.has(9)).toBe(false);
  expect(tree.nodes.has(10)).toBe(false);
});

test("[FM3] props are set, unset and appended to; only changed nodes are new objects", () => {
  const tree = treeOf({ id: 8, type: "text", props: { body: "ab", help: "h" } }, text(9, "other"));
  const other = tree.nodes.get(9);
  const before = tree.nodes.get(8);
  const touched = change(tree, { type: "props", id: 8, set: { wrap: true }, unset: ["help"], append: { body: "c" } });
  expect(touched).toEqual([8]);
  expect(tree.nodes.get(8)?.props).toEqual({ body: "abc", wrap: true });
  expect(before?.props).toEqual({ body: "ab", help: "h" });
  expect(tree.nodes.get(9)).toBe(other);
});

test("a whole tree replaces everything, and all that was and is counts as touched", () => {
  const tree = treeOf(text(8, "a"));
  const root = (id: number, ...children: Node[]): Node => ({ id, type: "container", props: {}, children });
  const touched = tree.apply({ type: "tree", roots: [root(1, text(20, "z")), root(2), root(3)], config: {}, running: [] });
  expect(new Set(touched)).toEqual(new Set([1, 2, 3, 8, 20]));
  expect(bodies(tree)).toEqual(["z"]);
});

test.each<[string, Delta, string]>([
  ["an unknown node", { type: "props", id: 99, set: {} }, "node 99 is not known"],
  ["an unknown block", { type: "children", id: 98, order: [] }, "node 98 is not known"],
  ["children of a leaf", { type: "children", id: 8, order: [] }, "node 8 (text) got children"],
  ["a run past the end", { type: "children", id: 1, order: [[0, 2]] }, "takes child 1 of 1"],
  [
    "a child taken twice",
    {
      type: "children",
      id: 1,
      order: [
        [0, 1],
        [0, 1],
      ],
    },
    "twice",
  ],
  ["an id that is there already", { type: "children", id: 1, order: [[0, 1], text(8, "again")] }, "node 8 (text) is there already"],
  ["an append to no string", { type: "props", id: 8, append: { wrap: "x" } }, "appends to wrap"],
])("a delta with %s is refused as a bug of rivulet's own", (_, delta, message) => {
  const tree = treeOf(text(8, "a"));
  expect(() => change(tree, delta)).toThrow(message);
  expect(() => change(treeOf(text(8, "a")), delta)).toThrow("This is a bug in rivulet.");
});
