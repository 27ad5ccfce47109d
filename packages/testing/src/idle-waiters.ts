import { RivuletError } from "@rivulet/server/testing";

interface Waiter {
  readonly n: number;
  readonly deadline: number;
  readonly timeout: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Those who wait until message `n` has had its effect. They share one timer, so that waiting costs none. */
export class IdleWaiters {
  #waiters: Waiter[] = [];
  #timer: NodeJS.Timeout | undefined;
  #timerEnd = Number.POSITIVE_INFINITY;

  wait(n: number, timeout: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + timeout;
      this.#waiters.push({ n, deadline, timeout, resolve, reject });
      if (deadline < this.#timerEnd) this.#check(deadline);
    });
  }

  /** Every message up to `taken` has had its effect. */
  settle(taken: number): void {
    if (this.#waiters.length === 0) return;
    const waiting = this.#waiters;
    this.#waiters = [];
    for (const waiter of waiting) {
      if (waiter.n <= taken) waiter.resolve();
      else this.#waiters.push(waiter);
    }
  }

  /** Message `n` will never have an effect. */
  refuse(n: number, error: Error): void {
    this.#waiters = this.#waiters.filter((waiter) => {
      if (waiter.n === n) waiter.reject(error);
      return waiter.n !== n;
    });
  }

  /** Nothing will ever have an effect. */
  fail(error: Error): void {
    clearTimeout(this.#timer);
    this.#timerEnd = Number.POSITIVE_INFINITY;
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error);
  }

  /** Looks at the deadlines when the next one has come; who was served meanwhile needs no timer cleared. */
  #check(at: number): void {
    clearTimeout(this.#timer);
    this.#timerEnd = at;
    this.#timer = setTimeout(() => this.#expire(), at - performance.now());
    // The connection keeps a process alive, not the wait.
    this.#timer.unref();
  }

  #expire(): void {
    this.#timerEnd = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    this.#waiters = this.#waiters.filter((waiter) => {
      // Timers may come a little early.
      if (waiter.deadline > now + 1) {
        next = Math.min(next, waiter.deadline);
        return true;
      }
      waiter.reject(new RivuletError("RIVULET_TEST_TIMEOUT", { what: "The run", timeout: waiter.timeout }));
      return false;
    });
    if (this.#waiters.length > 0) this.#check(next);
  }
}
