import type { CacheEntry } from "./cache-entry.ts";
import type { CacheKey, CacheRange } from "./cache-key.ts";

/** How long an entry is kept, and how many its function may have. */
export interface CacheLimits {
  /** Milliseconds. */
  readonly ttl?: number | undefined;
  /** Milliseconds after those in which the entry still serves while another is made. */
  readonly staleFor?: number | undefined;
  /** Entries of the same function in the same scope. */
  readonly maxEntries?: number | undefined;
  /** It outlives the process, where the server has a folder for that. */
  readonly persist?: boolean | undefined;
}

/** Where the values of `st.cacheData` are kept. test/cache/cache-store-contract.ts says what every implementation does. */
export interface CacheStore {
  /** A valid entry. Asking counts as a use. */
  get(key: CacheKey): CacheEntry | undefined;
  /** Publishes an entry in place of the one before. One that is larger than the whole store is not kept. */
  set(key: CacheKey, entry: CacheEntry, limits: CacheLimits): void;
  clear(range: CacheRange): void;
}
