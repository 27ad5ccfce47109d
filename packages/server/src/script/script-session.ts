import type { PageConfig, RunOutcome, WidgetId } from "@rivulet/protocol";
import { StaleRunContextError } from "../errors.ts";
import type { Interrupt } from "../thread/interrupt.ts";
import type { ScriptEvent, SessionRecord, WireUpdate } from "../thread/messages.ts";
import { clearCallSite } from "./call-site.ts";
import { ControlFlow } from "./control-flow.ts";
import { DevAdvice } from "./dev-advice.ts";
import { noteCall } from "./last-call.ts";
import { toErrorInfo } from "./loader/user-error.ts";
import { Output } from "./output.ts";
import { endOf, type Outcome } from "./run-end.ts";
import type { ScriptHost } from "./script-host.ts";
import { places, ScriptRunContext } from "./script-run-context.ts";
import { SessionTree } from "./session-tree.ts";
import { acceptValue } from "./state/accept-value.ts";
import { SessionChanges } from "./state/session-changes.ts";
import { SessionState } from "./state/session-state.ts";
import { WidgetStates, type WidgetRecord } from "./state/widget-states.ts";
import { WithheldPresses } from "./state/withheld-presses.ts";
import { threadsDeclared } from "./threads/define-thread.ts";
import { SessionThreads } from "./threads/session-threads.ts";

type RunRequest = { readonly no: number; readonly n: number; readonly updates: readonly WireUpdate[] };

/** The live copy of a session in the worker where it is at home: its tree, its values, its one main run (SR5). */
export class ScriptSession {
  readonly id: string;
  readonly interrupt: Interrupt;
  readonly tree: SessionTree;
  readonly widgets: WidgetStates;
  readonly state: SessionState;
  readonly output: Output;
  readonly threads: SessionThreads;
  /** In dev only. */
  readonly devAdvice: DevAdvice | undefined;
  config: PageConfig = {};
  /** The last frame number used. */
  seq: number;
  readonly record: Pick<SessionRecord, "page" | "query" | "facts">;
  readonly #host: ScriptHost;
  #taken: number;
  #runs = 0;
  #current: ScriptRunContext | undefined;
  #problem = false;
  readonly #withheld = new WithheldPresses();
  readonly #changes: SessionChanges;

  constructor(record: SessionRecord, interrupt: Interrupt, host: ScriptHost) {
    this.id = record.id;
    // Not all of it: what was committed before lives in `widgets` and `state`, once.
    const { page, query, facts } = record;
    this.record = { page, query, facts };
    this.interrupt = interrupt;
    this.seq = record.seq;
    this.#taken = record.taken;
    this.#host = host;
    const { maxElements, production } = host.options;
    this.devAdvice = production ? undefined : new DevAdvice();
    this.tree = new SessionTree({
      maxElements,
      onRecount: (first, identity) => this.#log("warn", this.devAdvice?.recounted(first, identity)),
    });
    this.widgets = new WidgetStates(record.values);
    this.state = new SessionState(record.state);
    this.#changes = new SessionChanges(this.widgets, this.state);
    this.output = new Output(this);
    this.threads = new SessionThreads(host.threads, (error) => this.#threadFailed(error));
  }

  /** True where visitors are strangers: paths and stacks stay on the server (SEC6). */
  get production(): boolean {
    return this.#host.options.production;
  }

  /** True once a run has begun: there is a tree to show. */
  get hasRun(): boolean {
    return this.#runs > 0;
  }

  /** Answers a request: takes its values, supersedes the run in flight, runs the page. */
  run({ no, n, updates }: RunRequest): void {
    this.#taken = Math.max(this.#taken, n);
    for (const { seen, values } of updates) {
      for (const [id, raw] of values) {
        if (!this.#withheld.withhold(this.tree, this.#current !== undefined, { id, raw, seen })) this.#accept(id, raw, seen);
      }
    }
    const superseding = this.#end("superseded");
    void this.#runPage(no, superseding);
  }

  #accept(id: WidgetId, raw: unknown, seen: number): void {
    const refusal = acceptValue(this, id, raw, seen);
    // In dev only: a client must not be able to fill a server's log.
    if (refusal !== undefined && !this.production) this.#log("info", `a value for widget ${id} was refused: ${refusal}`);
  }

  /** Ends the run of request `no` or an earlier one, also if it waits for what never comes. */
  stop(no: number, reason: "stopped" | "timeout"): void {
    if (this.#current !== undefined && this.#current.no <= no) this.#end(reason);
  }

  /** Ends the session: its run, if any, is revoked; nothing is posted any more. */
  close(): void {
    this.#current?.revoke("closed");
    this.#current = undefined;
    this.threads.close();
    this.output.close();
  }

  /** Ends the run in flight from outside; false if there is none. */
  #end(reason: "superseded" | "stopped" | "timeout"): boolean {
    const ctx = this.#current;
    if (ctx === undefined) return false;
    ctx.revoke(reason);
    this.#finish(ctx, reason);
    return true;
  }

  /** Logs what a run did after its end. */
  report(error: unknown, text: string): void {
    this.#log("warn", text);
    this.#host.describe(error, this.id);
  }

  #log(level: "info" | "warn", text: string | undefined): void {
    if (text !== undefined) this.#post({ type: "log", level, session: this.id, text });
  }

