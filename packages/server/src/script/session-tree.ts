import { ROOT_IDS, type Delta, type ElementType, type Node, type NodeId, type RootName, type WidgetId } from "@rivulet/protocol";
import { TreeBlock, type Identity, type TreeNode } from "./tree/tree-node.ts";

export { TreeBlock, TreeNode, type Identity, type Props } from "./tree/tree-node.ts";

export interface SessionTreeOptions {
  /** Emits a run may make (FM6). Default 50,000. */
  readonly maxElements?: number | undefined;
  /** Told at the end of a finished run: the number of equal unkeyed elements changed since the last finished run (FM4). */
  readonly onRecount?: ((node: TreeNode) => void) | undefined;
}

/** What a session shows: the live tree, and its difference to what was posted (FM3). Runs no code of the page. */
export class SessionTree {
  readonly roots: Readonly<Record<RootName, TreeBlock>>;
  /** True if the last emit's content was not found among the next 32 old siblings (FM2: post it at once). */
  fresh = false;

  constructor(_options: SessionTreeOptions = {}) {
    const root = (name: RootName) => {
      const block = new TreeBlock("container", {}, undefined);
      block.id = ROOT_IDS[name];
      return block;
    };
    this.roots = { main: root("main"), sidebar: root("sidebar"), bottom: root("bottom") };
  }

  /** A new run starts: it emits from the top of every block. */
  beginRun(): void {
    throw new Error("not yet");
  }

  /** Puts an element at `parent`'s cursor; in an `empty` block it replaces the child. Throws when the run emitted too many. */
  emit(_parent: TreeBlock, _type: ElementType, _props: object, _identity?: Identity): TreeNode {
    throw new Error("not yet");
  }

  /** Puts a block at `parent`'s cursor; its own cursor starts at its top. */
  block(_parent: TreeBlock, _type: ElementType, _props: object, _identity: Identity): TreeBlock {
    throw new Error("not yet");
  }

  /** Gives an element that was emitted new props, all of them. */
  update(_node: TreeNode, _props: object): void {
    throw new Error("not yet");
  }

  /** Puts a display element in the place of `node`; the handle stays the same object. */
  replace(_node: TreeNode, _type: ElementType, _props: object): TreeNode {
    throw new Error("not yet");
  }

  /** Removes all children; what is emitted next starts at the top. */
  clear(_block: TreeBlock): void {
    throw new Error("not yet");
  }

  /** The widget, trigger or stateful block with this id, as it lives now. */
  widget(_id: WidgetId): TreeNode | undefined {
    throw new Error("not yet");
  }

  /** BM1: true if `node` or a block around it has equal unkeyed neighbours whose number changed in a frame after `seq`. */
  changedCountSince(_node: TreeNode, _seq: number): boolean {
    throw new Error("not yet");
  }

  /** Ends the run: with `prune` what it did not emit is removed, else it is left to the next run (SR7). */
  endRun(_prune: boolean): void {
    throw new Error("not yet");
  }

  /** What changed since the last frame; from now on frame `seq` is the base. Undefined if nothing changed. */
  takeDeltas(_seq: number): Delta[] | undefined {
    throw new Error("not yet");
  }

  /** For each block of the run with children that it has not reached: the block, and the index of the first. */
  pendingBlocks(): [NodeId, number][] {
    throw new Error("not yet");
  }

  /** The roots as they are now, in the order of `ROOT_IDS`; from now on they are the base. */
  wholeTree(): Node[] {
    throw new Error("not yet");
  }
}

