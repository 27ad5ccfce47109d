import type { SessionMsg } from "./app-session.ts";

interface EarlyMessage {
  readonly msg: SessionMsg;
  readonly bytes: number;
}

/** Messages that a browser may send before it is welcome. */
const MAX_COUNT = 100;

/** What a browser says before its session is there: few messages and few bytes, since nobody has been let in yet. */
export class EarlyMessages {
  readonly #maxBytes: number;
  readonly #messages: EarlyMessage[] = [];
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Keeps a message; false if that is too much. */
  add(msg: SessionMsg, bytes: number): boolean {
    if (this.#messages.length >= MAX_COUNT || this.#bytes + bytes > this.#maxBytes) return false;
    this.#messages.push({ msg, bytes });
    this.#bytes += bytes;
    return true;
  }

  /** In the order in which they came. */
  [Symbol.iterator](): Iterator<EarlyMessage> {
    return this.#messages.values();
  }
}
