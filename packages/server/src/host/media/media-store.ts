import type { MediaId } from "../../thread/media/media-id.ts";
import type { MediaFacts, StoredMedia } from "../../thread/media/media.ts";

/** Bytes as they are fetched. */
export interface FetchedMedia extends MediaFacts {
  /** Names the bytes, whatever they are called. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Where what pages hand to browsers lies: bytes by opaque ids, each a session's. */
export interface MediaStore {
  /** Keeps bytes for a session under an id; false if there is no room, or if they were to be there already and are not. */
  put(session: string, media: StoredMedia): boolean;
  /** What an id names; undefined if it is there no more. */
  get(id: MediaId): Promise<FetchedMedia | undefined>;
  /** Says that a session shows only these any more. The rest can be fetched for a while yet, by a browser that lags behind. */
  keep(session: string, ids: readonly MediaId[]): void;
  /** Forgets all of a session at once. */
  endSession(session: string): void;
}
