import type { RunOutcome } from "@rivulet/protocol";
import { createInterrupt, type Interrupt, raiseLatest, raiseStop } from "../thread/interrupt.ts";
import type { ScriptEvent, WireUpdate } from "../thread/messages.ts";
import type { Blame, StopReason } from "./blame.ts";
import { GracePeriod, type StuckAt } from "./grace-period.ts";
import { ScriptRequests, type RunRequest } from "./script-requests.ts";
import type { Outbox } from "./outbox.ts";
import type { SessionData } from "./session-data.ts";
import type { Resident, ScriptWorker, SessionEvent } from "./script-worker.ts";
import type { WorkerPool } from "./worker-pool.ts";

type EndedEvent = Extract<ScriptEvent, { type: "ended" }>;
type ProblemEvent = Extract<ScriptEvent, { type: "problem" }>;

type RunnerState =
  /** No worker can be started; requests wait. */
  | { readonly type: "homeless" }
  | { readonly type: "idle" }
  | { readonly type: "running" }
  /** Stage 1 of a stop (SR9): the run up to `upTo` has the grace period to end by itself. */
  | {
      readonly type: "stopping";
      readonly upTo: number;
      readonly reason: StopReason;
      readonly grace: GracePeriod;
      readonly thenClose: boolean;
    }
  | { readonly type: "closed" };

export interface RunnerContext {
  readonly pool: WorkerPool;
  readonly data: SessionData;
  readonly outbox: Outbox;
  readonly grace: number;
  readonly runTimeout: number | undefined;
  /** A stop was not answered within the grace period: the worker must be replaced. */
  onStuck(runner: ScriptRunner, worker: ScriptWorker, reason: StopReason, at: StuckAt): void;
  /** The session was opened anew elsewhere; `blame` when a request of its own is not repeated there. */
  onMoved(blame: Blame | undefined): void;
  /** Open updates were dropped by a stop and nothing runs any more, or the frame that told of a run's end was withheld. */
  onDropped(outcome: RunOutcome): void;
  onProblem(error: ProblemEvent["error"]): void;
}

/** Runs one session's page in whatever worker it is at home. */
export class ScriptRunner implements Resident {
  readonly #context: RunnerContext;
  readonly #requests = new ScriptRequests();
  #state: RunnerState = { type: "homeless" };
  #worker: ScriptWorker | undefined;
  #interrupt: Interrupt | undefined;
  /** The worker has no tree of this session: it was opened there and has not run since. */
  #empty = true;
  /** The run that makes the tree anew before open updates can be applied to it: a value needs its widget (BM1). */
  #rebuild: number | undefined;
  #runningSince = 0;
  #timeout: NodeJS.Timeout | undefined;

  constructor(context: RunnerContext) {
    this.#context = context;
  }

  get inFlight(): boolean {
    return this.#requests.inFlight || this.#rebuild !== undefined;
  }

  get homeless(): boolean {
    return this.#state.type === "homeless";
  }

  /** Nothing was ever run where the session is at home. */
  get empty(): boolean {
    return this.#empty;
  }

  get pendingBytes(): number {
    return this.#requests.bytes;
  }

  /** Whether the open request has been through a crash already. */
  get repeated(): boolean {
    return this.#requests.repeated;
  }

  get page(): string {
    return this.#context.data.page;
  }

  get runningSince(): number {
    return this.#runningSince;
  }

