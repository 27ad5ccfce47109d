import type { PageSource } from "../compile/page-source.ts";
import { RivuletError } from "../errors.ts";
import { BusyWatch } from "./busy-watch.ts";
import type { HostCache } from "./host-cache.ts";
import type { Logger } from "./log.ts";
import { PoolShrinker } from "./pool-shrinker.ts";
import { type Resident, ScriptWorker, type ScriptWorkerOptions, type WorkerDeath } from "./script-worker.ts";

export interface WorkerPoolOptions {
  readonly entry: URL;
  readonly pages: PageSource;
  /** Workers that there always are. With isolation "session", those that wait for sessions. */
  readonly size: number;
  /** Workers that there may be while all are busy. */
  readonly maxSize: number;
  readonly isolation: Isolation;
  /** Milliseconds that a worker beyond `size` must have been idle to be ended. */
  readonly idle: number;
  readonly data: ScriptWorkerOptions["data"];
  readonly cache: HostCache;
  /** Megabytes of each worker. */
  readonly memory: number | undefined;
  readonly log: Logger;
  /** A worker died. It is out of the pool already; its residents need another home. */
  readonly onDeath: (residents: readonly Resident[], death: WorkerDeath) => void;
  /** Workers start again after `failure`. */
  readonly onRecovery: () => void;
}

/** Whether sessions share script workers. */
export type Isolation = "shared" | "session";

export interface PoolStats {
  readonly workers: number;
  /** How often a session has left a busy worker since the start (SR10). */
  readonly moves: number;
}

/** Starts that may fail in a row before the pool gives up. */
const MAX_FAILED_STARTS = 3;
/** Milliseconds until a pool that gave up may be tried again without a change of the code. */
const RETRY_AFTER = 5000;
/** Milliseconds that `close` waits for threads that sit in a native call. */
const CLOSE_WAIT = 2000;
/** Milliseconds that a worker which is not needed any more has to end its sessions. */
const LEAVE_WAIT = 1000;

