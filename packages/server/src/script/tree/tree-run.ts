import type { TreeBlock } from "./tree-node.ts";

/** What one run has touched in the tree. Several can be under way: a fragment's beside the page's. */
export class TreeRun {
  /** Counts the runs of the session. */
  readonly number: number;
  /** Blocks that it has emitted, outer ones first; some may have been taken over by another run since. */
  readonly started: TreeBlock[] = [];
  /** How much of what it has emitted stands, wherever: what was written over counts no more. */
  standing = 0;

  constructor(number: number) {
    this.number = number;
  }
}
