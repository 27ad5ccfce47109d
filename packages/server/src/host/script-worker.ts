import { randomBytes } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { PageSourceWorker } from "../compile/page-source.ts";
import { createLastCallMemory, type LastCall, readLastCall } from "../thread/last-call.ts";
import type { ScriptEvent, ScriptRequest, SessionId } from "../thread/messages.ts";
import { isResting, isWarm, onProcessorOf } from "../thread/worker-board.ts";
import type { WorkerData } from "../thread/worker-data.ts";
import type { WorkerCache } from "./host-cache.ts";
import type { Blame, Suspect } from "./blame.ts";
import { type TicketHolder, Tickets } from "./tickets.ts";

const OUT_OF_MEMORY = "out of memory";
/** Megabytes for what a worker's code has just made: V8's own 48 are touched one after the other and never given back, and no run is faster with them. */
const YOUNG = 12;

/** What a worker says about one session. */
export type SessionEvent = Exclude<ScriptEvent, { type: "ready" | "closed" | "log" }>;

/** A session that is at home in a worker. */
export interface Resident extends Suspect, TicketHolder {
  readonly page: string;
  receive(event: SessionEvent): void;
  /** The worker is gone, or about to be; `blame` when that was for this session's request. */
  lost(blame: Blame | undefined): void;
  /**
   * Goes to another worker with what waits, since its own is busy with another session's code, or is given up (SR10).
   * False if it stays: it moved a moment ago, or something of it has begun, which `suspended` says not to be on the processor.
   */
  moveTo(worker: ScriptWorker, suspended: boolean): boolean;
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
  /** Requests begin to wait; whether a whole time between two ticks begins with that. */
  waiting(): boolean;
  /** Its last session was told to leave. */
  left(worker: ScriptWorker): void;
  /** Every session that was told to leave has done so, and there is no other. */
  vacated(worker: ScriptWorker): void;
  /** The thread ended by itself. */
  died(worker: ScriptWorker, death: WorkerDeath): void;
}

export interface WorkerDeath {
  /** For the log. */
  readonly reason: string;
  /** The same for browsers: in production of an unexpected error only what it is called in the log (SEC6). */
  readonly told: string;
  /** What its user can do. */
  readonly advice: string;
  readonly error: Error | undefined;
  /** Whether it had become ready before. */
  readonly started: boolean;
  /** Whose code was on the processor, as far as was noted. */
  readonly onProcessor: Resident | undefined;
  /** It was ended from outside while no page computed. */
  readonly resting: boolean;
}

/** One script thread and the sessions that are at home in it. */
export class ScriptWorker {
  readonly name: string;
  readonly tickets: Tickets<Resident>;
  #state: "starting" | "ready" | "gone" = "starting";
  readonly #thread: Worker;
  readonly #cache: WorkerCache;
  readonly #lastCall = createLastCallMemory();
  readonly #events: ScriptWorkerEvents;
  readonly #seats = new Map<SessionId, { readonly slot: number; readonly resident: Resident }>();
  #slots = 0;
  /** Sessions that were told to leave and have not answered, with how often: what is heard of them is out of date. */
  readonly #leaving = new Map<SessionId, number>();
  #error: Error | undefined;

