import type { ClientFacts, ForwardMsg, Taken } from "@rivulet/protocol";
import type { FactName } from "../thread/facts-read.ts";
import type { ScriptEvent, StoredTexts } from "../thread/messages.ts";
import type { Blame, StopReason } from "./blame.ts";
import { FilesOnTheMake } from "./files-on-the-make.ts";
import { GracePeriod, type StuckAt } from "./grace-period.ts";
import { RunTimeout } from "./run-timeout.ts";
import type { RunnerContext, RunnerState } from "./runner-context.ts";
import { type RunCause, ScriptRequests } from "./script-requests.ts";
import type { Resident, ScriptWorker, SessionEvent } from "./script-worker.ts";
import { SessionHome } from "./session-home.ts";

type EndedEvent = Extract<ScriptEvent, { type: "ended" }>;

/** Milliseconds that a session with requests stays where it has moved to (SR10). */
const STAY = 1000;

/** Runs one session's page in whatever worker it is at home. */
export class ScriptRunner implements Resident {
  readonly #context: RunnerContext;
  readonly #requests: ScriptRequests;
  readonly #timeout: RunTimeout;
  #state: RunnerState = { type: "homeless" };
  #home: SessionHome | undefined;
  /** Why the session is not where its page has run before, if it is not. */
  #came: string | undefined;
  #movedAt = -Infinity;
  readonly #files = new FilesOnTheMake();

