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

test("a new tree has the four roots, empty", () => {
  const tree = new AppTree();
  expect([...tree.nodes.values()].map(({ id, parent, children }) => [id, parent, children])).toEqual([
    [1, 0, []],
    [2, 0, []],
    [3, 0, []],
    [4, 0, []],
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
  const touched = tree.apply({ type: "tree", roots: [root(1, text(20, "z")), root(2), root(3), root(4)], config: {}, running: [] });
  expect(new Set(touched)).toEqual(new Set([1, 2, 3, 4, 8, 20]));
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

const input = (id: number): Node => ({ id, type: "checkbox", props: { label: "x", value: false }, widget: `w${id}` });
const fragment = (id: number, ...children: Node[]): Node => ({ id, type: "fragment", props: { id: `f${id}` }, children });
const box = (id: number, ...children: Node[]): Node => ({ id, type: "container", props: {}, children });
const of = (tree: AppTree, ...widgets: string[]) => tree.fragmentOf(widgets.map((widget) => [widget, true] as const));

test("[SR5] values belong to the innermost fragment that all of their widgets are in", () => {
  const tree = treeOf(
    input(8),
    fragment(9, input(10), box(11, input(12), fragment(13, input(14)), fragment(15, box(16, input(17))))),
    fragment(18, input(19)),
  );
  expect(of(tree, "w10")).toBe("f9");
  expect(of(tree, "w14")).toBe("f13");
  expect(of(tree, "w17")).toBe("f15");
  expect(of(tree, "w14", "w14")).toBe("f13");
  expect(of(tree, "w14", "w17")).toBe("f9");
  expect(of(tree, "w17", "w12", "w10")).toBe("f9");
  expect(of(tree, "w8")).toBeUndefined();
  expect(of(tree, "w14", "w8")).toBeUndefined();
  expect(of(tree, "w14", "w19")).toBeUndefined();
  expect(of(tree, "w14", "gone")).toBeUndefined();
  expect(of(tree)).toBeUndefined();
});

test("[F1] a widget stands in the form around it, however deep; what opens and closes stands in none", () => {
  const form = (id: number, ...children: Node[]): Node => ({ id, type: "form", props: {}, key: `k${id}`, children });
  const expander = (id: number, ...children: Node[]): Node => ({
    id,
    type: "expander",
    props: { label: "x", value: true },
    widget: `w${id}`,
    children,
  });
  const tree = treeOf(input(8), form(9, input(10), box(11, fragment(12, input(13)), expander(14, input(15)))), form(16, input(17)));
  expect([8, 10, 13, 14, 15, 17].map((id) => tree.formOf(`w${id}`))).toEqual([undefined, 9, 9, undefined, 9, 16]);
  expect(tree.formOf("gone")).toBeUndefined();
  change(tree, { type: "children", id: 1, order: [[0, 1]] });
  expect(tree.formOf("w10")).toBeUndefined();
});

test("fragments are known as they come, go, and are renamed", () => {
  const tree = treeOf(fragment(8, input(9)), input(10));
  expect([...tree.fragments]).toEqual([8]);
  expect(of(tree, "w9")).toBe("f8");
  change(tree, { type: "props", id: 8, set: { id: "renamed" } });
  expect(of(tree, "w9")).toBe("renamed");
  change(tree, { type: "children", id: 8, order: [box(11, input(12))] });
  expect(of(tree, "w12")).toBe("renamed");
  expect(of(tree, "w9")).toBeUndefined();
  change(tree, { type: "children", id: 1, order: [[1, 1], box(13, fragment(14, input(15)))] });
  expect([...tree.fragments]).toEqual([14]);
  expect(tree.fragmentsAround(15)).toEqual(["f14"]);
  change(tree, { type: "children", id: 1, order: [] });
  expect(tree.fragments.size).toBe(0);
  tree.apply({ type: "tree", roots: [box(1, fragment(20, input(21))), box(2), box(3), box(4)], config: {}, running: [] });
  expect([...tree.fragments]).toEqual([20]);
  expect(of(tree, "w21")).toBe("f20");
});
