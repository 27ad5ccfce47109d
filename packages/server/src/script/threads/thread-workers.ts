import type { ThreadLoader } from "../loader/page-loader.ts";
import { ThreadWorker } from "./thread-worker-handle.ts";

/** Threads that are made ready when a page that can start one is loaded: a start from nothing takes ten times as long. */
const WARM = 2;
/** Threads that are kept for the next calls. */
const MAX_IDLE = 4;
/** Milliseconds after which all of those but the warm ones are let go. */
const IDLE_TIME = 30_000;

/** The threads of a script worker that run custom threads, warm ones first. */
export class ThreadWorkers {
  readonly #idle: ThreadWorker[] = [];
  readonly #loader: () => ThreadLoader;
  #warmed = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(loader: () => ThreadLoader) {
    this.#loader = loader;
  }

  /** Has threads ready, the first time that a page which can start them was loaded. */
  warm(): void {
    if (this.#warmed) return;
    this.#warmed = true;
    while (this.#idle.length < WARM) this.#idle.push(this.#spawn());
  }

  take(): ThreadWorker {
    for (;;) {
      const worker = this.#idle.pop();
      if (worker === undefined) return this.#spawn();
      if (!worker.gone) return worker;
    }
  }

  /** Lets go of the idle ones, or all but some. */
  trim(kept = 0): void {
    this.#warmed = kept > 0;
    clearTimeout(this.#timer);
    for (const worker of this.#idle.splice(kept)) worker.terminate();
  }

  #spawn(): ThreadWorker {
    return new ThreadWorker(this.#loader(), (worker) => this.#keep(worker));
  }

  #keep(worker: ThreadWorker): void {
    this.#idle.push(worker);
    if (this.#idle.length > MAX_IDLE) this.#idle.shift()?.terminate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.trim(WARM), IDLE_TIME);
    this.#timer.unref();
  }
}
