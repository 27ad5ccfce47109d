import type { Props } from "./props.ts";
import type { TreeBlock, TreeNode } from "./tree-node.ts";
import type { TreeRun } from "./tree-run.ts";

/**
 * How far a run has come in one block. While what it emits stands in the old children in their order,
 * `at` just moves along them. At the first that does not, the course *diverges*: what the run emitted is gathered
 * in `out`, and a settlement (at a flush, or the run's end) makes it the block's children.
 */
export class Course {
  /** The run whose course this is: a block has one at a time. */
  readonly run: TreeRun;
  /** Marks the children that this course has emitted (`TreeNode.seen`). */
  pass: number;
  /** The old child that is expected next. */
  at = 0;
  /** How much was emitted since the top. */
  emitted = 0;
  /** Old children before `at` that were passed over: emitted later, or not at all. */
  holes = 0;
  /** All that was emitted, in order, once diverged. */
  out: TreeNode[] | undefined = undefined;
  /** True if what is not emitted goes at the next settlement: the block was cleared, or is a placeholder that was written. */
  drop = false;
  /** False while the children must be settled at the next flush. */
  settled = true;
  /** Identities of the children, built at the first that is not found in place. */
  index: Map<string, TreeNode> | undefined = undefined;
  /** The old child that the last emit took; undefined if it took none. */
  taken: TreeNode | undefined = undefined;
  /** The number of that emit in its session. */
  takenBy = 0;
  #atBefore = 0;
  #holesBefore = 0;
  /** Old content that a flush wrote over, guessing that it would not come again. */
  overwritten: { readonly type: string; readonly props: Props }[] | undefined = undefined;

  constructor(run: TreeRun, pass: number) {
    this.run = run;
    this.pass = pass;
  }

  /** Emits from the top again. */
  restart(pass: number): void {
    this.pass = pass;
    this.at = this.holes = 0;
    this.out = this.index = this.overwritten = this.taken = undefined;
  }

  /** The next old child that was not emitted yet. */
  expected(block: TreeBlock): TreeNode | undefined {
    const { children } = block;
    let old = children[this.at];
    while (old !== undefined && old.seen === this.pass) old = children[++this.at];
    return old;
  }

  /** Takes the old child at `to` as the one that is emitted now; those before it are passed over. */
  take(node: TreeNode, to: number, emit: number): void {
    this.taken = node;
    this.takenBy = emit;
    this.#atBefore = this.at;
    this.#holesBefore = this.holes;
    this.holes += to - this.at;
    this.at = to + 1;
    node.seen = this.pass;
    this.out?.push(node);
  }

  /** True if the last emit here gave `node`, and nothing was settled since the emit with number `settled`. */
  isLast(node: TreeNode, settled: number): boolean {
    return this.taken === node ? this.takenBy > settled : node.id === 0 && this.out?.at(-1) === node;
  }

  /** Undoes the last emit. */
  giveBack(node: TreeNode): void {
    this.out?.pop();
    if (this.taken !== node) {
      node.standing = "gone";
      return;
    }
    this.at = this.#atBefore;
    this.holes = this.#holesBefore;
    this.taken = undefined;
    node.seen = 0;
  }

  /** Starts to gather what is emitted. */
  diverge(block: TreeBlock): TreeNode[] {
    this.taken = undefined;
    if (this.out === undefined) {
      this.out = block.children.slice(0, this.at);
      if (this.holes > 0) this.out = this.out.filter((node) => node.seen === this.pass);
    }
    return this.out;
  }
}
