import type { LastCall } from "../thread/last-call.ts";
import type { StuckPlace } from "../thread/stuck-place.ts";
import type { ScriptWorker } from "./script-worker.ts";
import { StuckSearch } from "./stuck-search.ts";

/** Milliseconds before its end in which a grace period asks where the worker is. */
const SEARCH = 300;

/** Where a worker was when its time was up. */
export interface StuckAt extends StuckPlace {
  /** The session's last `st` call before, when the thread itself did not answer. */
  readonly after?: LastCall | undefined;
}

/** The time that a stopped run has to end by itself (SR9). In the last part of it the worker is asked where it is: a run that answers soon costs nothing. */
export class GracePeriod {
  readonly #timers: readonly NodeJS.Timeout[];
  #search: StuckSearch | undefined;

  constructor(worker: ScriptWorker, ms: number, over: (at: StuckAt) => void) {
    const search = setTimeout(() => (this.#search = new StuckSearch(worker.threadId)), Math.max(ms / 2, ms - SEARCH));
    const end = setTimeout(() => {
      this.cancel();
      over(stuckAt(this.#search?.place, worker.lastCall));
    }, ms);
    this.#timers = [search, end];
  }

  /** The run has ended by itself, or its worker is gone. */
  cancel(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#search?.end();
  }
}

function stuckAt(place: StuckPlace | undefined, last: LastCall | undefined): StuckAt {
  if (place?.frame !== undefined) return place;
  // What it said of the session counts for more than a call that may be long ago.
  const session = place === undefined ? last?.session : place.session;
  return { session, after: last?.session === session ? last : undefined };
}
