import { randomBytes } from "node:crypto";
import type { Readable } from "node:stream";
import { isMediaId, type MediaId } from "../../thread/media/media-id.ts";
import type { OfferedMedia, StoredMedia } from "../../thread/media/media.ts";
import type { MediaOptions } from "../../thread/worker-data.ts";
import type { Logger } from "../log.ts";
import type { FetchedMedia, MediaStore } from "./media-store.ts";
import { Offers } from "./offers.ts";

export interface HostMediaOptions {
  readonly store: MediaStore;
  readonly sessionBytes: number;
  readonly log: Logger;
}

/** All that pages hand to browsers beside their frames: bytes that stay, and streams that are fetched once. */
export class HostMedia {
  /** For the script workers. */
  readonly options: MediaOptions;
  readonly #store: MediaStore;
  readonly #offers = new Offers();
  readonly #log: Logger;

  constructor({ store, sessionBytes, log }: HostMediaOptions) {
    this.options = { secret: randomBytes(32), sessionBytes };
    this.#store = store;
    this.#log = log;
  }

  put(session: string, media: StoredMedia): void {
    if (this.#store.put(session, media)) return;
    this.#log.warn(
      { session },
      "there is no room for what a page wants to show or offer: raise `limits.mediaBytes`, or let files be made on demand",
    );
  }

  keep(session: string, ids: readonly MediaId[]): void {
    this.#store.keep(session, ids);
  }

  offer(session: string, offer: OfferedMedia): void {
    this.#offers.add(session, offer);
  }

  endSession(session: string): void {
    this.#store.endSession(session);
    this.#offers.endSession(session);
  }

  /** Whether an id was ever given out here. */
  knows(id: string): boolean {
    return isMediaId(this.options.secret, id);
  }

  stored(id: MediaId): Promise<FetchedMedia | undefined> {
    return this.#store.get(id);
  }

  offered(id: MediaId): OfferedMedia | undefined {
    return this.#offers.get(id);
  }

  take(id: MediaId): Readable | undefined {
    return this.#offers.take(id);
  }
}