/** The script workers. A session is at home in one, one is home to many (SR3). */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  readonly #busy: BusyWatch;
  #warm: string | undefined;
  readonly #shrinker: PoolShrinker;
  #workers: ScriptWorker[] = [];
  #count = 0;
  #failedStarts = 0;
  #failure: { readonly error: RivuletError; readonly at: number } | undefined;
  #closed = false;
  /** Workers that end as soon as their last sessions have left, with the time limit of that. */
  readonly #retired = new Map<ScriptWorker, NodeJS.Timeout>();
  readonly #ending = new Set<Promise<void>>();

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#busy = new BusyWatch({ workers: () => this.#workers, refuge: () => this.#refuge() });
    this.#shrinker = new PoolShrinker({
      idle: options.idle,
      workers: () => this.#workers,
      size: options.size,
      retire: (worker) => this.#retire(worker),
    });
    this.#fill();
  }

  /** True while there are workers that can take sessions. */
  get ready(): boolean {
    return !this.#failure && this.#workers.some((worker) => worker.ready);
  }

  /** Why there are no workers, if they cannot be started. */
  get failure(): RivuletError | undefined {
    return this.#failure?.error;
  }

  get stats(): PoolStats {
    return { workers: this.#workers.length, moves: this.#busy.moves };
  }

  /** From now on workers load a page before anybody asks for it. */
  warm(page: string): void {
    this.#warm = page;
    for (const worker of this.#workers) worker.post({ type: "warm", page });
  }

  /** The worker where a session shall be at home, which it has to enter at once: of those not busy the one with the fewest; equal ones take turns. */
  home(): ScriptWorker | undefined {
    if (this.#failure && performance.now() - this.#failure.at > RETRY_AFTER) this.retry();
    const home = this.#options.isolation === "session" ? this.#spare() : (this.#refuge() ?? fewest(this.#workers));
    if (!home) return undefined;
    this.#workers = [...this.#workers.filter((worker) => worker !== home), home];
    return home;
  }

  /** Ends a worker that does not answer, and starts another in its place. Returns those who need another home. */
  replace(worker: ScriptWorker): readonly Resident[] {
    const { residents } = worker;
    this.#remove(worker);
    this.#end(worker);
    this.#fill();
    return residents;
  }

  /** Tries again after `failure`. */
  retry(): void {
    if (!this.#failure) return;
    this.#failure = undefined;
    this.#failedStarts = 0;
    this.#fill();
    // Later, since the session that asks for a home is not at home yet.
    queueMicrotask(this.#options.onRecovery);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#busy.close();
    this.#shrinker.close();
    await this.#options.cache.close();
    for (const worker of [...this.#workers.splice(0), ...this.#retired.keys()]) this.#end(worker);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(this.#ending), new Promise((resolve) => (timer = setTimeout(resolve, CLOSE_WAIT)))]);
    clearTimeout(timer);
  }

  /** A worker that is not busy, made if there may be one more. */
  #refuge(): ScriptWorker | undefined {
    const { isolation, maxSize } = this.#options;
    const refuge = fewest(this.#workers.filter((worker) => !worker.tickets.busy));
    if (refuge || isolation === "session" || this.#workers.length >= maxSize || !this.#canStart) return refuge;
    const worker = this.#spawn();
    this.#workers.unshift(worker);
    this.#shrinker.watch();
    return worker;
  }

  /** A worker for one session. The next one is made as soon as the session has entered. */
  #spare(): ScriptWorker | undefined {
    queueMicrotask(() => this.#fill());
    return this.#workers.find((worker) => worker.fresh) ?? (this.#canStart ? this.#spawn() : undefined);
  }

  get #canStart(): boolean {
    return !this.#closed && !this.#failure;
  }

  #fill(): void {
    const { isolation, size } = this.#options;
    const there = (): number => (isolation === "session" ? this.#workers.filter((worker) => worker.fresh) : this.#workers).length;
    while (this.#canStart && there() < size) this.#workers.unshift(this.#spawn());
  }

  #spawn(): ScriptWorker {
    const { entry, pages, data, cache, isolation, memory, log } = this.#options;
    const worker = new ScriptWorker(
      { entry, data, memory, name: `rivulet script ${++this.#count}`, source: pages.worker(), cache: cache.worker() },
      {
        ready: () => {
          this.#failedStarts = 0;
        },
        log: (event) => log[event.level]({ session: event.session }, event.text),
        died: (worker, death) => this.#died(worker, death),
        waiting: () => this.#busy.watch(),
        left: (worker) => {
          if (isolation === "session") this.#retire(worker);
        },
        vacated: (worker) => {
          if (this.#retired.has(worker)) this.#end(worker);
        },
      },
    );
    if (this.#warm !== undefined) worker.post({ type: "warm", page: this.#warm });
    return worker;
  }

  #died(worker: ScriptWorker, death: WorkerDeath): void {
    this.#options.log.error({ err: death.error }, `${worker.name} ended: ${death.reason}`);
    this.#remove(worker);
    if (!death.started && ++this.#failedStarts >= MAX_FAILED_STARTS) this.#giveUp(death.told);
    this.#fill();
    this.#options.onDeath(worker.residents, death);
  }

  #giveUp(reason: string): void {
    const error = new RivuletError("RIVULET_WORKER_START", { times: this.#failedStarts, reason });
    this.#options.log.error(error.message);
    this.#failure = { error, at: performance.now() };
  }

  /** Ends a worker that has no sessions any more, when they have left. */
  #retire(worker: ScriptWorker): void {
    this.#remove(worker);
    this.#retired.set(
      worker,
      setTimeout(() => this.#end(worker), LEAVE_WAIT),
    );
  }

  #remove(worker: ScriptWorker): void {
    this.#workers = this.#workers.filter((other) => other !== worker);
    clearTimeout(this.#retired.get(worker));
    this.#retired.delete(worker);
  }

  #end(worker: ScriptWorker): void {
    this.#remove(worker);
    const ending: Promise<void> = worker
      .terminate()
      .catch((error: unknown) => this.#options.log.error({ err: error }, `${worker.name} could not be ended`))
      .then(() => void this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}

/** The worker with the fewest sessions. Of equal ones the first that is ready: one that is starting in place of a lost one would keep its user waiting. */
function fewest(workers: readonly ScriptWorker[]): ScriptWorker | undefined {
  const better = (a: ScriptWorker, b: ScriptWorker): boolean => a.load < b.load || (a.load === b.load && a.ready && !b.ready);
  return workers.reduce<ScriptWorker | undefined>((best, worker) => (best && !better(worker, best) ? best : worker), undefined);
}
