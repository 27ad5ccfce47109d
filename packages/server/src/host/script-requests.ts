import type { WireUpdate } from "../thread/messages.ts";

/** One request for a run: `no` counts requests, `n` is the highest BackMsg number in it. */
export interface RunRequest {
  readonly no: number;
  readonly n: number;
  readonly updates: readonly WireUpdate[];
}

const NONE: readonly WireUpdate[] = [];

/**
 * The requests of a session whose end has not been heard of. They go to the worker at once and it coalesces them,
 * since only it knows triggers; they are kept so that another worker can repeat them (SR8).
 */
export class ScriptRequests {
  #no = 0;
  #open: RunRequest[] = [];
  #sizes: number[] = [];
  /** Bytes of the messages in open requests. */
  bytes = 0;
  /** Whether an open request has been through the death of a worker. */
  repeated = false;

  /** The number of the last request. */
  get last(): number {
    return this.#no;
  }

  get hasUpdates(): boolean {
    return this.#open.some((open) => open.updates.length > 0);
  }

  get inFlight(): boolean {
    return this.#open.length > 0;
  }

  add(n: number, update?: WireUpdate, bytes = 0): RunRequest {
    const request = { no: ++this.#no, n, updates: update ? [update] : NONE };
    this.#open.push(request);
    this.#sizes.push(bytes);
    this.bytes += bytes;
    return request;
  }

  /** Forgets every request up to `no`. Returns the highest BackMsg number among them, if there were any. */
  drop(no: number): number | undefined {
    let count = 0;
    let n: number | undefined;
    for (const request of this.#open) {
      if (request.no > no) break;
      n = request.n;
      this.bytes -= this.#sizes[count++] ?? 0;
    }
    if (count === this.#open.length) {
      // The usual case: the only request has ended.
      this.#open.length = 0;
      this.#sizes.length = 0;
      this.repeated = false;
    } else {
      this.#open.splice(0, count);
      this.#sizes.splice(0, count);
    }
    return n;
  }

  /** A number for a run that answers no request. */
  reserve(): number {
    return ++this.#no;
  }

  /**
   * All open requests as one new one, for a worker whose frames the browser reads from `seen` on: every update in order,
   * so that the latest value wins and no trigger is lost.
   */
  merge(seen: number): RunRequest | undefined {
    const newest = this.#open.at(-1);
    if (!newest) return undefined;
    const updates = this.#open.flatMap((open) => open.updates.map(({ values }) => ({ seen, values })));
    const request = { no: ++this.#no, n: newest.n, updates };
    this.#open = [request];
    this.#sizes = [this.bytes];
    return request;
  }
}
