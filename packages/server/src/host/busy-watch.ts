import inspector from "node:inspector";
import type { Resident, ScriptWorker } from "./script-worker.ts";

export interface BusyWatchOptions {
  readonly workers: () => readonly ScriptWorker[];
  /** A worker that is not busy, if there is one or may be one more. */
  readonly refuge: () => ScriptWorker | undefined;
}

/** Milliseconds between two ticks. Ticks are counted, not time: a host that was held up itself must not blame its workers. */
const TICK = 25;

/** Ticks until sessions leave a worker in which no session's code is known to run: it is collecting garbage, or the machine does not run it. */
const PATIENCE = 8;

/** Finds workers that are busy with one session's code, and gives those who wait there to others (SR10). Its timer runs only while something waits. */
export class BusyWatch {
  readonly #options: BusyWatchOptions;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;
  /** How many sessions may leave a worker at its next busy tick. */
  readonly #share = new WeakMap<ScriptWorker, number>();
  /** How many sessions it has moved. */
  moves = 0;

  constructor(options: BusyWatchOptions) {
    this.#options = options;
  }

  /** Something waits. True if that set the timer. */
  watch(): boolean {
    if (this.#timer !== undefined || this.#closed) return false;
    this.#timer = setTimeout(() => this.#tick(), TICK);
    return true;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #tick(): void {
    this.#timer = undefined;
    // A page that stands at a breakpoint is not busy.
    const debugged = inspector.url() !== undefined;
    const workers = this.#options.workers();
    for (const worker of workers) worker.tickets.tick(worker.warm && !debugged);
    for (const worker of workers) {
      // Twice as many at each tick: a thread that the machine itself has held up loses one session, not all.
      const share = !debugged && isBusy(worker) ? (this.#share.get(worker) ?? 1) : 0;
      this.#share.set(worker, Math.max(1, share * 2));
      if (share > 0) this.#relieve(worker, share);
    }
    if (this.#options.workers().some((worker) => worker.tickets.isWaiting)) this.watch();
  }

  #relieve(worker: ScriptWorker, share: number): void {
    const { onProcessor } = worker;
    const limit = this.moves + share;
    for (const resident of new Set<Resident>(worker.tickets.waiting)) {
      if (this.moves === limit) return;
      if (resident === onProcessor) continue;
      const refuge = this.#options.refuge();
      if (!refuge) return;
      // Without a name for the code that runs there, it may be that of any session with a run under way.
      if (resident.moveTo(refuge, onProcessor !== undefined)) this.moves++;
    }
  }
}

function isBusy({ tickets, onProcessor }: ScriptWorker): boolean {
  return tickets.busy && (onProcessor !== undefined || tickets.stillFor >= PATIENCE);
}
