import { AppTree, ROOT_IDS, type ForwardMsg, type NodeId, type TreeMsg } from "@rivulet/protocol";
import { NodeIds } from "./node-ids.ts";
import { nodeOf, wholeTreeDeltas, type WholeTreeDeltas } from "./whole-tree-deltas.ts";

const ROOTS = Object.values(ROOT_IDS);
/** Larger pages are compared once, not with each frame of a slow run. */
const MOST_NODES = 5000;

/**
 * The page's elements. A whole tree comes when the session goes on in another script worker or the connection is back: it has ids
 * of its own, but mostly what the page shows already. What is found again keeps its id here, so that nothing of it is rendered anew;
 * and while the run that makes the new tree is under way, what it has not reached stays as it was.
 */
export class PageTree {
  readonly tree = new AppTree();
  /** Told the page's ids of the nodes that were replaced, added or removed. */
  readonly #touch: (id: NodeId) => void;
  /** Undefined while the worker's ids are the page's. */
  #ids: NodeIds | undefined;
  #outdated = false;
  /** What the worker has sent of a tree that may not be whole yet. */
  #begun: AppTree | undefined;
  /** More was sent than was compared. */
  #behind = false;
  /** Nodes of the old page were kept that may not be in the new one. */
  #keeps = false;
  #unreached: WholeTreeDeltas["unreached"] | undefined;

  constructor(touch: (id: NodeId) => void) {
    this.#touch = touch;
  }

  /** While a tree is made anew: the blocks whose children from an index on are only kept. */
  get unreached(): WholeTreeDeltas["unreached"] | undefined {
    return this.#unreached;
  }

  /** Frames of a new session follow, which build on an empty page. */
  outdate(): void {
    this.#outdated = true;
  }

  /** Takes a message. Of a tree that may not be whole the page shows it after `catchUp` or `complete`. */
  apply(msg: TreeMsg): void {
    if (msg.type === "tree" || this.#outdated) this.#begin(msg);
    else if (this.#begun) {
      this.#begun.apply(msg);
      this.#behind = true;
    } else if (this.#ids) {
      const ids = this.#ids;
      this.#change({ type: "delta", deltas: msg.deltas.map((delta) => ids.delta(delta)) });
      ids.prune(this.tree);
    } else this.#change(msg);
  }

  /** Shows what was sent; what may still come stays as it was. */
  catchUp(): void {
    if (!this.#begun || !this.#behind) return;
    if (this.tree.nodes.size > MOST_NODES) this.complete();
    else this.#become(this.#begun, true);
  }

  /** Shows what was sent and nothing else: no run of the page is under way. */
  complete(): void {
    if (!this.#begun) return;
    if (this.#behind || this.#keeps) this.#become(this.#begun, false);
    this.#begun = this.#unreached = undefined;
    if (this.#ids?.areTheWorkers) this.#ids = undefined;
  }

  /** The same message in the page's ids. */
  pending(msg: Extract<ForwardMsg, { type: "pending" }>): typeof msg {
    this.catchUp();
    const ids = this.#ids;
    return ids ? { ...msg, blocks: msg.blocks.map(([id, from]) => [ids.of(id), from]) } : msg;
  }

  #begin(msg: TreeMsg): void {
    this.#outdated = this.#keeps = false;
    this.#ids = this.#begun = this.#unreached = undefined;
    // The first tree of a page: there is nothing to find again.
    if (this.tree.nodes.size === ROOTS.length) return this.#change(msg);
    this.#begun = new AppTree();
    this.#begun.apply(msg);
    this.#behind = true;
  }

  #become(begun: AppTree, keepRest: boolean): void {
    const ids = (this.#ids ??= new NodeIds(this.tree.nodes.keys()));
    const roots = ROOTS.map((id) => nodeOf(begun, id));
    const { deltas, keeps, unreached } = wholeTreeDeltas(this.tree, roots, { ids, keepRest });
    this.#change({ type: "delta", deltas });
    this.#unreached = unreached.length > 0 ? unreached : undefined;
    this.#keeps = keeps;
    this.#behind = false;
  }

  #change(msg: TreeMsg): void {
    for (const id of this.tree.apply(msg)) this.#touch(id);
  }
}
