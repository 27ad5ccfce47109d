/** Pings an open socket and notices when the other end is gone although no close has come. */
export class Heartbeat {
  #timer: ReturnType<typeof setInterval> | undefined;
  #heard = true;

  /** Calls `ping` every `interval` milliseconds, and `lost` when nothing was heard for a whole interval after a ping. */
  start(interval: number, ping: () => void, lost: () => void): void {
    this.stop();
    this.#heard = true;
    this.#timer = setInterval(() => {
      if (!this.#heard) return lost();
      this.#heard = false;
      ping();
    }, interval);
  }

  /** Any message is a sign of life. */
  heard(): void {
    this.#heard = true;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
