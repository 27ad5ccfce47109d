import type { AppTree, Delta, Node, NodeId } from "@rivulet/protocol";

/** The page's own ids of the nodes that a script worker sends: one that the page knew under another id has kept that. */
export class NodeIds {
  readonly #own = new Map<NodeId, NodeId>();
  #last = 0;

  /** New nodes get ids above those `taken`. */
  constructor(taken: Iterable<NodeId>) {
    for (const id of taken) this.#last = Math.max(this.#last, id);
  }

  /** True if all ids are the worker's. */
  get areTheWorkers(): boolean {
    for (const [sent, own] of this.#own) if (sent !== own) return false;
    return true;
  }

  /** The node sent as `sent` is the page's node `own`. */
  keep(sent: NodeId, own: NodeId): void {
    this.#own.set(sent, own);
  }

  /** The page's ids of the nodes sent so far. */
  known(): ReadonlySet<NodeId> {
    return new Set(this.#own.values());
  }

  find(sent: NodeId): NodeId | undefined {
    return this.#own.get(sent);
  }

  of(sent: NodeId): NodeId {
    const own = this.#own.get(sent);
    if (own === undefined) throw new Error(`A frame names node ${sent}, which is not known. This is a bug in rivulet.`);
    return own;
  }

  /** A node that the page does not have, with all below it. */
  new(node: Node): Node {
    const id = ++this.#last;
    this.#own.set(node.id, id);
    return "children" in node ? { ...node, id, children: node.children.map((child) => this.new(child)) } : { ...node, id };
  }

  /** The same change, of the page's own nodes. */
  delta(delta: Delta): Delta {
    const id = this.of(delta.id);
    if (delta.type === "props") return { ...delta, id };
    return { ...delta, id, order: delta.order.map((entry) => ("type" in entry ? this.new(entry) : entry)) };
  }

  /** Forgets nodes that are gone from the page, now and then. */
  prune({ nodes }: AppTree): void {
    if (this.#own.size <= 2 * nodes.size) return;
    for (const [sent, own] of this.#own) if (!nodes.has(own)) this.#own.delete(sent);
  }
}
