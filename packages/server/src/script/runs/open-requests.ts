import type { Taken } from "@rivulet/protocol";

interface Request {
  readonly no: number;
  /** The BackMsgs that it answers: after `n` of the request before it, up to its own. */
  readonly first: number;
  readonly n: number;
  /** What runs for it. */
  readonly runs: Set<object>;
}

/** The requests of a session that are not answered yet: each is when all that runs for it has ended. */
export class OpenRequests {
  /** The number of the last one. */
  last = 0;
  /** In order. */
  #open: Request[] = [];
  /** The highest BackMsg number among all so far. */
  #highest: number;

  constructor(taken: number) {
    this.#highest = taken;
  }

  /** A request came, with BackMsgs up to `n`. It is open until something has run for it and ended, or nothing does. */
  add(no: number, n: number): void {
    this.last = no;
    this.#open.push({ no, first: this.#highest + 1, n, runs: new Set() });
    this.#highest = Math.max(this.#highest, n);
  }

  /** `run` answers request `no`. */
  runs(no: number, run: object): void {
    this.#open.find((request) => request.no === no)?.runs.add(run);
  }

  /** The numbers of the requests that `run` answers. */
  of(run: object): readonly number[] {
    return this.#open.filter(({ runs }) => runs.has(run)).map(({ no }) => no);
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
    this.#open = this.#open.filter(({ runs }) => runs.size > 0);
  }

  /** The numbers of the requests that are open; undefined if there are none. */
  get open(): readonly number[] | undefined {
    return this.#open.length === 0 ? undefined : this.#open.map(({ no }) => no);
  }

  /** The highest BackMsg number heard of. */
  get received(): number {
    return this.#highest;
  }

  get taken(): Taken {
    const but = this.#open.flatMap(({ first, n }) => (first <= n ? [[first, n] as const] : []));
    return but.length === 0 ? { taken: this.#highest } : { taken: this.#highest, but };
  }
}
