import { acknowledgedOf, isAway, isWithheld, noteWithheld } from "../thread/frame-credit.ts";
import type { Interrupt } from "../thread/interrupt.ts";

/** Frames, and bytes, that a browser may not have acknowledged. */
const MAX_FRAMES = 8;
const MAX_BYTES = 256 * 1024;
/** Milliseconds after which the oldest of them holds the next one back: the browser, or the way to it, is slow. */
const MAX_AGE = 250;

interface Posted {
  readonly seq: number;
  readonly bytes: number;
  readonly at: number;
}

/** How many more frames a browser can be sent (FM5). */
export class FrameCredits {
  readonly #shared: Interrupt;
  /** What is not acknowledged, the oldest first. */
  #posted: Posted[] = [];
  #bytes = 0;

  constructor(shared: Interrupt) {
    this.#shared = shared;
  }

  /** True while a frame waits for a browser that can take it. */
  get withheld(): boolean {
    return isWithheld(this.#shared);
  }

  /** Whether a frame may be posted now. If not, the host tells the session when. */
  take(): boolean {
    if (!this.#may()) {
      noteWithheld(this.#shared, true);
      // What the host has written just before, it did not know to be waited for.
      if (!this.#may()) return false;
    }
    if (this.withheld) noteWithheld(this.#shared, false);
    return true;
  }

  /** Notes a frame that goes to the browser. */
  posted(seq: number, bytes: number): void {
    this.#posted.push({ seq, bytes, at: Date.now() });
    this.#bytes += bytes;
  }

  #may(): boolean {
    if (isAway(this.#shared)) return false;
    const acknowledged = acknowledgedOf(this.#shared);
    while (this.#posted[0] !== undefined && this.#posted[0].seq <= acknowledged) this.#bytes -= this.#posted.shift()?.bytes ?? 0;
    const [oldest] = this.#posted;
    if (oldest === undefined) return true;
    return this.#posted.length < MAX_FRAMES && this.#bytes < MAX_BYTES && Date.now() - oldest.at < MAX_AGE;
  }
}
