/** Tells when a run takes longer than it may. One timer at most, set again only when it finds a run: runs themselves set none. */
export class RunTimeout {
  readonly #limit: number | undefined;
  readonly #since: () => number | undefined;
  readonly #expired: () => void;
  #timer: NodeJS.Timeout | undefined;

  /** `since` says since when, in milliseconds, what runs has been running; undefined when nothing is. */
  constructor(limit: number | undefined, since: () => number | undefined, expired: () => void) {
    this.#limit = limit;
    this.#since = since;
    this.#expired = expired;
  }

  /** A run begins. */
  watch(): void {
    if (this.#limit !== undefined && this.#timer === undefined) this.#set(this.#limit, this.#limit);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(limit: number, ms: number): void {
    this.#timer = setTimeout(() => this.#check(limit), ms);
  }

  #check(limit: number): void {
    this.#timer = undefined;
    const since = this.#since();
    if (since === undefined) return;
    const left = since + limit - performance.now();
    if (left <= 0) this.#expired();
    this.#set(limit, left > 0 ? left : limit);
  }
}
