import type { ScriptSession } from "../script-session.ts";
import { PostponedRequests } from "./postponed-requests.ts";
import type { RunRequest } from "./session-runs.ts";

/** Milliseconds between two looks whether what a request is for is there. */
const LOOK = 50;
/** Milliseconds that a request waits for a page that goes on for ever and does not show what it is for. */
const LONGEST = 10_000;

/**
 * A session has moved here and its page has not come to its end since (SR8): what its user sees may not be there yet. A request for
 * that waits; it would be refused for nothing that its user could know.
 */
export class Arrival {
  readonly #session: ScriptSession;
  readonly #postponed = new PostponedRequests();
  readonly #since = new Map<RunRequest, number>();
  readonly #go: (next: RunRequest, stopped: "stopped" | "timeout" | undefined) => void;
  #timer: NodeJS.Timeout | undefined;

  /** `go` is given what waits no longer. */
  constructor(session: ScriptSession, go: (next: RunRequest, stopped: "stopped" | "timeout" | undefined) => void) {
    this.#session = session;
    this.#go = go;
  }

  /** Keeps a request until what it is for is there; false if that is so, and nothing waits before it. */
  postpone(request: RunRequest): boolean {
    if (this.#postponed.all.length === 0 && isThere(this.#session, request)) return false;
    this.#postponed.add(request);
    this.#since.set(request, Date.now());
    this.#timer ??= setInterval(() => this.#look(), LOOK);
    return true;
  }

  /** Notes that requests up to `no` are stopped, as is the run that they wait for. */
  stop(no: number, reason: "stopped" | "timeout"): void {
    this.#postponed.stop(no, reason);
  }

  /** The page has come to its end: whatever waits goes on. */
  over(): void {
    clearInterval(this.#timer);
    this.#release(() => true);
  }

  /** The session is over. */
  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#release((request) => isThere(this.#session, request) || Date.now() - (this.#since.get(request) ?? 0) >= LONGEST);
  }

  #release(isDue: (request: RunRequest) => boolean): void {
    for (const [request, stopped] of this.#postponed.take(isDue)) {
      this.#since.delete(request);
      this.#go(request, stopped);
    }
    if (this.#postponed.all.length > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

/** Whether the page has shown everything that a request is for. */
function isThere({ tree, fragments }: ScriptSession, { updates }: RunRequest): boolean {
  return updates.every(
    ({ fragment, values }) =>
      (fragment === undefined || fragments.get(fragment) !== undefined) && values.every(([id]) => tree.widget(id) !== undefined),
  );
}
