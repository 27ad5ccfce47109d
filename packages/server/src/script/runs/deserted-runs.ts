import { isWithin, type Fragment } from "../fragments/fragment.ts";
import type { ActiveRun } from "./active-run.ts";

/** What runs have left to requests that are on their way: that these were posted has ended them, and what comes is to answer for both. */
export class DesertedRuns {
  readonly #left = new Set<ActiveRun>();

  add(left: ActiveRun): void {
    this.#left.add(left);
  }

  /** What would have to run if nothing else did. */
  get scope(): "page" | ReadonlySet<Fragment> {
    const scope = new Set<Fragment>();
    for (const { fragment } of this.#left) {
      if (fragment === undefined) return "page";
      scope.add(fragment);
    }
    return scope;
  }

  /** Takes what was left in a fragment, or on the page. */
  takeWithin(fragment: Fragment | undefined): readonly ActiveRun[] {
    return this.#take((left) => isWithin(left.fragment, fragment));
  }

  /** Takes what was left by requests up to `no`. */
  takeUpTo(no: number): readonly ActiveRun[] {
    return this.#take((left) => left.no <= no);
  }

  clear(): void {
    this.#left.clear();
  }

  #take(isMeant: (left: ActiveRun) => boolean): readonly ActiveRun[] {
    const taken = [...this.#left].filter(isMeant);
    for (const left of taken) this.#left.delete(left);
    return taken;
  }
}
