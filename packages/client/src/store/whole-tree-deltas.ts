import type { AppTree, Delta, Node, NodeId, PropsDelta } from "@rivulet/protocol";
import { matchSiblings } from "./match-siblings.ts";
import type { NodeIds } from "./node-ids.ts";
import { sameValue } from "./same-value.ts";
import { siblingOf } from "./sibling-of.ts";

/** What of a page must change. */
export interface WholeTreeDeltas {
  /** In the page's own ids. */
  readonly deltas: readonly Delta[];
  /** Nodes were only kept. */
  readonly keeps: boolean;
  /** Blocks that end with children that were only kept, and the index of the first of these. */
  readonly unreached: readonly (readonly [id: NodeId, from: number])[];
}

export interface WholeTreeOptions {
  /** Knows the nodes that were compared before, and learns about the others. */
  readonly ids: NodeIds;
  /** More is to come: what is not found stays, unless it was there when the nodes were compared before. */
  readonly keepRest: boolean;
}

/** Compares the elements of a page with the whole tree that it is to show. */
export function wholeTreeDeltas(tree: AppTree, roots: readonly Node[], { ids, keepRest }: WholeTreeOptions): WholeTreeDeltas {
  const deltas: Delta[] = [];
  const unreached: [NodeId, number][] = [];
  let keeps = false;
  const known = ids.known();
  for (const root of roots) compare(nodeOf(tree, root.id), root);
  return { deltas, keeps, unreached };

  function compare(before: Node, after: Node): void {
    ids.keep(after.id, before.id);
    const changed = changedProps(before.props, after.props);
    if (changed) deltas.push({ type: "props", id: before.id, ...changed });
    if ("children" in before && "children" in after) compareChildren(before.id, before.children, after.children);
  }

  function compareChildren(id: NodeId, before: readonly Node[], after: readonly Node[]): void {
    const found = matchSiblings(
      before.map((node) => siblingOf(node, known.has(node.id) ? node.id : undefined)),
      after.map((node) => siblingOf(node, ids.find(node.id))),
      keepRest,
    );
    const places = new Set(found);
    const children: (number | Node)[] = [];
    // Before the next child that is found, but behind what is new there: so no old one moves when it is found later.
    let rest = restAfter(-1);
    for (const [at, node] of after.entries()) {
      const place = found[at] as number;
      const old = before[place];
      if (old === undefined) {
        children.push(ids.new(node));
        continue;
      }
      compare(old, node);
      children.push(...rest, place);
      rest = restAfter(place);
    }
    if (rest.length > 0) unreached.push([id, children.length]);
    children.push(...rest);
    if (children.length !== before.length || children.some((child, at) => child !== at))
      deltas.push({ type: "children", id, order: orderOf(children) });

    function restAfter(place: number): number[] {
      const kept: number[] = [];
      if (!keepRest) return kept;
      for (let at = place + 1; at < before.length && !places.has(at); at++) if (!known.has((before[at] as Node).id)) kept.push(at);
      keeps ||= kept.length > 0;
      return kept;
    }
  }
}

/** A node with all below it, as a message would say it. */
export function nodeOf(tree: AppTree, id: NodeId): Node {
  const node = tree.nodes.get(id) ?? missing(id);
  // The compiler cannot follow that a node's type and its props belong together.
  return { ...node, ...(node.children && { children: node.children.map((child) => nodeOf(tree, child)) }) } as unknown as Node;
}

/** A list of old places and new nodes with its runs of places drawn together. */
function orderOf(children: readonly (number | Node)[]): (readonly [number, number] | Node)[] {
  const order: (readonly [number, number] | Node)[] = [];
  for (const child of children) {
    const last = order.at(-1);
    if (typeof child !== "number") order.push(child);
    else if (last && !("type" in last) && last[0] + last[1] === child) order[order.length - 1] = [last[0], last[1] + 1];
    else order.push([child, 1]);
  }
  return order;
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
