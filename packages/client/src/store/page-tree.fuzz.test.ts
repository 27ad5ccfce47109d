import { AppTree, type Delta, type Node, type NodeId, type TreeMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { PageTree } from "./page-tree.ts";

const ROUNDS = 400;

test("[SR8] whatever trees and deltas come from whatever workers, the page shows what they say", () => {
  const seed = Date.now() % 1_000_000;
  const { whole, below, random } = randomMessages(seed);
  const touched = new Set<NodeId>();
  const page = new PageTree((id) => touched.add(id));
  let [kept, unreached, moves] = [0, 0, 0];
  /** What the worker of the moment has. */
  let sent = new AppTree();
  /** The round in which its run ends. */
  let end = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const what = `seed ${seed}, round ${round}`;
    if (round % 10 === 0) {
      const msg: TreeMsg = { type: "tree", roots: whole(), config: {}, running: [] };
      sent = new AppTree();
      sent.apply(msg);
      const before = new Set(page.tree.nodes.keys());
      page.apply(msg);
      moves++;
      end = round + random(8);
      page.catchUp();
      for (const id of page.tree.nodes.keys()) if (id > 4 && before.has(id)) kept++;
      if (round === end) {
        page.complete();
        touched.clear();
        const objects = new Map(page.tree.nodes);
        page.apply(msg);
        page.complete();
        expect([...touched], what).toEqual([]);
        for (const [id, node] of objects) expect(page.tree.nodes.get(id), what).toBe(node);
      }
    } else {
      const deltas = below(sent);
      sent.apply({ type: "delta", deltas });
      page.apply({ type: "delta", deltas });
      page.catchUp();
    }
    if (page.unreached) unreached++;
    if (round < end) continue;
    page.complete();
    expect(content(page.tree, 1), what).toEqual(content(sent, 1));
    expect(page.tree.nodes.size, what).toBe(sent.nodes.size);
  }
  // It is no proof of anything unless nodes are found again.
  expect(kept, `seed ${seed}`).toBeGreaterThan(moves);
  expect(unreached, `seed ${seed}`).toBeGreaterThan(moves / 4);
});

/** A node with all below it, without ids. */
function content(tree: AppTree, id: NodeId): unknown {
  const node = tree.nodes.get(id);
  return {
    type: node?.type,
    props: node?.props,
    key: node?.key,
    widget: node?.widget,
    children: node?.children?.map((child) => content(tree, child)),
  };
}

function randomMessages(seed: number) {
  let state = seed;
  const random = (end: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  let last = 0;
  let names: Set<string>;
  const name = (prefix: string) => {
    const wanted = `${prefix}${random(12)}`;
    if (names.has(wanted)) return undefined;
    names.add(wanted);
    return wanted;
  };
  const node = (depth: number): Node => {
    const id = ++last;
    const kind = random(5);
    const widget = kind === 0 ? name("w") : undefined;
    if (widget !== undefined) return { id, type: "checkbox", widget, props: { label: widget, value: random(2) === 0 } };
    if (kind < 3 || depth === 0) return { id, type: "text", props: { body: `text ${random(6)}`, ...(random(3) === 0 && { help: "h" }) } };
    const key = random(2) === 0 ? name("k") : undefined;
    return { id, type: "container", props: { border: random(2) === 0 }, ...(key !== undefined && { key }), children: nodes(depth - 1) };
  };
  const nodes = (depth: number): Node[] => Array.from({ length: random(6) }, () => node(depth));
  return {
    random,
    /** A page from another worker, whose ids begin where they like. */
    whole(): Node[] {
      last = 4 + random(30);
      names = new Set();
      return [1, 2, 3, 4].map((id) => ({ id, type: "container", props: {}, children: id === 1 ? [node(0), ...nodes(3)] : [] }));
    },
    /** Changes of some nodes; names of new ones are not used elsewhere. */
    below(tree: AppTree): Delta[] {
      const all = [...tree.nodes.values()];
      const { id, type, children } = all[random(all.length)] ?? all[0] ?? { id: 1, type: "container", children: [] };
      if (!children) return type === "text" ? [{ type: "props", id, set: { body: `text ${random(6)}` } }] : [];
      const runs = children.map((_, at): readonly [number, number] => [at, 1]).filter(() => random(4) > 0);
      const order: (readonly [number, number] | Node)[] = [...runs];
      for (let more = random(3); more > 0; more--) order.splice(random(order.length + 1), 0, node(1));
      if (order.length > 1 && random(2) === 0) order.push(...order.splice(0, 1));
      return [{ type: "children", id, order }];
    },
  };
}
