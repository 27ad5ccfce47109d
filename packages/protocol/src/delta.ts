import type { Node, NodeId } from "./node.ts";

/** One change of one node, relative to the tree that the browser has after the frames before. */
export type Delta = PropsDelta | ChildrenDelta;

/** Changes props of a node by name. */
export interface PropsDelta {
  readonly type: "props";
  readonly id: NodeId;
  readonly set?: Readonly<Record<string, unknown>>;
  /** Props that are absent now. */
  readonly unset?: readonly string[];
  /** Strings that grew: what to append. */
  readonly append?: Readonly<Record<string, string>>;
}

/**
 * Gives a block its new list of children. What `order` does not mention is removed.
 * A run `[start, count]` takes that many of the block's children as the browser has them; a node is new.
 */
export interface ChildrenDelta {
  readonly type: "children";
  readonly id: NodeId;
  readonly order: readonly (ChildRun | Node)[];
}

export type ChildRun = readonly [start: number, count: number];
