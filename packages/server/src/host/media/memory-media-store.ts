import type { MediaId } from "../../thread/media/media-id.ts";
import type { MediaFacts, StoredMedia } from "../../thread/media/media.ts";
import type { FetchedMedia, MediaStore } from "./media-store.ts";

export interface MemoryMediaStoreOptions {
  /** Bytes of all sessions together. Default 1 GB. */
  readonly maxBytes?: number | undefined;
  /** Milliseconds that what is not shown any more can still be fetched, if there is room. Default one minute. */
  readonly grace?: number | undefined;
  /** The time in milliseconds; tests bring their own. */
  readonly now?: (() => number) | undefined;
}

interface Content {
  readonly bytes: Uint8Array;
  /** How many ids name it. */
  names: number;
}

interface Item {
  readonly id: MediaId;
  readonly shelf: Shelf;
  readonly facts: MediaFacts;
  readonly hash: string;
}

/** What one session has here. */
interface Shelf {
  readonly items: Map<MediaId, Item>;
  readonly contents: Map<string, Content>;
}

/** Media in this process's memory. */
export class MemoryMediaStore implements MediaStore {
  readonly #maxBytes: number;
  readonly #grace: number;
  readonly #now: () => number;
  readonly #items = new Map<MediaId, Item>();
  readonly #shelves = new Map<string, Shelf>();
  /** What is not shown any more, with when that was, the oldest first. */
  readonly #released = new Map<Item, number>();
  #bytes = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor({ maxBytes = 1024 ** 3, grace = 60_000, now = () => performance.now() }: MemoryMediaStoreOptions = {}) {
    this.#maxBytes = maxBytes;
    this.#grace = grace;
    this.#now = now;
  }

  /** Bytes of all sessions. */
  get bytes(): number {
    return this.#bytes;
  }

  put(session: string, { id, hash, bytes, ...facts }: StoredMedia): boolean {
    const known = this.#items.get(id);
    if (known !== undefined) return this.#released.delete(known) || true;
    const shelf = this.#shelves.get(session) ?? { items: new Map(), contents: new Map() };
    const content = shelf.contents.get(hash) ?? (bytes && { bytes, names: 0 });
    if (content === undefined || !this.#fits(content)) return false;
    const item: Item = { id, shelf, facts, hash };
    if (content.names++ === 0) this.#bytes += content.bytes.byteLength;
    shelf.contents.set(hash, content);
    shelf.items.set(id, item);
    this.#shelves.set(session, shelf);
    this.#items.set(id, item);
    return true;
  }

  async get(id: MediaId): Promise<FetchedMedia | undefined> {
    const item = this.#items.get(id);
    const content = item?.shelf.contents.get(item.hash);
    return item && content && { ...item.facts, hash: item.hash, bytes: content.bytes };
  }

  keep(session: string, ids: readonly MediaId[]): void {
    const kept = new Set(ids);
    const now = this.#now();
    for (const item of this.#shelves.get(session)?.items.values() ?? []) {
      if (kept.has(item.id)) this.#released.delete(item);
      else if (!this.#released.has(item)) this.#released.set(item, now);
    }
    this.#sweepLater();
  }

  endSession(session: string): void {
    const shelf = this.#shelves.get(session);
    this.#shelves.delete(session);
    for (const item of shelf?.items.values() ?? []) this.#drop(item);
  }

  /** Drops what its time is up for. */
  sweep(): void {
    const until = this.#now() - this.#grace;
    for (const [item, since] of this.#released) {
      if (since > until) break;
      this.#drop(item);
    }
    this.#sweepLater();
  }

  /** Makes room: what is shown no more gives way, the oldest first. */
  #fits({ bytes, names }: Content): boolean {
    if (names > 0) return true;
    for (const item of this.#released.keys()) {
      if (this.#bytes + bytes.byteLength <= this.#maxBytes) break;
      this.#drop(item);
    }
    return this.#bytes + bytes.byteLength <= this.#maxBytes;
  }

  #drop(item: Item): void {
    const { contents, items } = item.shelf;
    this.#released.delete(item);
    this.#items.delete(item.id);
    items.delete(item.id);
    const content = contents.get(item.hash);
    if (content === undefined || --content.names > 0) return;
    contents.delete(item.hash);
    this.#bytes -= content.bytes.byteLength;
  }

  #sweepLater(): void {
    if (this.#released.size === 0 || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.sweep();
    }, this.#grace);
    this.#timer.unref();
  }
}