  postFrame(frame: Uint8Array<ArrayBuffer>): void {
    this.#post({ type: "frame", session: this.id, seq: this.seq, frame }, [frame.buffer]);
  }

  #post(event: ScriptEvent, transfer?: readonly ArrayBuffer[]): void {
    this.#host.port.post(event, transfer);
  }

  async #runPage(no: number, superseding: boolean): Promise<void> {
    for (;;) {
      const ctx = new ScriptRunContext(this, no, ++this.#runs);
      this.#current = ctx;
      clearCallSite();
      noteCall(this.id);
      this.tree.beginRun();
      this.output.begin(ctx.run);
      const outcome = await Promise.race([this.#execute(ctx, superseding), ctx.left.then(() => endOf(ctx))]);
      // Ended from outside meanwhile: whoever did that has finished it.
      if (this.#current !== ctx) return;
      // Only a run that came to its end has shown how many equal widgets there are.
      if (outcome === "finished" && this.#withheld.size > 0) this.#release(ctx);
      else if (outcome !== "rerun") return this.#finish(ctx, outcome);
      this.widgets.carryTriggers();
      this.tree.endRun(false);
      this.#postCommit();
      // A page that always asks for a rerun must leave the thread to its neighbours, and to Stop.
      await nextTurn();
      if (this.#current !== ctx) return;
      superseding = false;
    }
  }

  /** Ends a run after which it is known how many equal widgets there are, and takes the presses that waited for it. */
  #release(ctx: ScriptRunContext): void {
    this.tree.endRun(true);
    this.#settleWidgets(ctx, "finished");
    this.output.flush();
    for (const { id, raw, seen } of this.#withheld.take()) this.#accept(id, raw, seen);
    ctx.revoke("finished");
  }

  async #execute(ctx: ScriptRunContext, superseding: boolean): Promise<Outcome> {
    const place = { ctx, block: this.tree.roots.main };
    try {
      const page = await this.#load();
      if (page === undefined) return "error";
      return await places.run(place, async () => {
        await this.#runCallbacks(ctx);
        if (superseding) {
          this.#changes.commitState();
          this.state.forgetLive();
        }
        await page();
        ctx.bodyEnded();
        await ctx.settled();
        return endOf(ctx);
      });
    } catch (error) {
      if (error instanceof ControlFlow || ctx.end !== undefined) return endOf(ctx);
      this.#showError(ctx, error);
      return "error";
    } finally {
      ctx.bodyEnded();
    }
  }

  /** The page's function, or undefined after telling why it cannot be loaded. */
  async #load(): Promise<(() => Promise<void>) | undefined> {
    try {
      const page = await this.#host.loader.load(this.record.page);
      if (this.#problem) this.#post({ type: "problem", session: this.id, error: null });
      this.#problem = false;
      if (threadsDeclared()) this.#host.threads?.warm();
      return page;
    } catch (error) {
      this.#problem = true;
      this.#post({ type: "problem", session: this.id, error: this.#host.describe(error, this.id) });
      return undefined;
    }
  }

  async #runCallbacks(ctx: ScriptRunContext): Promise<void> {
    ctx.inCallbacks = true;
    try {
      for (const record of this.widgets.takeChanged()) {
        if (record.onChange === undefined) continue;
        await this.#callBack(record);
        ctx.check("a callback");
      }
    } finally {
      ctx.inCallbacks = false;
    }
  }

  async #callBack(record: WidgetRecord): Promise<void> {
    const value = record.fired ?? record.value;
    try {
      await record.onChange?.((record.decode ? record.decode(value as never) : value) as never);
    } catch (error) {
      // The page runs right after its callbacks: a rerun asked for here is this very run (C2).
      if (!(error instanceof ControlFlow) || error.kind !== "rerun") throw error;
    }
  }

  /** Emits the error into the page, as an element below what the run had written. */
  #showError(ctx: ScriptRunContext, thrown: unknown): void {
    const error = this.#host.describe(thrown, this.id);
    try {
      this.tree.emit(this.tree.roots.main, "exception", { error });
    } catch {
      // The tree is full (FM6): the error then shows over the page.
      this.#post({ type: "problem", session: this.id, error });
      this.#problem = true;
    }
    ctx.revoke("finished");
  }

  /** What a run leaves behind (SR7). */
  #finish(ctx: ScriptRunContext, outcome: RunOutcome | "superseded"): void {
    this.#current = undefined;
    if (ctx.end === undefined) ctx.threads?.detach("finished");
    for (const error of ctx.threads?.takeFailures() ?? []) this.#threadFailed(error, outcome === "finished" || outcome === "error");
    const failure = this.#changes.commitState();
    if (failure !== undefined && outcome === "finished") {
      this.#showError(ctx, failure);
      outcome = "error";
    } else if (failure !== undefined) {
      this.#host.describe(failure, this.id);
    }
    if (outcome === "finished") this.tree.endRun(true);
    this.#settleWidgets(ctx, outcome);
    this.#withheld.ended(outcome === "superseded");
    ctx.revoke("finished");
    const frame = this.output.end(ctx.run, outcome, this.#taken);
    if (outcome !== "finished") this.tree.endRun(false);
    const commit = this.#changes.take();
    for (const [key, bytes] of commit?.state ?? []) this.#log("warn", this.devAdvice?.committed(key, bytes));
    this.#post(
      { type: "ended", session: this.id, no: ctx.no, outcome, taken: this.#taken, seq: this.seq, frame, commit },
      frame === undefined ? undefined : [frame.buffer],
    );
  }

  /** Logs the error of a thread that nobody joined, and shows it in dev: in the page if a run is being finished, else over it. */
  #threadFailed(thrown: unknown, inPage = false): void {
    this.#host.report(thrown, this.id);
    if (this.production || thrown instanceof StaleRunContextError) return;
    const error = toErrorInfo(thrown, { production: false });
    try {
      if (inPage) return void this.tree.emit(this.tree.roots.main, "exception", { error });
    } catch {
      // The tree is full (FM6).
    }
    this.#problem = true;
    this.#post({ type: "problem", session: this.id, error });
  }

  #settleWidgets(ctx: ScriptRunContext, outcome: RunOutcome | "superseded"): void {
    if (outcome === "superseded") this.widgets.carryTriggers();
    // `st.stop()` has revoked the context with "finished": what it did not reach keeps its values.
    else if (outcome === "finished" && ctx.end === undefined) this.widgets.finish(ctx.run);
    else this.widgets.clearTriggers();
  }

  /** Posts what a run did that goes on as another one. */
  #postCommit(): void {
    const failure = this.#changes.commitState();
    if (failure !== undefined) this.#host.describe(failure, this.id);
    const commit = this.#changes.take();
    if (commit !== undefined) this.#post({ type: "commit", session: this.id, commit });
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
