import type { NodeId } from "@rivulet/protocol";
import type { Course } from "./course.ts";
import { WINDOW } from "./match.ts";
import type { PostedBase } from "./posted-base.ts";
import { hashProps, sameProps, weightOf } from "./props.ts";
import type { TreeBlock, TreeNode } from "./tree-node.ts";

/** Bytes of old content that a flush may write over on a guess. */
const GUESS_LIMIT = 2048;

/** What a settlement needs of the tree. */
export interface Settling {
  readonly base: PostedBase;
  newId(): NodeId;
  drop(node: TreeNode): void;
}

/**
 * Makes what the run has emitted in `block` its children. Elements that have not been placed yet take over old ones:
 * by content, else by kind between two matches; the rest are new. With `final` the old ones that are left over go,
 * else they stay where they stood, since the run may still reach them.
 */
export function settle(block: TreeBlock, course: Course, final: boolean, tree: Settling): void {
  const old = block.children;
  if (course.out === undefined) {
    if (!final || (course.holes === 0 && course.at >= old.length)) return;
    tree.base.touch(block);
    block.children = old.filter((node) => node.seen === course.pass);
    for (const node of old) if (node.seen !== course.pass) tree.drop(node);
  } else {
    const { out } = course;
    tree.base.touch(block);
    for (let i = 0; i < old.length; i++) (old[i] as TreeNode).index = i;
    const placing = new Placing(old, out, course, final, tree.base);
    if (out.some(isUnplaced)) placing.place();
    for (const node of out) if (node.id === 0) node.id = tree.newId();
    if (final) {
      block.children = out;
      for (const node of old) if (!placing.isTaken(node)) tree.drop(node);
    } else {
      const emitted = out.length;
      block.children = placing.withStale();
      course.holes = course.at - emitted;
    }
    course.out = undefined;
  }
  if (!final) return;
  course.at = block.children.length;
  course.holes = 0;
  course.index = undefined;
}

class Placing {
  readonly #old: readonly TreeNode[];
  readonly #out: readonly TreeNode[];
  readonly #course: Course;
  readonly #final: boolean;
  readonly #base: PostedBase;

  constructor(old: readonly TreeNode[], out: readonly TreeNode[], course: Course, final: boolean, base: PostedBase) {
    this.#old = old;
    this.#out = out;
    this.#course = course;
    this.#final = final;
    this.#base = base;
  }

  /** True if an old child is part of what was emitted: as itself, or taken over. */
  isTaken(node: TreeNode): boolean {
    return node.seen === this.#course.pass || node.standing === "gone";
  }

  place(): void {
    const { at } = this.#course;
    // In mid-run only what was passed over: what lies ahead is likely still to come.
    const from = this.#final ? 0 : Math.max(0, at - 2 * WINDOW);
    const to = this.#final ? this.#old.length : Math.min(at, this.#old.length);
    const byContent = new Map<number, number[]>();
    for (let i = from; i < to; i++) {
      const node = this.#old[i] as TreeNode;
      if (node.place !== undefined || this.isTaken(node)) continue;
      const hash = hashProps(node.type, node.props);
      const same = byContent.get(hash);
      if (same === undefined) byContent.set(hash, [i]);
      else same.push(i);
    }
    if (byContent.size > 0) {
      // Hashed once: the same elements are sought twice.
      const sought = this.#out.map((node) => (isUnplaced(node) ? byContent.get(hashProps(node.type, node.props)) : undefined));
      this.#inGaps((node, low, high, k) => this.#findContent(node, sought[k], low, high));
      for (const [k, node] of this.#out.entries()) {
        if (!isUnplaced(node)) continue;
        const i = this.#findContent(node, sought[k], 0, this.#old.length);
        if (i >= 0) this.#take(node, i, true);
      }
      this.#inGaps((node, low, high) => this.#findKind(node, low, Math.min(high, to)));
    }
    if (!this.#final) this.#guessTail();
  }

  /** Asks `find` for each unplaced node that stands between two matches where its old one is among those between them. */
  #inGaps(find: (node: TreeNode, low: number, high: number, k: number) => number): void {
    const ends = this.#gapEnds();
    let low = 0;
    let high = ends[0] as number;
    const last = this.#final ? this.#out.length : this.#afterLastMatch();
    for (let k = 0; k < last; k++) {
      const node = this.#out[k] as TreeNode;
      if (isUnplaced(node) && low < high) {
        const i = find(node, low, high, k);
        if (i >= 0) {
          this.#take(node, i, sameProps(node.props, (this.#old[i] as TreeNode).props));
          low = i + 1;
        }
      } else if (node.index >= low && node.index < high) {
        low = node.index + 1;
      } else if (node.index >= 0) {
        low = node.index + 1;
        high = ends[low] as number;
      }
    }
  }

