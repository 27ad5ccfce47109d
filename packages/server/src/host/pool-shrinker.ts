import type { ScriptWorker } from "./script-worker.ts";

export interface PoolShrinkerOptions {
  /** Milliseconds that a worker must have been idle to be ended. */
  readonly idle: number;
  /** Workers that stay. */
  readonly size: number;
  readonly workers: () => readonly ScriptWorker[];
  /** Ends a worker without sessions. */
  readonly retire: (worker: ScriptWorker) => void;
}

/** Looks this many times in the idle time. */
const LOOKS = 4;

/** Ends the workers that a pool started while all were busy (SR10), once they have been idle. Its timer runs only while there are such. */
export class PoolShrinker {
  readonly #options: PoolShrinkerOptions;
  #timer: NodeJS.Timeout | undefined;
  /** In how many looks in a row nothing ran there. */
  readonly #idle = new WeakMap<ScriptWorker, number>();

  constructor(options: PoolShrinkerOptions) {
    this.#options = options;
  }

  /** The pool has grown. */
  watch(): void {
    this.#timer ??= setTimeout(() => this.#look(), this.#options.idle / LOOKS);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #look(): void {
    this.#timer = undefined;
    const { size, workers } = this.#options;
    for (const worker of workers()) this.#idle.set(worker, isIdle(worker) ? (this.#idle.get(worker) ?? 0) + 1 : 0);
    const idle = workers().filter((worker) => (this.#idle.get(worker) ?? 0) > LOOKS);
    const [emptiest] = idle.toSorted((a, b) => a.load - b.load);
    if (emptiest && workers().length > size) this.#give(emptiest);
    if (workers().length > size) this.watch();
  }

  /** Ends a worker whose sessions find another home; if one of them stays, so does it. */
  #give(worker: ScriptWorker): void {
    for (const resident of worker.residents) {
      const others = this.#options.workers().filter((other) => other !== worker && !other.tickets.busy);
      const [home] = others.toSorted((a, b) => a.load - b.load);
      if (!home || !resident.moveTo(home, false)) return;
    }
    this.#options.retire(worker);
  }
}

function isIdle(worker: ScriptWorker): boolean {
  return worker.ready && !worker.tickets.isWaiting && worker.residents.every((resident) => !resident.begun);
}
