import { Group, identityOf, type Identity, type Place, type TreeNode } from "./tree-node.ts";

/** Identities that vanished and are still remembered; the oldest are forgotten first. */
const MAX_VANISHED = 1000;

/** Counts equal unkeyed neighbours, whose values are unsafe while their number changes (FM4, BM1). */
export class Neighbours {
  /** Groups whose number differs from what was posted, with that number. */
  readonly #recounted = new Map<Group, number>();
  /** Groups whose number may differ from when a run finished last. */
  readonly #unfinished = new Set<Group>();
  /** First occurrences of groups that are gone: when they come back, their number has changed. */
  readonly #vanished = new Set<string>();

  /** `first` gets a second: from now on they are counted. */
  groupOf(first: TreeNode, run: number): Group {
    const place = first.place as Place;
    const group = new Group(place.run, place.run < run ? 1 : 0);
    this.#recounted.set(group, first.standing === "posted" ? 1 : 0);
    group.add(first);
    return group;
  }

  added(node: TreeNode, group: Group): void {
    this.#willChange(group);
    group.add(node);
  }

  /** The first of its identity came into its container. */
  addedFirst(node: TreeNode): void {
    if (this.#vanished.size === 0 || !this.#vanished.delete(identityOf(node))) return;
    const group = new Group(-1, 0);
    this.#recounted.set(group, Infinity);
    group.add(node);
  }

  removed(node: TreeNode): void {
    const { group, occurrence } = node.place as Place;
    if (group === undefined) return;
    this.#willChange(group);
    group.live--;
    group.nodes[occurrence] = undefined;
    if (occurrence > 0) return;
    this.#vanished.add(identityOf(node));
    if (this.#vanished.size > MAX_VANISHED) for (const oldest of this.#vanished) return void this.#vanished.delete(oldest);
  }

  /** Frame `seq` shows the numbers as they are now. `isRunning` knows the runs under way by their number. */
  posted(seq: number, isRunning: (run: number) => boolean): void {
    for (const [group, before] of this.#recounted) {
      // While the run that made the first adds more, those that are there keep their meaning.
      const grows = group.live > before && isRunning(group.run);
      if (group.live !== before && (group.live > 1 || before > 1) && !grows) group.changed = seq;
    }
    this.#recounted.clear();
  }

  /** A run finished: tells the first of every group whose number changed since the last one that did. */
  finished(onRecount: ((node: TreeNode, identity: Identity) => void) | undefined): void {
    for (const group of this.#unfinished) {
      const first = group.nodes[0];
      if (first?.place && group.finished > 0 && group.live !== group.finished) onRecount?.(first, first.place);
      group.finished = group.live;
    }
    this.#unfinished.clear();
  }

  #willChange(group: Group): void {
    if (!this.#recounted.has(group)) this.#recounted.set(group, group.live);
    this.#unfinished.add(group);
  }
}
