import { AsyncLocalStorage } from "node:async_hooks";
import { StaleRunContextError } from "../errors.ts";
import { interrupted } from "../thread/interrupt.ts";
import { clearCallSite } from "./call-site.ts";
import { currentFlight } from "./cache/flight.ts";
import { ControlFlow } from "./control-flow.ts";
import type { Fragment } from "./fragments/fragment.ts";
import { noteCall } from "./last-call.ts";
import { noteSession } from "./on-processor.ts";
import type { RerunScope } from "./runs/rerun-scope.ts";
import type { ScriptSession } from "./script-session.ts";
import type { TreeBlock, TreeRun } from "./session-tree.ts";
import { noContext } from "./threads/no-context.ts";
import type { RunThreads } from "./threads/run-threads.ts";
import { TrackedPromise } from "./tracked-promise.ts";

/** Why a run is over; `st.signal` aborts with it as its reason. */
export type RunEnd = "finished" | "superseded" | "stopped" | "timeout" | "closed";

/** A run and the block into which bare `st.*` calls write: what AsyncLocalStorage carries. */
export interface Place {
  readonly ctx: ScriptRunContext;
  readonly block: TreeBlock;
}

// Two copies of this module would be two contexts: each would tell the other's pages that they are outside a run.
const slot = Symbol.for("rivulet.script-run-context");
const shared = globalThis as { [slot]?: AsyncLocalStorage<Place> };
if (shared[slot]) throw new Error("Two copies of rivulet were loaded into one thread. Let the app depend on one version of it.");

/** Where bare `st.*` calls of the running code write. */
export const places = (shared[slot] = new AsyncLocalStorage<Place>());

/** The place of the running code; throws `NoSessionContextError` outside a run. `call` names the call in messages. */
export function currentPlace(call: string): Place {
  const place = places.getStore();
  if (place === undefined) throw currentFlight()?.refusal(call) ?? noContext(call);
  return place;
}

/** Calls a function outside any run: what it starts belongs to no run either. */
export function outsideRuns<T>(call: () => T): T {
  return places.run(undefined as unknown as Place, call);
}

/** Calls of an ended run after which it is reported as a loop (SR13). */
const STALE_LOOP = 100;

/** What makes a run's context. */
export interface RunFacts {
  /** The request that the run answers. */
  readonly no: number;
  /** Counts the runs of the session. */
  readonly run: number;
  /** What it touches in the tree. */
  readonly treeRun: TreeRun;
  /** Where bare `st.*` calls write that stand in no block. */
  readonly home: TreeBlock;
  /** The fragment whose body it is for. */
  readonly fragment?: Fragment | undefined;
  readonly unseen?: boolean | undefined;
  readonly drafting?: boolean | undefined;
}

/** Milliseconds that what a user did may compute before a newer request ends it. */
const ACTING_MS = 100;

/**
 * One run of a page or a fragment, or a fragment's part of a longer run (which then is its `parent`). It is valid until its run
 * ends, and then for ever revoked: late writes throw (TH6).
 */
export class ScriptRunContext {
  readonly session: ScriptSession;
  readonly no: number;
  readonly run: number;
  readonly treeRun: TreeRun;
  readonly fragment: Fragment | undefined;
  /** The run or part that this is a part of. */
  readonly parent: ScriptRunContext | undefined;
  /** Explicit keys used so far in the whole run, with the place of the first use. */
  readonly keys: Map<string, string>;
  /** True of a run that only makes the page's tree and closures: it shows nothing, keeps nothing and starts nothing (SR8). */
  readonly unseen: boolean;
  /** True where a form's body is run to show its draft: fields return what is staged, nothing fires. */
  readonly drafting: boolean;
  /** True while callbacks run, before the body. */
  inCallbacks = false;
  /** True of a whole run while the body of a page of `st.navigation` runs. */
  pageRuns = false;
  /** What `st.rerun()` asked for. */
  rerun: RerunScope | undefined;
  /** The threads that it started; made with the first one. */
  threads: RunThreads | undefined;
  readonly #home: TreeBlock;
  #parts: Set<ScriptRunContext> | undefined;
  #end: RunEnd | undefined;
  #unwinding = true;
  #abort: AbortController | undefined;
  #open = 0;
  #staleCalls = 0;
  #actingSince = 0;
  #settled: (() => void) | undefined;
  #left: (() => void) | undefined;
  readonly #failures: { readonly work: TrackedPromise<unknown>; readonly error: unknown }[] = [];

