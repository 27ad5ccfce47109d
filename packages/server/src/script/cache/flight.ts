import { AsyncLocalStorage } from "node:async_hooks";
import { RivuletError } from "../../errors.ts";
import type { SessionId } from "../../thread/messages.ts";

const WRITE_OUTSIDE = "Return the value, and write it in the page.";

/** One execution of a cached function: it belongs to no run, since many may wait for it. */
export class Flight {
  /** How messages name the cached function. */
  readonly name: string;
  /** The session whose own value this is; none when everybody's. */
  readonly session: SessionId | undefined;
  /** The keys of this flight and of those that wait for it in this thread. */
  readonly keys: ReadonlySet<string>;
  readonly #abort = new AbortController();

  constructor(name: string, session: SessionId | undefined, keys: ReadonlySet<string>) {
    this.name = name;
    this.session = session;
    this.keys = keys;
  }

  /** Aborts when nobody can want the value any more, whatever becomes of the run that asked for it first. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  abort(reason: string): void {
    this.#abort.abort(reason);
  }

  /** The error for a call that has no place here. */
  refusal(call: string, advice = WRITE_OUTSIDE): RivuletError {
    return new RivuletError("RIVULET_CACHE_CONTEXT", { call, name: this.name, advice });
  }
}

const flights = new AsyncLocalStorage<Flight>();

/** The cached function that the running code is part of. */
export function currentFlight(): Flight | undefined {
  return flights.getStore();
}

export function inFlight<T>(flight: Flight, call: () => T): T {
  return flights.run(flight, call);
}
