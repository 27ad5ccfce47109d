import { Worker } from "node:worker_threads";
import type { PageSourceWorker } from "../compile/page-source.ts";
import { createLastCallMemory, type LastCall, readLastCall } from "../thread/last-call.ts";
import type { ScriptEvent, ScriptRequest, SessionId } from "../thread/messages.ts";
import type { WorkerData } from "../thread/worker-data.ts";
import type { WorkerCache } from "./host-cache.ts";
import type { Blame, Suspect } from "./blame.ts";

const OUT_OF_MEMORY = "out of memory";

/** What a worker says about one session. */
export type SessionEvent = Exclude<ScriptEvent, { type: "ready" | "log" }>;

/** A session that is at home in a worker. */
export interface Resident extends Suspect {
  readonly page: string;
  receive(event: SessionEvent): void;
  /** The worker is gone, or about to be; `blame` when that was for this session's request. */
  lost(blame: Blame | undefined): void;
}

export interface ScriptWorkerOptions {
  readonly entry: URL;
  readonly name: string;
  readonly source: PageSourceWorker;
  readonly cache: WorkerCache;
  readonly data: Omit<WorkerData, "loader" | "cache" | "lastCall">;
  /** Megabytes. */
  readonly memory: number | undefined;
}

export interface ScriptWorkerEvents {
  ready(worker: ScriptWorker): void;
  log(event: Extract<ScriptEvent, { type: "log" }>): void;
  /** The thread ended by itself. */
  died(worker: ScriptWorker, death: WorkerDeath): void;
}

export interface WorkerDeath {
  readonly reason: string;
  /** What its user can do. */
  readonly advice: string;
  readonly error: Error | undefined;
  /** Who made the last `st` call in it. */
  readonly calledLast: Resident | undefined;
  /** Whether it had become ready before. */
  readonly started: boolean;
}

/** One script thread and the sessions that are at home in it. */
export class ScriptWorker {
  readonly residents = new Map<SessionId, Resident>();
  readonly name: string;
  #state: "starting" | "ready" | "gone" = "starting";
  #readyAt = 0;
  readonly #thread: Worker;
  readonly #cache: WorkerCache;
  readonly #lastCall = createLastCallMemory();
  #error: Error | undefined;

  constructor(options: ScriptWorkerOptions, events: ScriptWorkerEvents) {
    this.name = options.name;
    this.#cache = options.cache;
    const workerData: WorkerData = {
      ...options.data,
      loader: options.source.loader,
      cache: options.cache.data,
      lastCall: this.#lastCall,
    };
    this.#thread = new Worker(options.entry, {
      name: options.name,
      workerData,
      transferList: [...options.source.transfer, options.cache.data.port],
      ...(options.memory !== undefined && { resourceLimits: { maxOldGenerationSizeMb: options.memory } }),
    });
    this.#thread.on("message", (event: ScriptEvent) => this.#receive(event, events));
    this.#thread.on("error", (error: Error) => {
      this.#error = error;
    });
    this.#thread.on("exit", (code) => {
      options.source.dispose();
      options.cache.dispose();
      if (this.#state === "gone") return;
      const started = this.#state === "ready";
      this.#state = "gone";
      const reason = this.#error ? reasonOf(this.#error) : `exit code ${code}`;
      const advice =
        reason === OUT_OF_MEMORY ? "Work on less data at a time, or raise `workerMemory` in the config." : "The server's log has more.";
      const calledLast = this.residents.get(this.lastCall?.session ?? "");
      events.died(this, { reason, advice, error: this.#error, calledLast, started });
    });
  }

  /** True once its modules were loaded. */
  get ready(): boolean {
    return this.#state === "ready";
  }

  /** As the thread is known to the process; -1 once it has ended. */
  get threadId(): number {
    return this.#thread.threadId;
  }

  /** The last `st` call of a page in this worker, also while it answers nobody. */
  get lastCall(): LastCall | undefined {
    return readLastCall(this.#lastCall);
  }

  /** When it became ready, in milliseconds: requests posted before had to wait until then. */
  get readyAt(): number {
    return this.#readyAt;
  }

  post(request: ScriptRequest): void {
    this.#thread.postMessage(request);
  }

  /** Ends the thread, whatever it does. Nothing more is heard of it; the promise may wait for a native call. */
  async terminate(): Promise<void> {
    this.#state = "gone";
    this.residents.clear();
    this.#cache.dispose();
    await this.#thread.terminate();
  }

  #receive(event: ScriptEvent, events: ScriptWorkerEvents): void {
    if (this.#state === "gone") return;
    switch (event.type) {
      case "frame":
      case "ended":
      case "commit":
      case "problem":
        // Nobody there: the session has moved or is over, and what is said about it is out of date.
        this.residents.get(event.session)?.receive(event);
        return;
      case "ready":
        this.#state = "ready";
        this.#readyAt = performance.now();
        events.ready(this);
        return;
      case "log":
        events.log(event);
        return;
      default:
        event satisfies never;
    }
  }
}

function reasonOf(error: Error & { code?: string }): string {
  return error.code === "ERR_WORKER_OUT_OF_MEMORY" ? OUT_OF_MEMORY : `${error.name}: ${error.message}`;
}
