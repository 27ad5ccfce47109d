/** The longest that a newer value waits for the answer to an older one, in milliseconds. */
const PATIENCE = 100;

/**
 * Paces a widget that changes quicker than it is answered, such as a dragged slider: the next message goes when the one before
 * is answered, or after a while; never twice in one animation frame.
 */
export class SendPace {
  #job: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #sentAt = 0;

  /** Calls `job` when its time has come, once, however often asked. */
  soon(job: () => void): void {
    this.#job = job;
    this.#timer ??= setTimeout(() => this.#run(), Math.max(0, this.#sentAt + PATIENCE - performance.now()));
  }

  /** A message went out: the wait starts over. */
  sent(): void {
    this.#sentAt = performance.now();
    this.#clear();
  }

  /** An answer came: what waits goes with the next animation frame. */
  answered(): void {
    // A hidden page has no animation frames; its timer still runs.
    if (this.#job && this.#frame === undefined) this.#frame = requestAnimationFrame(() => this.#run());
  }

  #run(): void {
    const job = this.#job;
    this.#clear();
    job?.();
  }

  #clear(): void {
    clearTimeout(this.#timer);
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#job = this.#timer = this.#frame = undefined;
  }
}