  constructor(options: ScriptWorkerOptions, events: ScriptWorkerEvents) {
    this.name = options.name;
    this.#cache = options.cache;
    this.#events = events;
    this.tickets = new Tickets(() => events.waiting());
    const workerData: WorkerData = {
      ...options.data,
      loader: options.source.loader,
      cache: options.cache.data,
      board: this.tickets.board,
      lastCall: this.#lastCall,
    };
    this.#thread = new Worker(options.entry, {
      name: options.name,
      workerData,
      transferList: [...options.source.transfer, options.cache.data.port],
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG, ...(options.memory !== undefined && { maxOldGenerationSizeMb: options.memory }) },
    });
    this.#thread.on("message", (event: ScriptEvent) => this.#receive(event));
    this.#thread.on("error", (error: Error) => {
      this.#error = error;
    });
    this.#thread.on("exit", (code) => {
      options.source.dispose();
      options.cache.dispose();
      if (this.#state === "gone") return;
      const started = this.#state === "ready";
      this.#state = "gone";
      const { reason, told } = causeOf(this.#error, code, options.data.production);
      const advice =
        reason === OUT_OF_MEMORY ? "Work on less data at a time, or raise `workerMemory` in the config." : "The server's log has more.";
      events.died(this, {
        reason,
        told,
        advice,
        error: this.#error,
        started,
        onProcessor: this.onProcessor,
        resting: this.#error === undefined && isResting(this.tickets.board),
      });
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

  /** True once it has loaded what every visit needs. */
  get warm(): boolean {
    return this.ready && isWarm(this.tickets.board);
  }

  /** How many sessions are at home here. */
  get load(): number {
    return this.#seats.size;
  }

  /** No session has ever been at home here. */
  get fresh(): boolean {
    return this.#slots === 0;
  }

  get residents(): readonly Resident[] {
    return Array.from(this.#seats.values(), ({ resident }) => resident);
  }

  /** Whose code is on the processor, if it is that of a request under way. */
  get onProcessor(): Resident | undefined {
    const slot = onProcessorOf(this.tickets.board);
    for (const seat of this.#seats.values()) if (seat.slot === slot) return seat.resident.begun ? seat.resident : undefined;
    return undefined;
  }

  /** A session that is at home here. */
  resident(session: SessionId): Resident | undefined {
    return this.#seats.get(session)?.resident;
  }

  /** Makes a session at home here, and returns its slot on the board. */
  admit(session: SessionId, resident: Resident): number {
    const slot = ++this.#slots;
    this.#seats.set(session, { slot, resident });
    return slot;
  }

  /** Ends a session here. Nothing more is heard of it. */
  dismiss(session: SessionId): void {
    if (!this.#seats.delete(session)) return;
    this.#leaving.set(session, (this.#leaving.get(session) ?? 0) + 1);
    this.post({ type: "close", session });
    if (this.#seats.size === 0) this.#events.left(this);
  }

  post(request: ScriptRequest): void {
    this.#thread.postMessage(request);
  }

  /** Ends the thread, whatever it does. Nothing more is heard of it; the promise may wait for a native call. */
  async terminate(): Promise<void> {
    this.#state = "gone";
    this.#seats.clear();
    this.#cache.dispose();
    await this.#thread.terminate();
  }

  #receive(event: ScriptEvent): void {
    if (this.#state === "gone") return;
    switch (event.type) {
      case "frame":
      case "ended":
      case "commit":
      case "outdated":
      case "problem":
      case "media":
      case "mediaKept":
      case "making":
      case "offer":
        // Nobody there, or not any more: the session has moved or is over.
        if (!this.#leaving.has(event.session) && this.#seats.has(event.session)) this.#seats.get(event.session)?.resident.receive(event);
        else if (event.type === "offer") event.offer.port.close();
        return;
      case "closed":
        this.#hasLeft(event.session);
        return;
      case "ready":
        this.#state = "ready";
        this.#events.ready(this);
        return;
      case "log":
        this.#events.log(event);
        return;
      default:
        event satisfies never;
    }
  }

  #hasLeft(session: SessionId): void {
    const left = (this.#leaving.get(session) ?? 0) - 1;
    if (left > 0) this.#leaving.set(session, left);
    else this.#leaving.delete(session);
    if (this.#leaving.size === 0 && this.#seats.size === 0) this.#events.vacated(this);
  }
}

function causeOf(
  error: (Error & { readonly code?: string }) | undefined,
  exitCode: number,
  production: boolean,
): Pick<WorkerDeath, "reason" | "told"> {
  const known = error === undefined ? `exit code ${exitCode}` : error.code === "ERR_WORKER_OUT_OF_MEMORY" ? OUT_OF_MEMORY : undefined;
  if (known !== undefined) return { reason: known, told: known };
  const reason = `${error?.name}: ${error?.message}`;
  if (!production) return { reason, told: reason };
  const id = randomBytes(5).toString("hex");
  return { reason: `[${id}] ${reason}`, told: `an unexpected error, in the server's log under ${id}` };
}
