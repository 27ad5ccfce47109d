import { AppTree, ROOT_IDS, type ForwardMsg, type Node, type NodeId, type TreeMsg } from "@rivulet/protocol";
import { NodeIds } from "./node-ids.ts";
import { nodeOf, wholeTreeDeltas } from "./whole-tree-deltas.ts";

const ROOTS = Object.values(ROOT_IDS);

/**
 * The page's elements. A whole tree comes when the session goes on in another script worker or the connection is back: it has ids
 * of its own, but mostly what the page shows already. What is found again keeps its id here, so that nothing of it is rendered anew.
 */
export class PageTree {
  readonly tree = new AppTree();
  /** Undefined while the worker's ids are the page's. */
  #ids: NodeIds | undefined;
  #outdated = false;

  /** Frames of a new session follow, which build on an empty page; the old one stays until the first of its elements are there. */
  outdate(): void {
    this.#outdated = true;
  }

  /** Applies a message; returns the page's ids of the nodes that were replaced, added or removed, each once. */
  apply(msg: TreeMsg): readonly NodeId[] {
    if (msg.type === "tree" || this.#outdated) return this.#becomes(msg);
    const ids = this.#ids;
    if (ids === undefined) return this.tree.apply(msg);
    const touched = this.tree.apply({ type: "delta", deltas: msg.deltas.map((delta) => ids.delta(delta)) });
    ids.prune(this.tree);
    return touched;
  }

  /** The same message in the page's ids. */
  pending(msg: Extract<ForwardMsg, { type: "pending" }>): typeof msg {
    const ids = this.#ids;
    return ids ? { ...msg, blocks: msg.blocks.map(([id, from]) => [ids.of(id), from]) } : msg;
  }

  #becomes(msg: TreeMsg): readonly NodeId[] {
    this.#outdated = false;
    this.#ids = undefined;
    // The first tree of a page: there is nothing to find again.
    if (this.tree.nodes.size === ROOTS.length) return this.tree.apply(msg);
    const ids = new NodeIds(this.tree.nodes.keys());
    const deltas = wholeTreeDeltas(this.tree, msg.type === "tree" ? msg.roots : rootsAfter(msg), ids);
    if (!ids.areTheWorkers) this.#ids = ids;
    return this.tree.apply({ type: "delta", deltas });
  }
}

/** An empty page's roots after a message. */
function rootsAfter(msg: TreeMsg): readonly Node[] {
  const tree = new AppTree();
  tree.apply(msg);
  return ROOTS.map((id) => nodeOf(tree, id));
}