  constructor(session: ScriptSession, facts: RunFacts, parent?: ScriptRunContext) {
    this.session = session;
    this.no = facts.no;
    this.run = facts.run;
    this.treeRun = facts.treeRun;
    this.#home = facts.home;
    this.fragment = facts.fragment;
    this.unseen = facts.unseen === true;
    this.drafting = facts.drafting === true;
    this.parent = parent;
    // A form's body that runs a second time to show its draft uses its keys again.
    this.keys = parent === undefined || parent.drafting !== this.drafting ? new Map() : parent.keys;
  }

  /** Where bare `st.*` calls write that stand in no block. */
  get home(): TreeBlock {
    return this.#home;
  }

  /** The context of the whole run. */
  get root(): ScriptRunContext {
    return this.parent?.root ?? this;
  }

  /** The context around this one: of the run that it is a part of, or of the run that called its fragment last. */
  get outer(): ScriptRunContext | undefined {
    return this.parent ?? this.fragment?.calledBy;
  }

  /** The context of the page around all fragments: this run's, or that of the run that called the fragment. */
  get page(): ScriptRunContext {
    return this.outer?.page ?? this;
  }

  /** Begins a fragment's part of this run; a form's body may show its draft in it. */
  part(fragment: Fragment, drafting = this.drafting): ScriptRunContext {
    const { no, run, treeRun, unseen } = this;
    const part = new ScriptRunContext(this.session, { no, run, treeRun, home: fragment.block, fragment, unseen, drafting }, this);
    (this.#parts ??= new Set()).add(part);
    return part;
  }

  /** Whether what is called here belongs to a page of `st.navigation`, not to the frame around it. */
  get inPage(): boolean {
    return this.fragment?.inPage ?? this.root.pageRuns;
  }

  /** This context and those of all parts. */
  *all(): Iterable<ScriptRunContext> {
    yield this;
    for (const part of this.#parts ?? []) yield* part.all();
  }

  /** Why this run is over, if it is. */
  get end(): RunEnd | undefined {
    return this.#end;
  }

  /** Aborts when the run is over, with a `RunEnd` as its reason. */
  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#end !== undefined && !this.#abort.signal.aborted) this.#abort.abort(this.#end);
    return this.#abort.signal;
  }

  /** Called first in every `st.*` call: throws if the run is over or was interrupted meanwhile. */
  check(call: string): void {
    clearCallSite();
    noteSession(this.session.interrupt);
    noteCall(this.session.id);
    if (this.#end === undefined) {
      const why = interrupted(this.session.interrupt, this.no, this.root.fragment?.hash);
      if (why === undefined || (why === "superseded" && (this.unseen || this.session.runs.arriving || this.root.#acts()))) return;
      this.root.revoke(why);
    }
    if (this.#unwinding) throw new ControlFlow("interrupted");
    throw this.#stale(call, this.#end as RunEnd);
  }

  /**
   * What the user did begins to take effect: a press was seen, a callback starts. Until the code awaits, and for a moment at most, no
   * newer request ends the run: else a click could be gone before the next line has counted it.
   */
  acting(): void {
    const { root } = this;
    root.#actingSince = Date.now();
    queueMicrotask(() => (root.#actingSince = 0));
  }

  #acts(): boolean {
    return this.#actingSince > 0 && Date.now() - this.#actingSince < ACTING_MS;
  }

  #stale(call: string, end: RunEnd): StaleRunContextError {
    const error = new StaleRunContextError(call, end, this.#staleAdvice());
    if (++this.#staleCalls === STALE_LOOP)
      this.session.report(error, `${STALE_LOOP} calls after the end of a run: is a loop swallowing errors?`);
    return error;
  }

  /** What to do depends on who calls: nobody's run any more, or one that goes on and will show the error as its own. */
  #staleAdvice(): string | undefined {
    const caller = places.getStore()?.ctx;
    if (caller === undefined || caller.root === this.root) return undefined;
    // A container of the last run, captured by a callback of this one.
    if (caller.root.inCallbacks) return "In a callback set session state, and write it in the page's body.";
    if (caller.end !== undefined) return undefined;
    const whose = caller.session === this.session ? "an earlier run" : "a run of another session";
    return `It belongs to ${whose}, which has left it behind for this one to call: make containers anew in each run, and remove listeners when st.signal aborts.`;
  }

  /** Ends the right to write. The first reason stands. */
  revoke(end: RunEnd): void {
    if (this.#end !== undefined) return;
    this.threads?.detach(end);
    this.#end = end;
    for (const part of this.#parts ?? []) part.revoke(end);
    this.#abort?.abort(end);
    this.threads?.close(end);
    // A body that never settles must not keep a run alive that is over, nor one that goes on without this part of it.
    if (this.parent !== undefined) this.root.#closed(this.#open);
    this.#settled?.();
  }

  /**
   * Ends the run from inside (`st.stop`, `st.rerun`). A body that waits for something else meanwhile (the call came from a
   * timer, an emitter, or beside it) has one turn to unwind, then the session goes on without it (SR5).
   */
  leave(end: "finished" | "stopped" | "superseded"): void {
    this.revoke(end);
    setImmediate(() => this.#left?.());
  }

  /** Resolves when the run was left and its body has had its turn. */
  get left(): Promise<void> {
    return new Promise((resolve) => {
      this.#left = resolve;
    });
  }

  /** Ends a run that shows nothing where it asks for what such a run must not do: as far as it came is as far as it goes. */
  endUnseen(kind: "rerun" | "stop"): never {
    this.root.leave("finished");
    throw new ControlFlow(kind);
  }

  /** Says that the page's body is over: what still calls `st` now outlives its run. */
  bodyEnded(): void {
    this.#unwinding = false;
    for (const part of this.#parts ?? []) part.bodyEnded();
  }

  /** Makes the run last until `work` has settled (SR6). Its failure is the run's, unless somebody awaits what this returns. */
  track<T>(work: PromiseLike<T>): Promise<T> {
    const { root } = this;
    root.#open++;
    if (root !== this) this.#open++;
    const tracked = TrackedPromise.from(work);
    // A part that was taken over has let go of its work: how that ends is nobody's concern.
    const done = (failure?: { readonly error: unknown }) => {
      if (root !== this) {
        if (this.#end !== undefined) return;
        this.#open--;
      }
      if (failure !== undefined && !tracked.observed) root.#failures.push({ work: tracked, error: failure.error });
      root.#closed(1);
    };
    // Not `tracked.then`: that would count as somebody waiting for it.
    void Promise.prototype.then.call(
      tracked,
      () => done(),
      (error: unknown) => done({ error }),
    );
    return tracked;
  }

  #closed(works: number): void {
    this.#open -= works;
    if (this.#open === 0) this.#settled?.();
  }

  /** Resolves when all tracked work has settled or the run is over. Throws the first failure that nobody saw. */
  async settled(): Promise<void> {
    while (this.#open > 0 && this.#end === undefined) {
      await new Promise<void>((resolve) => {
        this.#settled = resolve;
      });
    }
    this.#settled = undefined;
    // One that failed early may have been awaited later.
    const failure = this.#failures.find(({ work }) => !work.observed);
    if (failure && this.#end === undefined) throw failure.error;
  }
}