  /** For each old child, where the next one stands that was emitted as itself. */
  #gapEnds(): Int32Array {
    const { length } = this.#old;
    const ends = new Int32Array(length + 1).fill(length);
    for (let i = length - 1; i >= 0; i--) ends[i] = (this.#old[i] as TreeNode).seen === this.#course.pass ? i : (ends[i + 1] as number);
    return ends;
  }

  #afterLastMatch(): number {
    let k = this.#out.length;
    while (k > 0 && (this.#out[k - 1] as TreeNode).index < 0) k--;
    return k;
  }

  #findContent(node: TreeNode, same: number[] | undefined, low: number, high: number): number {
    if (same === undefined) return -1;
    while (same[0] !== undefined && this.isTaken(this.#old[same[0]] as TreeNode)) same.shift();
    for (let k = 0; k < same.length && k < 2 * WINDOW; k++) {
      const i = same[k] as number;
      if (i >= high) return -1;
      if (i < low) continue;
      const old = this.#old[i] as TreeNode;
      if (!this.isTaken(old) && old.type === node.type && sameProps(old.props, node.props)) return i;
    }
    return -1;
  }

  #findKind(node: TreeNode, low: number, high: number): number {
    for (let i = low; i < high && i < low + 2 * WINDOW; i++) {
      const old = this.#old[i] as TreeNode;
      if (old.type === node.type && old.place === undefined && !this.isTaken(old)) return i;
    }
    return -1;
  }

  /**
   * In mid-run, what follows the last match: it is taken for a new version of the old elements that stand there, so
   * that a slow page changes in place instead of growing. When the old content comes after all, it is inserted,
   * so a wrong guess costs one patch and is not repeated by what follows.
   */
  #guessTail(): void {
    const course = this.#course;
    for (let k = this.#afterLastMatch(); k < this.#out.length; k++) {
      const node = this.#out[k] as TreeNode;
      if (!isUnplaced(node)) continue;
      if (course.overwritten?.some((was) => was.type === node.type && sameProps(was.props, node.props))) continue;
      const old = this.#old[course.at];
      if (old === undefined || old.type !== node.type || old.place !== undefined || this.isTaken(old)) return;
      if (weightOf(old.props, GUESS_LIMIT) > GUESS_LIMIT) return;
      const overwritten = (course.overwritten ??= []);
      if (overwritten.push({ type: old.type, props: old.props }) > WINDOW) overwritten.shift();
      this.#take(node, course.at++, false);
    }
  }

  #take(node: TreeNode, i: number, sameContent: boolean): void {
    node.index = i;
    this.#base.adopt(node, this.#old[i] as TreeNode, sameContent);
  }

  /** What was emitted, with the old children that were passed over behind the neighbour they followed, then the unreached. */
  withStale(): TreeNode[] {
    const { at } = this.#course;
    const children: TreeNode[] = [];
    const passedOver = (from: number) => {
      for (let i = from; i < at && i < this.#old.length; i++) {
        const node = this.#old[i] as TreeNode;
        if (this.isTaken(node)) break;
        children.push(node);
      }
    };
    let stale = 0;
    for (const node of this.#out) {
      if (node.index >= 0) {
        passedOver(stale);
        stale = node.index + 1;
      }
      children.push(node);
    }
    this.#course.at = children.length;
    passedOver(stale);
    for (let i = at; i < this.#old.length; i++) {
      const node = this.#old[i] as TreeNode;
      if (!this.isTaken(node)) children.push(node);
    }
    return children;
  }
}

/** True for a display element that neither is nor has taken over an old one. */
function isUnplaced(node: TreeNode): boolean {
  return node.id === 0;
}
