/** Lets `rate` things a second pass, and as many at once after a quiet second. */
export class TokenBucket {
  readonly #rate: number;
  #tokens: number;
  #last: number;

  constructor(rate: number, now = performance.now()) {
    this.#rate = rate;
    this.#tokens = rate;
    this.#last = now;
  }

  /** Takes one token; false when there is none. What is refused counts too, so a flood has to pause first. */
  take(now = performance.now()): boolean {
    this.#tokens = Math.min(this.#rate, this.#tokens + ((now - this.#last) * this.#rate) / 1000);
    this.#last = now;
    this.#tokens = Math.max(this.#tokens - 1, -this.#rate);
    return this.#tokens >= 0;
  }

  /** True when the last second was refused whole. */
  get exhausted(): boolean {
    return this.#tokens <= -this.#rate;
  }
}
