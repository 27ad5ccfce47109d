import type { PagePlace, RunOutcome, WidgetId } from "@rivulet/protocol";
import type { Left, WireUpdate } from "../../thread/messages.ts";
import { clearCallSite } from "../call-site.ts";
import { ControlFlow } from "../control-flow.ts";
import { isWithin, type Fragment } from "../fragments/fragment.ts";
import { outermost } from "../fragments/fragments.ts";
import { ShownError } from "../fragments/shown-error.ts";
import { places, ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { WidgetRecord } from "../state/widget-states.ts";
import { WithheldPresses } from "../state/withheld-presses.ts";
import { dismiss } from "../dialogs/dismiss.ts";
import { dropLogo } from "../logo.ts";
import { ActiveRun } from "./active-run.ts";
import { Arrival } from "./arrival.ts";
import { runCallbacks } from "./callbacks.ts";
import { DesertedRuns } from "./deserted-runs.ts";
import { OpenRequests } from "./open-requests.ts";
import { endOf, type Outcome } from "./run-end.ts";
import { scopeOf } from "./scope-of.ts";
import { UnseenRun } from "./unseen-run.ts";

/** A request for a run: `n` is the highest BackMsg number in it. */
export interface RunRequest {
  readonly no: number;
  readonly n: number;
  readonly updates: readonly WireUpdate[];
  /** Where the user has gone. */
  readonly place?: PagePlace | undefined;
  /** The session was at home elsewhere, and its page has not run here (SR8). */
  readonly moved?: "rehydrate" | "seed" | undefined;
}

/** Runs a session's page, and fragments of it beside the page (SR5). */
export class SessionRuns {
  readonly #session: ScriptSession;
  readonly #active = new Set<ActiveRun>();
  readonly #requests: OpenRequests;
  readonly #withheld = new WithheldPresses();
  #unseen: UnseenRun | undefined;
  #arrival: Arrival | undefined;
  readonly #deserted = new DesertedRuns();
  #count = 0;

  constructor(session: ScriptSession, taken: number) {
    this.#session = session;
    this.#requests = new OpenRequests(taken);
  }

  /** True once a run has begun: there is a tree to show. */
  get any(): boolean {
    return this.#count > 0;
  }

  /** The page has not come to its end here yet: what waits for that must not end it. */
  get arriving(): boolean {
    return this.#arrival !== undefined;
  }

  /** The highest BackMsg number that came. */
  get received(): number {
    return this.#requests.received;
  }

  /** Answers a request: takes its values, then runs what they concern, superseding what runs there. */
  request(request: RunRequest): void {
    if (this.#unseen !== undefined) return this.#unseen.postponed.add(request);
    if (this.#arrival?.postpone(request) === true) return;
    this.#answerTo(request);
  }

  #answerTo(request: RunRequest): void {
    if (request.moved !== undefined) this.#session.media.moved();
    if (request.moved === "rehydrate") return void this.#rehydrate(request);
    const { no, n, updates, place, moved } = request;
    this.#requests.add(no, n);
    this.#session.query.begin(place === undefined && updates.some(({ values }) => values.length > 0));
    if (moved === "seed") {
      this.#arrival = new Arrival(this.#session, (next, stopped) => this.#goOnWith(next, stopped));
      this.#session.tree.remade = true;
    }
    const taken = moved === "seed" ? this.#seed(no, updates) : this.#take(no, updates);
    if (place !== undefined) this.#session.place.navigated(place);
    const scope = place === undefined ? taken : "page";
    const asked = scope === "page" || scope.size > 0 ? scope : this.#deserted.scope;
    if (asked === "page") this.#begin(no, undefined);
    else for (const fragment of outermost(asked)) this.#begin(no, fragment);
    if (asked !== "page" && asked.size === 0) this.#answer("finished");
  }

  #take(no: number, updates: readonly WireUpdate[]): "page" | ReadonlySet<Fragment> {
    const dismissed = dismiss(this.#session, no, updates);
    const asking = dismissed?.asking ?? updates;
    const nothing = dismissed?.nothing === true || this.#session.downloads.onlyFiles(asking);
    const scope = nothing ? new Set<Fragment>() : scopeOf(this.#session, asking);
    for (const update of updates) {
      if (update.draft) this.#session.forms.draft(update);
      else this.#accept(no, update, dismissed?.id);
    }
    return scope;
  }

  #accept(no: number, { seen, values }: WireUpdate, dismissed: WidgetId | undefined): void {
    const refused = new Map<WidgetId, string>();
    for (const [id, raw] of values) {
      if (id === dismissed) continue;
      const press = { id, raw, seen, no };
      if (this.#withheld.withhold(this.#session.tree, this.#active.size > 0, press)) continue;
      const refusal = this.#session.accept(press);
      if (refusal !== undefined) refused.set(id, refusal);
    }
    this.#session.forms.took(values, refused);
  }

  #seed(no: number, updates: readonly WireUpdate[]): "page" {
    for (const { values, draft } of updates) if (!draft) for (const [id, raw] of values) this.#session.widgets.seed(id, raw, no);
    return "page";
  }

  async #rehydrate(request: RunRequest): Promise<void> {
    const unseen = (this.#unseen = new UnseenRun(request));
    if (!(await unseen.perform(this.#session, ++this.#count))) return;
    this.#unseen = undefined;
    for (const [next, stopped] of unseen.postponed.take()) this.#goOnWith(next, stopped);
  }

  /** Answers a request that had to wait, or tells that it was stopped meanwhile. */
  #goOnWith(next: RunRequest, stopped: "stopped" | "timeout" | undefined): void {
    if (stopped === undefined) return this.#answerTo(next);
    this.#requests.add(next.no, next.n);
    this.#answer(stopped);
  }

  /** Ends the runs of request `no` and earlier ones, also if they wait for what never comes. */
  stop(no: number, reason: "stopped" | "timeout"): void {
    this.#unseen?.stop(no, reason);
    this.#arrival?.stop(no, reason);
    for (const run of this.#active) if (run.no <= no) this.#end(run, reason);
    this.#stopDeserted(no, reason);
  }

  /** What is stopped is answered, also if nothing runs for it at this moment. */
  #stopDeserted(no: number, reason: "stopped" | "timeout"): void {
    const stopped = this.#deserted.takeUpTo(no);
    for (const run of stopped) {
      this.#settleWidgets(run, reason);
      this.#withheld.ended(false, this.#isIn(run), run.fragment === undefined);
      this.#requests.ended(run);
    }
    if (stopped.length > 0) this.#answer(reason);
  }

  /** The session is over: what runs is revoked, nothing is posted any more. */
  close(): void {
    this.#unseen?.close();
    this.#unseen = undefined;
    this.#arrival?.close();
    this.#arrival = undefined;
    for (const run of this.#active) {
      run.over = true;
      run.ctx.revoke("closed");
    }
    this.#active.clear();
    this.#deserted.clear();
  }

  /** The run that calls `fragment` now runs its body itself: a run of the fragment alone is superseded. */
  takeOver(fragment: Fragment): void {
    const root = fragment.calledBy.root;
    this.#endWithin(
      fragment,
      [...this.#active].find(({ ctx }) => ctx === root),
    );
  }

  /** What runs in `fragment` is over, but for the run of `root`: its place is gone. */
  endIn(fragment: Fragment, root: ScriptRunContext | undefined): void {
    for (const run of this.#active) if (run.ctx !== root && isWithin(run.fragment, fragment)) this.#end(run, "superseded");
  }

  /** Emits an error where the context's own output stands, below what it had written. */
  showError(ctx: ScriptRunContext, thrown: unknown): void {
    const session = this.#session;
    const error = session.describe(thrown);
    try {
      session.tree.emit(ctx.home, "exception", { error });
      session.output.emitted();
    } catch {
      // The tree is full (FM6): the error then shows over the page.
      session.problem(error);
    }
  }

  #begin(no: number, fragment: Fragment | undefined, instead?: ActiveRun): void {
    const run = new ActiveRun(no, fragment);
    this.#requests.runs(no, run);
    if (instead !== undefined) {
      this.#requests.passOn(instead, run);
      this.#finish(instead, "superseded");
    }
    const adopting = this.#adopt(run);
    const superseding = this.#endWithin(fragment, run) || adopting;
    if (fragment !== undefined) this.#session.fragments.takeParts(fragment);
    this.#active.add(run);
    void this.#perform(run, superseding);
  }

  /** Goes on with what runs in its scope have left to it; false if there was nothing. */
  #adopt(run: ActiveRun): boolean {
    const adopted = this.#deserted.takeWithin(run.fragment);
    for (const deserted of adopted) {
      this.#requests.passOn(deserted, run);
      this.#requests.ended(deserted);
    }
    return adopted.length > 0;
  }

  /** Ends every run of `scope` and what stands in it, of which `next` takes over the presses; false if there is none. */
  #endWithin(scope: Fragment | undefined, next?: ActiveRun): boolean {
    let any = false;
    for (const run of this.#active) {
      if (!isWithin(run.fragment, scope)) continue;
      this.#end(run, "superseded", next);
      any = true;
    }
    return any;
  }

  #end(run: ActiveRun, reason: "superseded" | "stopped" | "timeout", next?: ActiveRun): void {
    run.ctx.revoke(reason);
    this.#finish(run, reason, next);
  }

  async #perform(run: ActiveRun, superseding: boolean): Promise<void> {
    for (;;) {
      const ctx = this.#newContext(run);
      const outcome = await Promise.race([this.#execute(run, superseding), ctx.left.then(() => endOf(ctx))]);
      // Ended from outside meanwhile: whoever did that has finished it.
      if (run.over) return;
      // Only a run that came to its end has shown how many equal widgets there are.
      if (outcome === "finished" && this.#withheld.some(this.#isIn(run))) this.#release(run);
      else if (outcome === "superseded") return this.#desert(run);
      else if (outcome !== "rerun") return this.#finish(run, outcome);
      else if (!this.#reruns(run)) return this.#redirect(run);
      // A run of the page ends every run before it, also when it asked for it itself.
      for (const other of this.#active) if (other !== run && isWithin(other.fragment, run.fragment)) this.#end(other, "superseded", run);
      const concerns = this.#concerns(run);
      if (!ctx.drafting) {
        this.#session.widgets.carryTriggers(concerns);
        this.#session.forms.finish("superseded", concerns);
      }
      if (outcome === "rerun") this.#session.tree.endRun(ctx.treeRun, false);
      this.#session.output.left(ctx.run, run.fragment, this.#requests.taken);
      this.#session.postCommit(this.#requests.of(run).map((no) => [no, this.#left(no)]));
      // A page that always asks for a rerun must leave the thread to its neighbours, and to Stop.
      await nextTurn();
      if (run.over) return;
      superseding = false;
    }
  }

  /** Ends a run for a request that is on its way: that is to answer what this one did not come to. */
  #desert(run: ActiveRun): void {
    const left = new ActiveRun(run.no, run.fragment);
    left.ctx = run.ctx;
    this.#deserted.add(left);
    this.#finish(run, "superseded", left);
  }

  #newContext(run: ActiveRun): ScriptRunContext {
    const { tree, output } = this.#session;
    const { no, fragment } = run;
    const home = fragment?.block ?? tree.roots.main;
    run.ctx = new ScriptRunContext(this.#session, {
      no,
      run: ++this.#count,
      treeRun: tree.beginRun(fragment && [fragment.block]),
      home,
      fragment,
      drafting: fragment?.form !== undefined,
    });
    fragment?.begin(run.ctx);
    clearCallSite();
    output.begin(this.#count, fragment);
    return run.ctx;
  }

  /** True if what `st.rerun()` asked for is this very run. */
  #reruns({ ctx, fragment }: ActiveRun): boolean {
    return ctx.rerun === (fragment === undefined ? "app" : "fragment");
  }

  /** Goes on as other runs: those that `st.rerun()` asked for. */
  #redirect(run: ActiveRun): void {
    const { rerun } = run.ctx;
    const next = typeof rerun === "object" ? outermost(new Set(rerun)) : [undefined];
    for (const fragment of next) this.#begin(run.no, fragment, run.over ? undefined : run);
  }

  /** Ends a run after which it is known how many equal widgets there are, and takes the presses that waited for it. */
  #release(run: ActiveRun): void {
    this.#session.tree.endRun(run.ctx.treeRun, true);
    this.#settleWidgets(run, "finished");
    this.#session.output.flush();
    for (const press of this.#withheld.take(this.#isIn(run))) this.#session.accept(press);
    run.ctx.revoke("finished");
  }

  async #execute(run: ActiveRun, superseding: boolean): Promise<Outcome> {
    const { ctx, fragment } = run;
    try {
      const body = fragment?.body ?? (await this.#session.load());
      if (body === undefined) return "error";
      // Superseded while the page was loaded: what changed is for the run that follows.
      if (ctx.end !== undefined) return endOf(ctx);
      return await places.run({ ctx, block: ctx.home }, async () => {
        if (!(await runCallbacks(ctx))) return "rerun";
        if (fragment === undefined) this.#session.pages.begin();
        if (superseding) this.#session.forgetLive(this.#active.size > 1);
        run.value = await body();
        ctx.bodyEnded();
        await ctx.settled();
        return endOf(ctx);
      });
    } catch (error) {
      if (error instanceof ControlFlow || ctx.end !== undefined) return endOf(ctx);
      if (!(error instanceof ShownError)) this.showError(ctx, error);
      ctx.revoke("finished");
      return "error";
    } finally {
      ctx.bodyEnded();
    }
  }

  /** What a run leaves behind (SR7). */
  #finish(run: ActiveRun, outcome: RunOutcome | "superseded", next?: ActiveRun): void {
    const session = this.#session;
    const { ctx, fragment } = run;
    run.over = true;
    this.#active.delete(run);
    session.endThreads(ctx, outcome === "finished" || outcome === "error");
    // What `st.stop()` did not reach may be there.
    if (outcome === "finished" && ctx.end === undefined) session.forms.advise(ctx.run);
    const failure = session.commitState();
    if (failure !== undefined && outcome === "finished") {
      this.showError(ctx, failure);
      outcome = "error";
    } else if (failure !== undefined) {
      session.describe(failure);
    }
    if (outcome === "finished" && fragment === undefined) session.pages.finished(ctx.run);
    if (outcome === "finished") this.#prune(run);
    this.#settleWidgets(run, outcome);
    this.#withheld.ended(outcome === "superseded", this.#isIn(run), fragment === undefined);
    ctx.revoke("finished");
    const left = next && this.#passOn(run, next);
    this.#requests.ended(run);
    if (outcome === "finished") {
      if (fragment === undefined) dropLogo(session, ctx.run);
      session.media.sweep();
    }
    const frame = session.output.end(ctx.run, fragment, outcome, this.#requests.taken);
    if (outcome !== "finished") session.tree.endRun(ctx.treeRun, false);
    session.postEnded(this.#requests, outcome, frame, left);
    if (fragment !== undefined && outcome !== "superseded") this.#goOn(run, fragment, outcome);
    if (fragment === undefined && outcome !== "superseded") this.#arrived();
  }

  /** The page has come to its end here. */
  #arrived(): void {
    const arrival = this.#arrival;
    this.#arrival = undefined;
    arrival?.over();
  }

  /** The longer run that waited for the fragment's body goes on with what this one has returned. */
  #goOn(run: ActiveRun, fragment: Fragment, outcome: RunOutcome): void {
    const { part } = fragment;
    fragment.part = undefined;
    if (outcome === "error") part?.reject(new ShownError());
    else part?.resolve(run.value);
  }

  /** A request whose press the superseded run did not come to is answered by the next one: until then a move repeats it (SR8). */
  #passOn(run: ActiveRun, next: ActiveRun): readonly Left[] {
    const left: Left[] = [];
    for (const no of this.#requests.of(run)) {
      const presses = this.#left(no);
      if (presses.length === 0) continue;
      this.#requests.runs(no, next);
      left.push([no, presses]);
    }
    return left;
  }

  /** The widgets for which request `no` brought what no run has come to. */
  #left(no: number): readonly WidgetId[] {
    return [...this.#session.widgets.leftOf(no), ...this.#withheld.of(no)];
  }

  #prune(run: ActiveRun): void {
    const { tree, fragments } = this.#session;
    tree.endRun(run.ctx.treeRun, true);
    // `st.stop()` has revoked the context: what it did not reach is gone from the page all the same.
    for (const gone of fragments.finish(run.ctx.run, run.fragment)) this.#endWithin(gone);
  }

  #settleWidgets(run: ActiveRun, outcome: RunOutcome | "superseded"): void {
    const { widgets, forms } = this.#session;
    // It has shown a draft: nothing was submitted, and what it did not show is there until something else is.
    if (run.ctx.drafting) return;
    const concerns = this.#concerns(run);
    const cleared = forms.finish(outcome === "finished" || outcome === "superseded" ? outcome : "failed", concerns);
    if (outcome === "superseded") widgets.carryTriggers(concerns);
    // `st.stop()` has revoked the context with "finished": what it did not reach keeps its values.
    else if (outcome === "finished" && run.ctx.end === undefined) {
      widgets.finish(run.ctx.run, concerns);
      if (run.fragment === undefined) widgets.dropSeeds();
    } else widgets.clearTriggers(concerns);
    // What they show follows the values that they have now.
    for (const body of cleared) this.#begin(run.no, body);
  }

  /** Which widgets a run's end is for: those in its scope, without those of fragments that run on beside it. */
  #concerns({ fragment }: ActiveRun): (record: Pick<WidgetRecord, "fragment">) => boolean {
    const beside = [...this.#active].filter((other) => other.fragment !== fragment && isWithin(other.fragment, fragment));
    return (record) => isWithin(record.fragment, fragment) && !beside.some((other) => isWithin(record.fragment, other.fragment));
  }

  /** Whether a widget stands where the run is. */
  #isIn({ fragment }: ActiveRun): (id: WidgetId) => boolean {
    return (id) => isWithin(this.#session.widgets.get(id)?.fragment, fragment);
  }

  /** Answers requests for which there was nothing to run. */
  #answer(outcome: RunOutcome): void {
    this.#requests.settle();
    const frame = this.#session.output.end(++this.#count, undefined, outcome, this.#requests.taken);
    this.#session.postEnded(this.#requests, outcome, frame);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