  constructor(context: RunnerContext) {
    this.#context = context;
    this.#requests = new ScriptRequests(context.data.takenUpTo, { taken: context.data.taken, partly: context.data.partly });
    this.#came = context.came;
    this.#timeout = new RunTimeout(
      context.runTimeout,
      () => this.#home?.runningSince,
      () => this.stop("timeout"),
    );
  }

  get inFlight(): boolean {
    return this.#requests.inFlight;
  }

  get homeless(): boolean {
    return this.#state.type === "homeless";
  }

  /** Nothing was ever run where the session is at home. */
  get empty(): boolean {
    return this.#home?.empty ?? true;
  }

  get pendingBytes(): number {
    return this.#requests.bytes;
  }

  /** Which BackMsgs have had their effect. */
  get taken(): Taken {
    return this.#requests.taken;
  }

  /** BackMsg `n` runs nothing. */
  skip(n: number): void {
    this.#requests.skip(n);
    this.#answer();
  }

  /** Whether an open request answers a BackMsg. */
  answers(n: number): boolean {
    return this.#requests.answers(n);
  }

  get begun(): boolean {
    return (this.#home?.begunUpTo ?? 0) > 0;
  }

  get deaths(): number {
    return this.#requests.deaths;
  }

  get page(): string {
    return this.#context.data.place.path;
  }

  get runningSince(): number {
    return this.#requests.open.at(-1)?.since ?? 0;
  }

  /** Finds a home and sends the requests that wait for one. False when there is none. */
  settle(worker = this.#context.pool.home()): boolean {
    const { data, log, outbox } = this.#context;
    this.#state = { type: "homeless" };
    this.#home = worker && new SessionHome(worker, { resident: this, data, log, outbox, requests: this.#requests, came: this.#came });
    this.#home?.postOpen();
    this.#posted();
    return worker !== undefined;
  }

  /** Runs the page, or the update's fragment. */
  run(n: number, cause: RunCause = {}): void {
    const request = this.#requests.add(n, cause);
    if (this.empty) this.#home?.postOpen();
    else this.#home?.post(request);
    this.#posted();
  }

  /** Has the whole tree posted for a browser that just came. */
  attach(): void {
    this.#home?.attach();
  }

  /** Tells the worker what the browser says of itself. */
  learn(facts: ClientFacts, stored?: StoredTexts): void {
    this.#home?.learn(facts, stored);
  }

  /** Whether a run has read one of these, where the session is at home. */
  hasRead(names: readonly FactName[]): boolean {
    return this.#home?.hasRead(names) ?? false;
  }

  /** Stops what runs: by the run itself if it answers, else by replacing its worker. What has not begun is dropped. */
  stop(reason: StopReason, thenClose = false): void {
    if (this.#state.type === "stopping" && thenClose) this.#state = { ...this.#state, thenClose };
    if (this.#state.type !== "running" || !this.#home) return;
    const upTo = this.#requests.last;
    this.#home.takeBack();
    const begun = this.#home.begunUpTo;
    this.#requests.dropAfter(begun);
    this.#answer();
    if (begun === 0) {
      this.#state = { type: "idle" };
      if (thenClose) return this.#leave();
      this.#context.onDropped(reason);
      if (this.#context.outbox.owes) this.#showAnew();
      return;
    }
    this.#home.stop(upTo, reason);
    const grace = new GracePeriod(this.#home.worker, this.#context.grace, (at) => this.#stuck(at));
    this.#state = { type: "stopping", upTo, reason, grace, thenClose };
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
    this.#timeout.clear();
    this.#endGrace();
    this.#home = undefined;
    this.#state = { type: "closed" };
  }

  lost(blame: Blame | undefined): void {
    const state = this.#state;
    this.#endGrace();
    if (state.type === "closed" || (state.type === "stopping" && state.thenClose)) {
      this.abandon();
      return;
    }
    const fileLost = this.#files.lose();
    // What was asked to stop is not repeated either, whoever kept the worker from hearing of it.
    const told = blame ?? (state.type === "stopping" ? { outcome: state.reason } : undefined);
    if (told) this.#drop(state.type === "stopping" ? state.upTo : (this.#home?.begunUpTo ?? 0));
    this.#requests.deaths = this.begun ? this.#requests.deaths + 1 : 0;
    if (!this.empty) this.#came = "its worker is gone";
    const { owes } = this.#context.outbox;
    this.settle();
    this.#context.onMoved(told);
    if (fileLost) this.#context.onFileLost(told);
    // Who is to blame runs again only if its user wants that; who was only stopped is owed the page all the same.
    if (owes && told?.error === undefined) this.#showAnew();
  }

  moveTo(worker: ScriptWorker, suspended: boolean): boolean {
    const home = this.#home;
    const { type } = this.#state;
    if (!home || (type !== "running" && type !== "idle")) return false;
    if (home.worker.tickets.busy && performance.now() - this.#movedAt < STAY) return false;
    if (this.#files.hold) return false;
    const back = home.takeBack();
    const wantsTree = home.takeBackAttach();
    // One that is not busy any more has perhaps begun with what was not taken back: then that is no run that waits.
    const stays = this.begun && !(suspended && home.worker.tickets.busy && (wantsTree || back.length > 0));
    if (stays) {
      if (wantsTree) home.attach();
      for (const request of back) home.post(request);
      return false;
    }
    if (!home.empty) this.#came = wantsTree || back.length > 0 ? "its worker was busy" : "its worker was not needed";
    this.#movedAt = performance.now();
    const { owes } = this.#context.outbox;
    this.#home?.leave();
    this.settle(worker);
    if (wantsTree || owes) this.#showAnew();
    if (this.#files.lose()) this.#context.onFileLost(undefined);
    return true;
  }

  /** What its browser lacks is lost with the worker: without a tree where it is now only a run of the page can show it. */
  #showAnew(): void {
    if (!this.homeless && this.empty && !this.inFlight) this.run(this.#requests.newest);
  }

  received(ticket: number): void {
    this.#home?.received(ticket);
  }

  receive(event: SessionEvent): void {
    switch (event.type) {
      case "frame":
        this.#tell(this.#context.outbox.frame(event.seq, event.frame));
        if (!this.inFlight) this.#context.onIdle();
        return;
      case "ended":
        this.#ended(event);
        return;
      case "commit":
        this.#context.data.commit(event.commit);
        this.#requests.consume(event.left);
        this.#answer();
        return;
      case "problem":
        this.#context.onProblem(event.error);
        return;
      case "outdated":
        this.#context.onOutdated();
        return;
      case "media":
        if (!this.#ends) this.#context.media.put(event.session, event.media);
        return;
      case "making":
        this.#files.note(event.files);
        return;
      case "mediaKept":
        this.#context.media.keep(event.session, event.ids);
        return;
      case "offer":
        if (this.#ends) event.offer.port.close();
        else this.#context.media.offer(event.session, event.offer);
        return;
      default:
        event satisfies never;
    }
  }

  /** The session is over for everybody but its worker: what that hands over now, nobody would ever take back. */
  get #ends(): boolean {
    return this.#state.type === "closed" || (this.#state.type === "stopping" && this.#state.thenClose);
  }

  /** Notes that requests have gone to where the session is at home, if there were any. */
  #posted(): void {
    if (this.#home && this.#state.type !== "stopping") this.#state = { type: this.inFlight ? "running" : "idle" };
    if (this.inFlight) this.#timeout.watch();
  }

  #ended(event: EndedEvent): void {
    const { outbox, data } = this.#context;
    const dropped = event.frame && outbox.frame(event.seq, event.frame);
    if (event.frame === undefined) outbox.seq = event.seq;
    data.commit(event.commit);
    if (event.left) this.#requests.consume(event.left);
    this.#drop(event.no, event.open);
    this.#advance();
    if (dropped) this.#tell(dropped);
  }

  /** What a browser could not apply, the tree that follows says, but not again that a run is over, nor where a file is. */
  #tell(dropped: readonly ForwardMsg[]): void {
    for (const msg of dropped) {
      if (msg.type === "runFinished" && msg.outcome !== "superseded") this.#context.onDropped(msg.outcome);
      if (msg.type === "download") this.#context.onFileLost(undefined);
    }
  }

  #advance(): void {
    const state = this.#state;
    if (state.type === "stopping") {
      if (this.#requests.open.some(({ no }) => no <= state.upTo)) return;
      this.#endGrace();
      if (state.thenClose) {
        this.#leave();
        return;
      }
    }
    this.#state = { type: this.#requests.inFlight ? "running" : "idle" };
    if (!this.inFlight) this.#context.onIdle();
  }

  /** Forgets requests up to `no` for good: they count as taken. */
  #drop(no: number, except?: readonly number[]): void {
    for (const request of this.#requests.drop(no, except)) this.#home?.release(request);
    this.#answer();
  }

  /** Notes which BackMsgs have had their effect: with what they did it is one change of the session. */
  #answer(): void {
    this.#context.data.answer(this.#requests.taken, this.#requests.partly);
  }

  #stuck(at: StuckAt): void {
    if (this.#state.type === "stopping" && this.#home) this.#context.onStuck(this, this.#home.worker, this.#state.reason, at);
  }

  #endGrace(): void {
    if (this.#state.type === "stopping") this.#state.grace.cancel();
  }

  #leave(): void {
    this.#home?.leave();
    this.abandon();
  }
}
