/** Bytes before the value: whether it is valid, when it was last used, until when it may be used, and until when it is fresh. */
const HEADER = 24;
const VALID = 0;
const TOUCHED = 1;
const EXPIRES = 1;
const FRESH = 2;

/** Counts uses of all entries of one cache, in memory that every thread shares. */
export type UseCounter = Int32Array<SharedArrayBuffer>;

export function createUseCounter(): UseCounter {
  return new Int32Array(new SharedArrayBuffer(4));
}

/**
 * A cached value as bytes that all threads share. What must be known everywhere at once lies in front of them: an entry that the host
 * revokes is void in every worker from that moment, without a message, and a hit in a worker counts as a use on the host.
 */
export class CacheEntry {
  readonly shared: SharedArrayBuffer;
  readonly #flags: Int32Array<SharedArrayBuffer>;
  readonly #times: Float64Array<SharedArrayBuffer>;

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.#flags = new Int32Array(shared, 0, 2);
    this.#times = new Float64Array(shared, 0, 3);
  }

  /** An entry that is not valid yet. */
  static of(bytes: Uint8Array): CacheEntry {
    const shared = new SharedArrayBuffer(HEADER + bytes.length);
    new Uint8Array(shared, HEADER).set(bytes);
    return new CacheEntry(shared);
  }

  get size(): number {
    return this.shared.byteLength;
  }

  /** The value's bytes, for the caller alone. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(new Uint8Array(this.shared, HEADER));
  }

  /** Makes the entry valid until `expires`, and wanting to be made anew from `fresh` on: times of the process's clock. */
  publish(fresh: number, expires: number): void {
    this.#times[FRESH] = fresh;
    this.#times[EXPIRES] = expires;
    Atomics.store(this.#flags, VALID, 1);
  }

  revoke(): void {
    Atomics.store(this.#flags, VALID, 0);
  }

  isValid(at: number): boolean {
    return Atomics.load(this.#flags, VALID) === 1 && at < (this.#times[EXPIRES] as number);
  }

  /** Valid, but time to be made anew. */
  isStale(at: number): boolean {
    return this.isValid(at) && at >= (this.#times[FRESH] as number);
  }

  /** Nobody need try to make it anew before this time. */
  rest(until: number): void {
    this.#times[FRESH] = until;
  }

  /** Takes note of a use. */
  touch(counter: UseCounter): void {
    Atomics.store(this.#flags, TOUCHED, Atomics.add(counter, 0, 1));
  }

  /** The count of the last use: the lower, the longer ago. */
  get touched(): number {
    return Atomics.load(this.#flags, TOUCHED);
  }
}
