import type { TreeBlock } from "./tree-node.ts";

/** What one run has touched in the tree. Several can be under way: a fragment's beside the page's. */
export class TreeRun {
  /** Counts the runs of the session. */
  readonly number: number;
  /** Blocks that it has emitted, outer ones first; some may have been taken over by another run since. */
  readonly started: TreeBlock[] = [];
  /** Counts what it has emitted, wherever. */
  emitted = 0;

  constructor(number: number) {
    this.number = number;
  }
}
