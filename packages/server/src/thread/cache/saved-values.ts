import type { CacheEntry } from "./cache-entry.ts";
import type { CacheKey, CacheRange } from "./cache-key.ts";

/** A value from an earlier time, perhaps of an earlier process. */
export interface SavedValue {
  readonly bytes: Uint8Array;
  /** Milliseconds since it was made. */
  readonly age: number;
}

/** Where values of `st.cacheData` outlive the process. Nothing here rejects: what cannot be read is not there. */
export interface SavedValues {
  /** A value that was written and not cleared since. */
  read(key: CacheKey): Promise<SavedValue | undefined>;
  /** Keeps a value that has just been made, later; of the function's values at most `maxEntries`. */
  write(key: CacheKey, entry: CacheEntry, maxEntries: number | undefined): void;
  /** Resolves when what is in the range is gone; it is not read any more from now on. */
  clear(range: CacheRange): Promise<void>;
}
