import { createUseCounter, type CacheEntry, type UseCounter } from "./cache-entry.ts";
import { inRange, type CacheKey, type CacheRange } from "./cache-key.ts";
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

const DEFAULT_MAX_BYTES = 256 * 1024 * 1024;
/** Room is made for more than one entry at a time: finding the oldest means looking at all. */
const ROOM = 0.9;

/** Keeps entries in this process, the least recently used go first. */
export class MemoryCacheStore implements CacheStore {
  readonly uses: UseCounter = createUseCounter();
  readonly #shelves = new Map<string, Shelf>();
  readonly #maxBytes: number;
  readonly #clock: Clock;
  #bytes = 0;

  constructor({ maxBytes = DEFAULT_MAX_BYTES, clock = processClock }: MemoryCacheOptions = {}) {
    this.#maxBytes = maxBytes;
    this.#clock = clock;
  }

  get(key: CacheKey): CacheEntry | undefined {
    const shelf = this.#shelves.get(shelfName(key));
    const entry = shelf?.entries.get(key.args);
    if (shelf === undefined || entry === undefined) return undefined;
    if (!entry.isValid(this.#clock())) {
      this.#drop(shelf, key.args, entry);
      return undefined;
    }
    entry.touch(this.uses);
    return entry;
  }

  set(key: CacheKey, entry: CacheEntry, { ttl = Infinity, maxEntries = Infinity }: CacheLimits): void {
    this.clear(key);
    if (entry.size > this.#maxBytes) return;
    if (this.#bytes + entry.size > this.#maxBytes) this.#makeRoom(this.#maxBytes * ROOM - entry.size);
    const shelf = this.#shelf(key);
    while (shelf.entries.size >= maxEntries) this.#drop(shelf, ...oldest(shelf.entries));
    shelf.entries.set(key.args, entry);
    this.#shelves.set(shelfName(key), shelf);
    this.#bytes += entry.size;
    entry.touch(this.uses);
    entry.publish(this.#clock() + ttl);
  }

  clear(range: CacheRange): void {
    const { scope, fn } = range;
    const one = scope !== undefined && fn !== undefined ? this.#shelves.get(shelfName({ scope, fn })) : undefined;
    const shelves = scope !== undefined && fn !== undefined ? (one === undefined ? [] : [one]) : [...this.#shelves.values()];
    for (const shelf of shelves) {
      if (!inRange({ ...shelf, args: "" }, { scope, fn })) continue;
      const found = range.args === undefined ? [...shelf.entries] : pick(shelf.entries, range.args);
      for (const [args, entry] of found) this.#drop(shelf, args, entry);
    }
  }

  #shelf(key: CacheKey): Shelf {
    return this.#shelves.get(shelfName(key)) ?? { scope: key.scope, fn: key.fn, entries: new Map() };
  }

  /** Drops what has expired, then the least recently used, until at most `bytes` are left. */
  #makeRoom(bytes: number): void {
    const now = this.#clock();
    const all = [...this.#shelves.values()].flatMap((shelf) => [...shelf.entries].map(([args, entry]) => ({ shelf, args, entry })));
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
    this.#bytes -= entry.size;
    if (shelf.entries.size === 0) this.#shelves.delete(shelfName(shelf));
  }
}

function shelfName({ scope, fn }: { readonly scope: string; readonly fn: string }): string {
  return `${scope}\n${fn}`;
}

function pick(entries: ReadonlyMap<string, CacheEntry>, args: string): [string, CacheEntry][] {
  const entry = entries.get(args);
  return entry === undefined ? [] : [[args, entry]];
}

function oldest(entries: ReadonlyMap<string, CacheEntry>): [string, CacheEntry] {
  return [...entries].reduce((old, one) => (one[1].touched < old[1].touched ? one : old));
}
