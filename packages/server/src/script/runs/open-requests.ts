import type { Taken } from "@rivulet/protocol";

interface Request {
  readonly no: number;
  readonly n: number;
  /** What runs for it. */
  readonly runs: Set<object>;
}

/** The requests of a session that are not answered yet: each is when all that runs for it has ended. */
export class OpenRequests {
  /** The number of the last one. */
  last = 0;
  /** In order. */
  readonly #open: Request[] = [];
  /** The highest BackMsg number among all so far. */
  #highest: number;
  /** Every BackMsg up to this one is answered. */
  #taken: number;
  /** Numbers above `#taken` that are answered: requests of fragments while one of the page goes on. */
  readonly #also = new Set<number>();

  constructor(taken: number) {
    this.#highest = this.#taken = taken;
  }

  /** A request came, with BackMsgs up to `n`. It is open until something has run for it and ended, or nothing does. */
  add(no: number, n: number): void {
    this.last = no;
    this.#highest = Math.max(this.#highest, n);
    this.#open.push({ no, n, runs: new Set() });
  }

  /** `run` answers request `no`. */
  runs(no: number, run: object): void {
    this.#open.find((request) => request.no === no)?.runs.add(run);
  }

  /** `next` goes on with what `run` was to answer. */
  passOn(run: object, next: object): void {
    for (const { runs } of this.#open) if (runs.has(run)) runs.add(next);
  }

  /** `run` is over. */
  ended(run: object): void {
    for (const { runs } of this.#open) runs.delete(run);
    this.settle();
  }

  /** Closes the requests for which nothing runs. */
  settle(): void {
    for (let i = this.#open.length - 1; i >= 0; i--) {
      const { n, runs } = this.#open[i] as Request;
      if (runs.size > 0) continue;
      this.#open.splice(i, 1);
      if (n > this.#taken) this.#also.add(n);
    }
    if (this.#open.length === 0) {
      this.#taken = this.#highest;
      this.#also.clear();
      return;
    }
    const lowest = Math.min(...this.#open.map(({ n }) => n));
    this.#taken = Math.max(this.#taken, lowest - 1);
    for (const n of this.#also) if (n <= this.#taken) this.#also.delete(n);
  }

  /** The numbers of the requests that are open; undefined if there are none. */
  get open(): readonly number[] | undefined {
    return this.#open.length === 0 ? undefined : this.#open.map(({ no }) => no);
  }

  get taken(): Taken {
    return this.#also.size === 0 ? { taken: this.#taken } : { taken: this.#taken, also: [...this.#also] };
  }
}
