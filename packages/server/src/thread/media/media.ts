import type { MessagePort } from "node:worker_threads";
import type { MediaId } from "./media-id.ts";

/** How a browser is to take what it fetches. */
export interface MediaFacts {
  /** The content type. */
  readonly type: string;
  /** What a saved file is called. */
  readonly name?: string | undefined;
  /** True: shown in the page (an image, a film); else it is saved as a file. */
  readonly inline?: boolean | undefined;
}

/** Bytes that stay until they are released. */
export interface StoredMedia extends MediaFacts {
  readonly id: MediaId;
  /** The hash of the bytes: a session has them once, however many ids name them. */
  readonly hash: string;
  /** Undefined if the session has handed over bytes with this hash before. */
  readonly bytes?: Uint8Array<ArrayBuffer> | undefined;
}

/** A stream that can be fetched once (`StreamRequest`, `StreamAnswer`). */
export interface OfferedMedia extends MediaFacts {
  readonly id: MediaId;
  /** Bytes of all of it, if that is known. */
  readonly size?: number | undefined;
  readonly port: MessagePort;
}

/** Host to worker, over the port of an offer. To close the port is to cancel. */
export type StreamRequest = "pull";

/** Worker to host, one for each pull: bytes, or null at the end. A port that closes before the end has failed. */
export type StreamAnswer = Uint8Array | null;
