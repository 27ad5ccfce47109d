import type { AppTree, Delta, Node, NodeId, PropsDelta } from "@rivulet/protocol";
import { matchSiblings } from "./match-siblings.ts";
import type { NodeIds } from "./node-ids.ts";
import { sameValue } from "./same-value.ts";
import { siblingOf } from "./sibling-of.ts";

/** What of a page with the elements of `tree` must change to show `roots`, in the page's own ids; `ids` learns which those are. */
export function wholeTreeDeltas(tree: AppTree, roots: readonly Node[], ids: NodeIds): Delta[] {
  const deltas: Delta[] = [];
  for (const root of roots) compare(nodeOf(tree, root.id), root);
  return deltas;

  function compare(before: Node, after: Node): void {
    ids.keep(after.id, before.id);
    const changed = changedProps(before.props, after.props);
    if (changed) deltas.push({ type: "props", id: before.id, ...changed });
    if ("children" in before && "children" in after) compareChildren(before.id, before.children, after.children);
  }

  function compareChildren(id: NodeId, before: readonly Node[], after: readonly Node[]): void {
    const found = matchSiblings(before.map(siblingOf), after.map(siblingOf));
    const order: (readonly [number, number] | Node)[] = [];
    for (const [at, node] of after.entries()) {
      const old = before[found[at] as number];
      if (old === undefined) {
        order.push(ids.new(node));
        continue;
      }
      compare(old, node);
      const place = found[at] as number;
      const last = order.at(-1);
      if (last && !("type" in last) && last[0] + last[1] === place) order[order.length - 1] = [last[0], last[1] + 1];
      else order.push([place, 1]);
    }
    if (!isAsBefore(order, before.length)) deltas.push({ type: "children", id, order });
  }
}

/** A node with all below it, as a message would say it. */
export function nodeOf(tree: AppTree, id: NodeId): Node {
  const { parent, children, ...node } = tree.nodes.get(id) ?? missing(id);
  // The compiler cannot follow that a node's type and its props belong together.
  return { ...node, ...(children && { children: children.map((child) => nodeOf(tree, child)) }) } as unknown as Node;
}

function isAsBefore(order: readonly (readonly [number, number] | Node)[], count: number): boolean {
  const [only] = order;
  if (only === undefined) return count === 0;
  return order.length === 1 && !("type" in only) && only[0] === 0 && only[1] === count;
}

function changedProps(before: object, after: object): Pick<PropsDelta, "set" | "unset"> | undefined {
  const [olds, news] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const set = Object.entries(news).filter(([name, value]) => value !== undefined && !sameValue(olds[name], value));
  const unset = Object.keys(olds).filter((name) => olds[name] !== undefined && news[name] === undefined);
  if (set.length === 0 && unset.length === 0) return undefined;
  return { set: Object.fromEntries(set), unset };
}

function missing(id: NodeId): never {
  throw new Error(`A whole tree names root ${id}, which is not known. This is a bug in rivulet.`);
}
