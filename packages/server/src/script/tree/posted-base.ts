import type { ChildRun, ChildrenDelta, Delta, Node, NodeId } from "@rivulet/protocol";
import { diffProps, wireProps, type Props } from "./props.ts";
import { takesValues, TreeBlock, type TreeNode } from "./tree-node.ts";

/** Keeps the difference between the live tree and what was posted: only what differs takes memory (FM3, FM6). */
export class PostedBase {
  #nodes: Set<TreeNode> | undefined;
  #blocks: Set<TreeBlock> | undefined;

  /** Must be called before the children of `block`, or their ids, change. */
  touch(block: TreeBlock): void {
    if (block.standing !== "posted" || block.base !== undefined) return;
    block.base = block.children.map((child) => child.id);
    (this.#blocks ??= new Set()).add(block);
  }

  setProps(node: TreeNode, props: Props): void {
    if (node.standing === "posted") {
      node.posted ??= node.props;
      (this.#nodes ??= new Set()).add(node);
    }
    node.props = props;
  }

  /** `node`, just emitted, becomes what `old` is on the wire, with its own props. */
  adopt(node: TreeNode, old: TreeNode, sameContent: boolean): void {
    node.id = old.id;
    node.standing = old.standing;
    if (old.standing === "posted") {
      node.posted = sameContent ? old.posted : (old.posted ?? old.props);
      this.#nodes?.delete(old);
      if (node.posted !== undefined) (this.#nodes ??= new Set()).add(node);
    }
    if (sameContent) node.props = old.props;
    old.standing = "gone";
  }

  /** The node is gone, or will be posted as a whole. */
  forget(node: TreeNode, standing: "gone" | "new"): void {
    node.standing = standing;
    if (node.posted !== undefined) this.#nodes?.delete(node);
    node.posted = undefined;
    if (node instanceof TreeBlock && node.base !== undefined) {
      this.#blocks?.delete(node);
      node.base = undefined;
    }
  }

  /** The difference; from now on the live tree is the base. */
  take(): Delta[] {
    const deltas: Delta[] = [];
    for (const block of this.#blocks ?? []) {
      const delta = childrenDelta(block, block.base as NodeId[]);
      block.base = undefined;
      if (delta !== undefined) deltas.push(delta);
    }
    for (const node of this.#nodes ?? []) {
      const delta = diffProps(node.id, node.posted as Props, node.props);
      node.posted = undefined;
      if (delta !== undefined) deltas.push(delta);
    }
    this.#nodes = this.#blocks = undefined;
    return deltas;
  }

  /** The whole of `roots`; from now on it is the base. */
  takeWhole(roots: readonly TreeBlock[]): Node[] {
    for (const block of this.#blocks ?? []) block.base = undefined;
    for (const node of this.#nodes ?? []) node.posted = undefined;
    this.#nodes = this.#blocks = undefined;
    return roots.map(post);
  }
}

function childrenDelta(block: TreeBlock, base: readonly NodeId[]): ChildrenDelta | undefined {
  const order: (ChildRun | Node)[] = [];
  let places: Map<NodeId, number> | undefined;
  let start = 0;
  let count = 0;
  for (const child of block.children) {
    if (child.standing === "new") {
      if (count > 0) order.push([start, count]);
      start += count;
      count = 0;
      order.push(post(child));
      continue;
    }
    const next = start + count;
    if (base[next] === child.id) {
      count++;
      continue;
    }
    if (count > 0) order.push([start, count]);
    // What was removed is mostly a few in a row.
    start = base[next + 1] === child.id ? next + 1 : ((places ??= placesOf(base)).get(child.id) as number);
    count = 1;
  }
  if (count > 0) order.push([start, count]);
  const unchanged = base.length === 0 ? order.length === 0 : order.length === 1 && start === 0 && count === base.length;
  return unchanged ? undefined : { type: "children", id: block.id, order };
}

function placesOf(ids: readonly NodeId[]): Map<NodeId, number> {
  const places = new Map<NodeId, number>();
  for (const [i, id] of ids.entries()) places.set(id, i);
  return places;
}

/** A node as it goes on the wire, with all below it; it counts as posted. The union cannot be followed by type, hence the cast. */
function post(node: TreeNode): Node {
  node.standing = "posted";
  const wire: Record<string, unknown> = { id: node.id, type: node.type, props: wireProps(node.props) };
  if (node.key !== undefined) wire["key"] = node.key;
  if (takesValues(node.type) && (!(node instanceof TreeBlock) || node.props["value"] !== undefined)) wire["widget"] = node.widget;
  if (node instanceof TreeBlock) wire["children"] = node.children.map(post);
  return wire as unknown as Node;
}
