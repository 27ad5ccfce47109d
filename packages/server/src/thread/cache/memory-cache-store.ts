import { createUseCounter, type CacheEntry, type UseCounter } from "./cache-entry.ts";
import type { CacheKey, CacheRange } from "./cache-key.ts";
import type { CacheLimits, CacheStore } from "./cache-store.ts";
import { processClock, type Clock } from "./clock.ts";

export interface MemoryCacheOptions {
  /** Bytes of all entries together. Default 256 MB. */
  readonly maxBytes?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** One function's entries in one scope. */
interface Shelf {
  readonly scope: string;
  readonly fn: string;
  readonly entries: Map<string, CacheEntry>;
}

/** Bytes that an entry takes besides its value and its key: the objects around them. */
const OVERHEAD = 1000;

const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;
/** Room is made for more than one entry at a time: finding the oldest means looking at all. */
const ROOM = 0.9;

/** Keeps entries in this process, the least recently used go first. */
export class MemoryCacheStore implements CacheStore {
  readonly uses: UseCounter = createUseCounter();
  /** By scope, then by function: sessions end often, and take one scope with them. */
  readonly #shelves = new Map<string, Map<string, Shelf>>();
  readonly #maxBytes: number;
  readonly #clock: Clock;
  #bytes = 0;

  constructor({ maxBytes = DEFAULT_MAX_BYTES, clock = processClock }: MemoryCacheOptions = {}) {
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  get(key: CacheKey): CacheEntry | undefined {
    const shelf = this.#shelves.get(key.scope)?.get(key.fn);
    const entry = shelf?.entries.get(key.args);
    if (shelf === undefined || entry === undefined) return undefined;
    if (!entry.isValid(this.#clock())) {
      this.#drop(shelf, key.args, entry);
      return undefined;
    }
    entry.touch(this.uses);
    return entry;
  }

  set(key: CacheKey, entry: CacheEntry, { ttl = Infinity, staleFor = 0, maxEntries = Infinity }: CacheLimits): void {
    this.clear(key);
    const size = sizeOf(key.args, entry);
    if (size > this.#maxBytes) return;
    if (this.#bytes + size > this.#maxBytes) this.#makeRoom(this.#maxBytes * ROOM - size);
    const full = this.#shelves.get(key.scope)?.get(key.fn);
    while (full !== undefined && full.entries.size >= maxEntries) this.#drop(full, ...oldest(full.entries));
    this.#shelf(key).entries.set(key.args, entry);
    this.#bytes += size;
    entry.touch(this.uses);
    const fresh = this.#clock() + ttl;
    entry.publish(fresh, fresh + staleFor);
  }

  clear(range: CacheRange): void {
    for (const byFunction of pick(this.#shelves, range.scope)) {
      for (const shelf of pick(byFunction, range.fn)) {
        const found = range.args === undefined ? [...shelf.entries.keys()] : [range.args];
        for (const args of found) {
          const entry = shelf.entries.get(args);
          if (entry !== undefined) this.#drop(shelf, args, entry);
        }
      }
    }
  }

  #shelf({ scope, fn }: CacheKey): Shelf {
    const byFunction = this.#shelves.get(scope) ?? new Map<string, Shelf>();
    this.#shelves.set(scope, byFunction);
    const shelf = byFunction.get(fn) ?? { scope, fn, entries: new Map<string, CacheEntry>() };
    byFunction.set(fn, shelf);
    return shelf;
  }

  /** Drops what has expired, then the least recently used, until at most `bytes` are left. */
  #makeRoom(bytes: number): void {
    const now = this.#clock();
    const shelves = [...this.#shelves.values()].flatMap((byFunction) => [...byFunction.values()]);
    const all = shelves.flatMap((shelf) => [...shelf.entries].map(([args, entry]) => ({ shelf, args, entry })));
    const age = (entry: CacheEntry): number => (entry.isValid(now) ? entry.touched : -1);
    all.sort((a, b) => age(a.entry) - age(b.entry));
    for (const { shelf, args, entry } of all) {
      if (this.#bytes <= bytes) return;
      this.#drop(shelf, args, entry);
    }
  }

  #drop(shelf: Shelf, args: string, entry: CacheEntry): void {
    entry.revoke();
    shelf.entries.delete(args);
    this.#bytes -= sizeOf(args, entry);
    if (shelf.entries.size > 0) return;
    const byFunction = this.#shelves.get(shelf.scope);
    byFunction?.delete(shelf.fn);
    if (byFunction?.size === 0) this.#shelves.delete(shelf.scope);
  }
}

function sizeOf(args: string, { size }: CacheEntry): number {
  return size + 2 * args.length + OVERHEAD;
}

/** The value of a key, or all where none is named. A copy: values may be deleted while they are visited. */
function pick<T>(map: ReadonlyMap<string, T>, key: string | undefined): T[] {
  if (key === undefined) return [...map.values()];
  const value = map.get(key);
  return value === undefined ? [] : [value];
}

function oldest(entries: ReadonlyMap<string, CacheEntry>): [string, CacheEntry] {
  return [...entries].reduce((old, one) => (one[1].touched < old[1].touched ? one : old));
}