  /** Finds a home and sends the requests that wait for one. False when there is none. */
  settle(): boolean {
    const { pool, data, outbox } = this.#context;
    this.#worker = pool.home(data.id, this);
    this.#empty = true;
    this.#rebuild = undefined;
    this.#state = { type: this.#worker ? "idle" : "homeless" };
    if (!this.#worker) return false;
    this.#interrupt = createInterrupt();
    this.#worker.post({ type: "open", session: data.record(outbox.seq), interrupt: this.#interrupt });
    if (this.#requests.hasUpdates) this.#startRebuild();
    else this.#postMerged();
    return true;
  }

  /** Runs the page. `bytes` is the size of the message that brought the update. */
  run(n: number, update?: WireUpdate, bytes?: number): void {
    const request = this.#requests.add(n, update, bytes);
    if (!this.#worker || this.#rebuild !== undefined) return;
    if (this.#empty && update) this.#startRebuild();
    else this.#post(request);
  }

  /** Has the whole tree posted for a browser that just came. */
  attach(): void {
    this.#worker?.post({ type: "attach", session: this.#context.data.id });
  }

  /** Stops what runs: by the run itself if it answers, else by replacing its worker. */
  stop(reason: StopReason, thenClose = false): void {
    if (this.#state.type === "stopping" && thenClose) this.#state = { ...this.#state, thenClose };
    if (this.#state.type !== "running" || !this.#worker || !this.#interrupt) return;
    const upTo = this.#rebuild ?? this.#requests.last;
    if (this.#rebuild !== undefined) this.#drop(this.#requests.last);
    raiseStop(this.#interrupt, upTo);
    this.#worker.post({ type: "stop", session: this.#context.data.id, no: upTo, reason });
    this.#state = { type: "stopping", upTo, reason, grace: this.#grace(this.#worker), thenClose };
  }

  /** Ends the session where it is at home. A run in flight is stopped first. */
  close(): void {
    switch (this.#state.type) {
      case "running":
      case "stopping":
        this.stop("stopped", true);
        return;
      case "idle":
      case "homeless":
        this.#leave();
        return;
      case "closed":
        return;
      default:
        this.#state satisfies never;
    }
  }

  /** Forgets the session without a word to its worker, which is gone or goes with the server. */
  abandon(): void {
    clearTimeout(this.#timeout);
    if (this.#state.type === "stopping") this.#state.grace.cancel();
    this.#worker = undefined;
    this.#state = { type: "closed" };
  }

  /** Opens the session anew, as another page or with another query. */
  reopen(): void {
    if (this.#state.type === "stopping") this.#state.grace.cancel();
    if (this.#interrupt) raiseStop(this.#interrupt, this.#requests.last);
    this.#worker?.post({ type: "close", session: this.#context.data.id });
    this.#worker?.residents.delete(this.#context.data.id);
    this.#drop(this.#requests.last);
    this.settle();
  }

  /** The worker is gone. What was on its processor is dropped, what waited is repeated elsewhere (SR8). */
  lost(blame: Blame | undefined): void {
    const state = this.#state;
    this.#worker = undefined;
    if (state.type === "stopping") state.grace.cancel();
    if (state.type === "closed" || (state.type === "stopping" && state.thenClose)) {
      this.abandon();
      return;
    }
    // What was asked to stop is not repeated either, whoever kept the worker from hearing of it.
    const told = blame ?? (state.type === "stopping" ? { outcome: state.reason } : undefined);
    if (told) this.#drop(state.type === "stopping" ? state.upTo : this.#requests.last);
    this.#requests.repeated = this.#requests.inFlight;
    this.settle();
    this.#context.onMoved(told);
  }

  receive(event: SessionEvent): void {
    switch (event.type) {
      case "frame":
        this.#context.outbox.frame(event.seq, event.frame);
        return;
      case "ended":
        this.#ended(event);
        return;
      case "commit":
        this.#context.data.commit(0, event.commit);
        return;
      case "problem":
        this.#context.onProblem(event.error);
        return;
      default:
        event satisfies never;
    }
  }

  #post(request: RunRequest): void {
    const worker = this.#worker;
    if (!worker || !this.#interrupt) return;
    const session = this.#context.data.id;
    if (this.#empty) {
      this.#empty = false;
      if (this.#context.outbox.needsTree) worker.post({ type: "attach", session });
    }
    raiseLatest(this.#interrupt, request.no);
    worker.post({ type: "run", session, no: request.no, n: request.n, updates: request.updates });
    if (this.#state.type === "idle") this.#state = { type: "running" };
    this.#runningSince = performance.now();
    this.#watch();
  }

  #ended(event: EndedEvent): void {
    const { outbox, data } = this.#context;
    const told = event.frame === undefined || outbox.frame(event.seq, event.frame);
    if (event.frame === undefined) outbox.seq = event.seq;
    data.commit(event.taken, event.commit);
    const rebuilt = event.no === this.#rebuild;
    if (rebuilt) this.#rebuild = undefined;
    else this.#requests.drop(event.no);
    this.#advance(event.no);
    if (!rebuilt) {
      // The tree that follows says what the run has done, but not that it is over.
      if (!told && event.outcome !== "superseded") this.#context.onDropped(event.outcome);
      return;
    }
    if (this.#requests.inFlight) this.#postMerged();
    else this.#context.onDropped("stopped");
  }

  #advance(ended: number): void {
    const state = this.#state;
    if (state.type === "stopping") {
      if (ended < state.upTo) return;
      state.grace.cancel();
      if (state.thenClose) {
        this.#leave();
        return;
      }
    }
    this.#state = { type: this.#requests.inFlight ? "running" : "idle" };
  }

  #startRebuild(): void {
    this.#rebuild = this.#requests.reserve();
    this.#post({ no: this.#rebuild, n: this.#context.data.taken, updates: [] });
  }

  #postMerged(): void {
    const request = this.#requests.merge(this.#context.outbox.seq);
    if (request) this.#post(request);
  }

  /** Forgets requests up to `no` for good: they count as taken. */
  #drop(no: number): void {
    this.#context.data.commit(this.#requests.drop(no) ?? 0, undefined);
  }

  #grace(worker: ScriptWorker): GracePeriod {
    return new GracePeriod(worker, this.#context.grace, (at) => this.#stuck(at));
  }

  #stuck(at: StuckAt): void {
    const state = this.#state;
    if (state.type !== "stopping" || !this.#worker) return;
    // A worker that is still starting has not heard of the stop.
    if (!this.#worker.ready) this.#state = { ...state, grace: this.#grace(this.#worker) };
    else this.#context.onStuck(this, this.#worker, state.reason, at);
  }

  // One timer a session at most, set again only when it finds a run: runs themselves set none.
  #watch(): void {
    const limit = this.#context.runTimeout;
    if (limit === undefined || this.#timeout) return;
    this.#timeout = setTimeout(() => this.#checkTimeout(limit), limit);
  }

  #checkTimeout(limit: number): void {
    this.#timeout = undefined;
    if (this.#state.type !== "running" && this.#state.type !== "stopping") return;
    const worker = this.#worker;
    const left = worker?.ready ? Math.max(this.#runningSince, worker.readyAt) + limit - performance.now() : limit;
    if (left <= 0) this.stop("timeout");
    this.#timeout = setTimeout(() => this.#checkTimeout(limit), left > 0 ? left : limit);
  }

  #leave(): void {
    this.#worker?.post({ type: "close", session: this.#context.data.id });
    this.#worker?.residents.delete(this.#context.data.id);
    this.abandon();
  }
}
