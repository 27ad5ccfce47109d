import type { AppTree } from "./app-tree.ts";
import type { FragmentProps } from "./elements/fragment.ts";
import type { WidgetId } from "./node.ts";
import type { Run } from "./run.ts";

interface Timer {
  readonly every: number;
  readonly since: number;
  /** It runs, or a fragment around it does. */
  readonly running: boolean;
}

/**
 * When fragments are due that run again by themselves (`FragmentProps.every`). Sets no timer: whoever owns it does, and sends the ticks.
 * Times are milliseconds of any one clock.
 *
 * A fragment's time counts from the end of a run that it was in. In a run of the page its part is over long before the page, which may
 * await something for minutes; so there the time counts from the start, and again from the end.
 */
export class FragmentClock {
  #runs: readonly Run[] = [];
  /** What runs that began or ended since the last look were of. */
  readonly #ran = new Set<WidgetId | undefined>();
  #timers: ReadonlyMap<WidgetId, Timer> = new Map();

  /** Call with each list of the runs under way: a run may begin and end between two looks at the page. */
  follow(runs: readonly Run[]): void {
    if (runs === this.#runs) return;
    for (const run of this.#runs) if (!runs.includes(run)) this.#ran.add(run.fragment);
    for (const run of runs) if (!this.#runs.includes(run)) this.#ran.add(run.fragment);
    this.#runs = runs;
  }

  /** Looks at the page as it is now: call when messages have been applied. */
  look(tree: AppTree, now: number): void {
    if (tree.fragments.size > 0 || this.#timers.size > 0) {
      const timers = new Map<WidgetId, Timer>();
      for (const node of tree.fragments) {
        const props = tree.nodes.get(node)?.props as FragmentProps | undefined;
        if (props?.every === undefined) continue;
        timers.set(props.id, this.#timer(tree.fragmentsAround(node), this.#timers.get(props.id), props.every * 1000, now));
      }
      this.#timers = timers;
    }
    this.#ran.clear();
  }

  /** A tick of this fragment was sent: the time counts from here, should no run come of it. */
  ticked(id: WidgetId, now: number): void {
    const timer = this.#timers.get(id);
    if (timer) this.#timers = new Map(this.#timers).set(id, { ...timer, since: now });
  }

  /** The fragments that are due, and how long until the next one is; those that `waits` is true of are left out. */
  due(now: number, waits: (id: WidgetId) => boolean): { readonly ids: readonly WidgetId[]; readonly wait: number } {
    const ids: WidgetId[] = [];
    let wait = Number.POSITIVE_INFINITY;
    for (const [id, { every, since, running }] of this.#timers) {
      if (running || waits(id)) continue;
      const left = since + every - now;
      if (left <= 0) ids.push(id);
      else wait = Math.min(wait, left);
    }
    return { ids, wait };
  }

  #timer(around: readonly WidgetId[], before: Timer | undefined, every: number, now: number): Timer {
    const ran = this.#ran.has(undefined) || around.some((id) => this.#ran.has(id));
    const running = this.#runs.some(({ fragment }) => fragment !== undefined && around.includes(fragment));
    return { every, since: before === undefined || ran ? now : before.since, running };
  }
}
