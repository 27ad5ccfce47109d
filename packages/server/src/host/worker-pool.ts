import type { PageSource } from "../compile/page-source.ts";
import { RivuletError } from "../errors.ts";
import type { SessionId } from "../thread/messages.ts";
import type { HostCache } from "./host-cache.ts";
import type { Logger } from "./log.ts";
import { type Resident, ScriptWorker, type ScriptWorkerOptions, type WorkerDeath } from "./script-worker.ts";

export interface WorkerPoolOptions {
  readonly entry: URL;
  readonly pages: PageSource;
  readonly size: number;
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

/** Starts that may fail in a row before the pool gives up. */
const MAX_FAILED_STARTS = 3;
/** Milliseconds until a pool that gave up may be tried again without a change of the code. */
const RETRY_AFTER = 5000;
/** Milliseconds that `close` waits for threads that sit in a native call. */
const CLOSE_WAIT = 2000;

/** The script workers. A session is at home in one, one is home to many (SR3). */
export class WorkerPool {
  readonly #options: WorkerPoolOptions;
  #workers: ScriptWorker[] = [];
  #count = 0;
  #failedStarts = 0;
  #failure: { readonly error: RivuletError; readonly at: number } | undefined;
  #closed = false;
  readonly #ending = new Set<Promise<void>>();

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.#fill();
  }

  /** True when every worker can take sessions. */
  get ready(): boolean {
    return this.#workers.length > 0 && this.#workers.every((worker) => worker.ready);
  }

  /** Why there are no workers, if they cannot be started. */
  get failure(): RivuletError | undefined {
    return this.#failure?.error;
  }

  /** Makes a session at home in the worker with the fewest, rather in one that is ready; equal ones take turns. Undefined when there is none. */
  home(id: SessionId, resident: Resident): ScriptWorker | undefined {
    if (this.#failure && performance.now() - this.#failure.at > RETRY_AFTER) this.retry();
    let home: ScriptWorker | undefined;
    for (const worker of this.#workers) {
      const more = home ? home.residents.size - worker.residents.size : 1;
      // One that is still starting in place of a lost one would keep the user waiting.
      if (more > 0 || (more === 0 && worker.ready && !home?.ready)) home = worker;
    }
    if (!home) return undefined;
    home.residents.set(id, resident);
    this.#workers = [...this.#workers.filter((worker) => worker !== home), home];
    return home;
  }

  /** Ends a worker that does not answer, and starts another in its place. Returns those who need another home. */
  replace(worker: ScriptWorker): readonly Resident[] {
    const residents = [...worker.residents.values()];
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
    await this.#options.cache.close();
    for (const worker of this.#workers.splice(0)) this.#end(worker);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(this.#ending), new Promise((resolve) => (timer = setTimeout(resolve, CLOSE_WAIT)))]);
    clearTimeout(timer);
  }

  #fill(): void {
    while (!this.#closed && !this.#failure && this.#workers.length < this.#options.size) this.#workers.unshift(this.#spawn());
  }

  #spawn(): ScriptWorker {
    const { entry, pages, data, cache, memory, log } = this.#options;
    return new ScriptWorker(
      { entry, data, memory, name: `rivulet script ${++this.#count}`, source: pages.worker(), cache: cache.worker() },
      {
        ready: () => {
          this.#failedStarts = 0;
        },
        log: (event) => log[event.level]({ session: event.session }, event.text),
        died: (worker, death) => this.#died(worker, death),
      },
    );
  }

  #died(worker: ScriptWorker, death: WorkerDeath): void {
    this.#options.log.error({ err: death.error }, `${worker.name} ended: ${death.reason}`);
    this.#remove(worker);
    if (!death.started && ++this.#failedStarts >= MAX_FAILED_STARTS) this.#giveUp(death.reason);
    this.#fill();
    this.#options.onDeath([...worker.residents.values()], death);
  }

  #giveUp(reason: string): void {
    const error = new RivuletError("RIVULET_WORKER_START", { times: this.#failedStarts, reason });
    this.#options.log.error(error.message);
    this.#failure = { error, at: performance.now() };
  }

  #remove(worker: ScriptWorker): void {
    this.#workers = this.#workers.filter((other) => other !== worker);
  }

  #end(worker: ScriptWorker): void {
    const ending: Promise<void> = worker
      .terminate()
      .catch((error: unknown) => this.#options.log.error({ err: error }, `${worker.name} could not be ended`))
      .then(() => void this.#ending.delete(ending));
    this.#ending.add(ending);
  }
}
