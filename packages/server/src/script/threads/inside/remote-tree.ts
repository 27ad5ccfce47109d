import { elements, type BlockType, type ElementType, type ForwardMsg, type RootName } from "@rivulet/protocol";
import { TreeBlock, TreeNode, type Identity, type Props } from "../../session-tree.ts";
import type { NodeRef, ThreadWrite } from "../call-messages.ts";
import { notInThread } from "../no-context.ts";

/** References that each call's roots have. */
export const ROOT_REFS: Readonly<Record<RootName, NodeRef>> = { main: 0, sidebar: 1, bottom: 2, overlay: 3 };

/** Blocks that belong to the page's own course of events. */
const PAGE_BLOCKS: readonly string[] = ["form", "dialog", "fragment"];

/** What stands in a thread for the session's tree: it has the part of its face that element functions use, and posts each change. */
export class RemoteTree {
  readonly roots: Readonly<Record<RootName, TreeBlock>>;
  /** The script worker decides when output leaves. */
  readonly fresh = false;
  readonly #refs = new WeakMap<TreeNode, NodeRef>();
  /** Blocks that were claimed and have no props yet: nothing was posted of them. */
  readonly #claimed = new WeakMap<TreeNode, Identity>();
  readonly #post: (write: ThreadWrite) => void;
  readonly #call: () => string;
  readonly #keyPlace: (key: string) => string | undefined;
  #next: NodeRef;
  #emitted = 0;

  constructor(options: {
    readonly firstRef: NodeRef;
    readonly post: (write: ThreadWrite) => void;
    /** The `st` call being made. */
    readonly call: () => string;
    /** Where an explicit key was first used here. */
    readonly keyPlace: (key: string) => string | undefined;
  }) {
    this.#next = options.firstRef;
    this.#post = options.post;
    this.#call = options.call;
    this.#keyPlace = options.keyPlace;
    const root = (name: RootName) => this.block("container", ROOT_REFS[name]);
    this.roots = { main: root("main"), sidebar: root("sidebar"), bottom: root("bottom"), overlay: root("overlay") };
  }

  /** The stand-in of a block that has a reference. */
  block(type: ElementType, ref: NodeRef): TreeBlock {
    const block = new TreeBlock(0, type, {}, undefined, undefined);
    this.#refs.set(block, ref);
    return block;
  }

  /** The stand-in of an element that has a reference. */
  node(type: ElementType, ref: NodeRef): TreeNode {
    const node = new TreeNode(0, type, {}, undefined, undefined);
    this.#refs.set(node, ref);
    return node;
  }

  refOf(node: TreeNode): NodeRef {
    const ref = this.#refs.get(node);
    if (ref === undefined) throw notInThread(this.#call(), "Pass what it writes into as an argument of the thread.");
    return ref;
  }

  /** Counts what the thread has emitted. */
  get emitted(): number {
    return this.#emitted;
  }

  emit(parent: TreeBlock, element: ElementType, props: object): TreeNode {
    this.#emitted++;
    const ref = this.#next++;
    this.#post({ type: "emit", parent: this.refOf(parent), element, props: props as Props, ref });
    return this.node(element, ref);
  }

  /** Makes the stand-in only: a widget is refused here, a stateful block when it asks for its value. */
  claim(parent: TreeBlock, type: ElementType, identity: Identity): TreeNode {
    const { class: kind } = elements[type] as { readonly class: string };
    if (kind !== "block") throw notInThread(this.#call(), "Widgets belong to the page: call it there, and pass its value as an argument.");
    if (PAGE_BLOCKS.includes(type)) throw notInThread(this.#call(), "Forms and dialogs belong to the page.");
    this.#emitted++;
    const block = new TreeBlock(0, type as BlockType, {}, parent, undefined);
    this.#claimed.set(block, identity);
    return block;
  }

  update(node: TreeNode, props: object): void {
    const identity = this.#claimed.get(node);
    if (identity === undefined) return this.#post({ type: "update", node: this.refOf(node), props: props as Props });
    const parent = this.refOf(node.parent as TreeBlock);
    const ref = this.#next++;
    const keyPlace = identity.key === undefined ? undefined : this.#keyPlace(identity.key);
    this.#post({ type: "block", parent, element: node.type, identity, keyPlace, props: props as Props, ref });
    this.#claimed.delete(node);
    this.#refs.set(node, ref);
  }

  replace(node: TreeNode, element: ElementType, props: object): TreeNode {
    const ref = this.#next++;
    this.#post({ type: "replace", node: this.refOf(node), element, props: props as Props, ref });
    return this.node(element, ref);
  }

  clear(block: TreeBlock): void {
    this.#post({ type: "clear", block: this.refOf(block) });
  }

  message(msg: ForwardMsg): void {
    this.#post({ type: "message", msg });
  }
}
