import { isDeepStrictEqual } from "node:util";
import {
  isTaken,
  type BackMsg,
  type ClientFacts,
  type ErrorInfo,
  type HostMsg,
  type NavigateMsg,
  type RunOutcome,
  type UpdateMsg,
} from "@rivulet/protocol";
import { RivuletError } from "../errors.ts";
import type { WireUpdate } from "../thread/messages.ts";
import type { Blame } from "./blame.ts";
import { errorInfo } from "./error-info.ts";
import { HeldMessages } from "./held-messages.ts";
import type { Logger } from "./log.ts";
import type { HostMedia } from "./media/host-media.ts";
import type { SessionOptions } from "./options.ts";
import { Outbox } from "./outbox.ts";
import type { RunnerContext } from "./runner-context.ts";
import { ScriptRunner } from "./script-runner.ts";
import type { SessionClient } from "./session-client.ts";
import type { SessionData, SessionStart } from "./session-data.ts";
import { TokenBucket } from "./token-bucket.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What a browser that has said hello may send. */
export type SessionMsg = Exclude<BackMsg, { type: "hello" | "ping" }>;

export interface AppSessionContext {
  readonly pool: WorkerPool;
  readonly options: SessionOptions;
  readonly log: Logger;
  readonly media: HostMedia;
  /** A run does not answer its stop. */
  readonly onStuck: RunnerContext["onStuck"];
  /** Why the session begins where its page has not run, if it is not new (SR8). */
  readonly came?: string | undefined;
  /** Of one that comes from the store: what it has shown, and which messages were on their way, only its browser knows. */
  readonly epoch?: number | undefined;
}

/** How a browser comes back. */
interface Comeback {
  readonly applied: number | undefined;
  readonly repeats: number;
}

/** Frames of a session that a server before this one had sent have other numbers. */
const FRAMES_PER_EPOCH = 1_000_000;
const EPOCHS = 2000;

/** One user's page: takes what the browser sends, gives what the script posts. */
export class AppSession {
  readonly data: SessionData;
  readonly address: string;
  readonly runner: ScriptRunner;
  readonly #outbox: Outbox;
  readonly #context: AppSessionContext;
  readonly #bucket: TokenBucket;
  /** The highest BackMsg number received. */
  #received: number;
  /** After a restart: the page waits with its first run until its browser is there, with the first message that it repeats. */
  #waits: boolean;
  /** After a restart: up to this number messages are repeated. */
  #repeats = 0;
  readonly #held = new HeldMessages((msg, bytes) => this.#take(msg, bytes));
  /** After a restart numbers may be missing: of messages that were refused before. */
  #mayJump: boolean;
  /** The highest number that the browser was told may be forgotten. */
  #acknowledged: number;
  /** The code changed while no browser was there. */
  #stale = false;
  #problem: ErrorInfo | null = null;
  /** The host's own problem ends with the next request; one of the page's code ends when the worker says so. */
  #problemIsOurs = false;
  /** What was answered may be news to the browser: to be told when nothing runs or is withheld, and again until the end of a later run says so. */
  #due = false;

  constructor(data: SessionData, address: string, context: AppSessionContext) {
    this.data = data;
    this.address = address;
    this.#context = context;
    this.#received = this.#acknowledged = data.takenUpTo;
    this.#mayJump = context.epoch !== undefined;
    this.#outbox = new Outbox(((context.epoch ?? 0) % EPOCHS) * FRAMES_PER_EPOCH);
    this.#waits = this.#mayJump;
    this.#bucket = new TokenBucket(context.options.limits.messageRate);
    this.runner = new ScriptRunner({
      pool: context.pool,
      data,
      outbox: this.#outbox,
      log: context.log,
      media: context.media,
      grace: context.options.grace,
      runTimeout: context.options.runTimeout,
      came: context.came,
      onStuck: context.onStuck,
      onMoved: (blame) => this.#moved(blame),
      onDropped: (outcome) => this.#end(outcome),
      onProblem: (error) => this.#show(error, false),
      onFileLost: (told) => this.#fileLost(told),
      onOutdated: () => this.runner.run(this.#received),
      onIdle: () => {
        this.#held.next();
        this.#tellDue();
      },
    });
  }

  get client(): SessionClient | undefined {
    return this.#outbox.client;
  }

  /** The highest BackMsg number received: those above are missing. */
  get received(): number {
    return this.#received;
  }

  /** Gives the session its first browser and runs its page, with what that browser knows of an earlier session (BM1). */
  start(client: SessionClient, seeds: UpdateMsg["values"] = []): void {
    this.#outbox.attach(client, 0);
    this.#settle();
    if (seeds.length > 0) this.data.takeSeeds();
    this.runner.run(0, seeds.length > 0 ? { update: { seen: 0, values: seeds } } : {});
  }

  /** Whether a browser that has applied the frames up to `applied` can go on with those it has missed, without the whole tree. */
  canReplay(applied: number | undefined, { place }: Pick<SessionData, "place">): boolean {
    return this.#outbox.canReplay(applied) && this.data.isAt(place) && !this.#stale && !this.runner.empty;
  }

  /**
   * Gives the session a new browser, which is sent the frames it has missed if it can go on with them, else the whole tree; if its address
   * has changed, the page there runs. An older one may no longer act for it (WS2).
   */
  resume(client: SessionClient, { place, facts }: Pick<SessionData, "place" | "facts">, { applied, repeats }: Comeback): void {
    this.#held.clear();
    const older = this.#outbox.client;
    const replays = this.canReplay(applied, { place });
    // Asked for first, the whole tree has in it what the worker withholds.
    if (!replays && !this.runner.empty) this.runner.attach();
    const fileLost = !replays && this.#outbox.attachAnew(client);
    if (replays) this.#outbox.attach(client, applied as number);
    older?.close("superseded");
    // It may show one that is over: what said so was lost with its connection.
    if (fileLost) this.#tellFileLost();
    else client.send({ type: "problem", error: this.#problem });
    this.data.facts = facts;
    if (replays) {
      // What the host had said of ended runs may have been lost with the connection; frames are not.
      if (!this.runner.inFlight) this.#answer();
      return;
    }
    const moved = !this.data.isAt(place);
    if (moved) this.data.moveTo(place, this.#received);
    if (moved || this.#stale || this.runner.empty) {
      this.#stale = false;
      if (!fileLost) this.#clearOwnProblem();
      this.runner.run(this.#received, moved ? { place } : {});
      this.#repeats = repeats;
      if (this.#waits && repeats <= this.#received) this.#begin();
    } else if (!this.runner.inFlight) this.#answer();
  }

  /** Whether a browser that comes says otherwise what a run has read: then only a new session shows its user what is so (FP3). */
  isOutdatedFor(visit: Pick<SessionStart, "facts" | "stored">): boolean {
    return this.runner.hasRead(this.data.differing(visit));
  }

  /** Takes what its browser, come at last, says otherwise than its request did: nothing of it has been read. */
  meet(visit: Pick<SessionStart, "facts" | "stored">): void {
    if (this.data.differing(visit).length === 0) return;
    this.data.learn(visit);
    this.runner.learn(visit.facts, visit.stored);
  }

  /** Takes what its browser says of itself: the next run sees it. */
  learn(facts: ClientFacts): void {
    if (isDeepStrictEqual(facts, this.data.facts)) return;
    this.data.facts = facts;
    this.runner.learn(facts);
  }

  /** Forgets a browser that has gone; one that was superseded has no session to leave. */
  detach(client: SessionClient): boolean {
    if (this.#outbox.client !== client) return false;
    this.#outbox.detach();
    return true;
  }

  /** Every BackMsg up to this number is kept with its effect: the browser may forget it (BM2). */
  acknowledge(n: number): void {
    if (n <= this.#acknowledged) return;
    this.#acknowledged = n;
    this.#send({ type: "saved", n });
  }

  /** Takes a message. `bytes` is its size. */
  receive(msg: SessionMsg, bytes: number): void {
    if (!("n" in msg)) this.#take(msg, bytes);
    else if (this.#waits) {
      // What has had its effect already asks for nothing.
      if (this.#take(msg, bytes) || msg.n >= this.#repeats) this.#begin();
    } else if ((!this.#held.empty || (msg.n <= this.#repeats && this.runner.inFlight)) && this.#mayHold(bytes)) this.#held.add(msg, bytes);
    else {
      this.#held.flush();
      this.#take(msg, bytes);
    }
  }

  /** Beyond this what is repeated goes to the page at once, as all else does, and what is too much there is refused. */
  #mayHold(bytes: number): boolean {
    const { pendingBytes, messageRate } = this.#context.options.limits;
    return this.#held.bytes + bytes <= pendingBytes && this.#held.size < messageRate;
  }

  /** The session is over. */
  close(): void {
    this.#held.clear();
    this.runner.close();
  }

  /** False if there is nothing to do. */
  #take(msg: SessionMsg, bytes: number): boolean {
    switch (msg.type) {
      case "update":
      case "rerun":
        if (!this.#accept(msg.n, bytes)) return false;
        this.#clearOwnProblem();
        this.runner.run(msg.n, { update: msg.type === "update" ? this.#unanswered(msg) : undefined, bytes });
        return true;
      case "navigate":
        return this.#navigate(msg, bytes);
      case "stop":
        if (this.#allow()) this.runner.stop("stopped");
        return true;
      case "facts":
        if (this.#allow()) this.learn(msg.facts);
        return true;
      case "ack":
        if (!this.#outbox.acknowledge(msg.seq)) this.#allow();
        return true;
      default:
        return msg satisfies never;
    }
  }

  /** An update without what it has brought about already, before a restart. */
  #unanswered(msg: UpdateMsg): WireUpdate {
    const partly = this.data.partly.find(([from, to]) => from <= msg.n && msg.n <= to);
    return partly === undefined ? wireUpdate(msg) : { ...wireUpdate(msg), values: msg.values.filter(([id]) => partly[2].includes(id)) };
  }

  #navigate({ n, path, query }: NavigateMsg, bytes: number): boolean {
    if (!this.#accept(n, bytes)) return false;
    this.#clearOwnProblem();
    const place = { path, query };
    this.data.moveTo(place, n);
    this.runner.run(n, { place, bytes });
    return true;
  }

  /** Refuses a message that could not be read; its number, if it is the next, counts as received. */
  refuse(n: number, problem: string): void {
    if (n === this.#received + 1) this.#skip(n);
    this.#send({ type: "refused", n, error: errorInfo(new RivuletError("RIVULET_BAD_MESSAGE", { problem })) });
  }

  /** The page's code has changed. */
  pagesChanged(): void {
    if (this.runner.homeless) return;
    if (!this.client) {
      this.#stale = true;
      return;
    }
    this.#clearOwnProblem();
    this.runner.run(this.#received);
  }

  /** Workers start again. */
  recover(): void {
    if (!this.runner.homeless || this.#waits) return;
    this.#settle();
    this.#clearOwnProblem();
    if (this.runner.empty && this.client) this.runner.run(this.#received);
  }

  // The browser's page is still right: nothing has to run before its user asks for something.
  #moved(blame: Blame | undefined): void {
    if (blame) {
      this.#end(blame.outcome);
      if (blame.error) this.#show(blame.error, true);
    }
    this.#showHomeless();
  }

  // With its worker gone the button still says that its file is on its way; a run that there is anyway makes it anew.
  #fileLost(told: Blame | undefined): void {
    if (this.runner.homeless) return;
    if (told?.error === undefined) this.#tellFileLost();
    if (this.runner.empty && !this.runner.inFlight) this.runner.run(this.#received);
  }

  #tellFileLost(): void {
    this.#show(errorInfo(new RivuletError("RIVULET_FILE_LOST", {})), true);
  }

  /** The first run after a restart. */
  #begin(): void {
    this.#waits = false;
    this.#settle();
  }

  #settle(): void {
    this.runner.settle();
    this.#showHomeless();
  }

  #showHomeless(): void {
    const { failure } = this.#context.pool;
    if (this.runner.homeless && failure) {
      this.#show(errorInfo(failure), true);
      this.#end("error");
    }
  }

  /** Counts messages by their number (BM2); false when there is nothing to do. */
  #accept(n: number, bytes: number): boolean {
    const { limits } = this.#context.options;
    if (n <= this.#received) {
      // Sent again by a browser that lost the answer. What is open is answered by its end.
      if (!this.runner.answers(n) && this.#allow()) {
        this.#answer();
        // The answer says that nothing runs; the tree says what does.
        if (this.runner.inFlight) this.runner.attach();
      }
      return false;
    }
    if (n !== this.#received + 1 && !this.#mayJump) {
      this.#allow();
      this.refuse(n, `its number must be ${this.#received + 1}, instead got ${n}`);
      return false;
    }
    // It had its effect before a restart, beside others that did not: no run here will say so.
    if (isTaken(this.runner.taken, n)) {
      this.#skip(n);
      this.#due = true;
      this.#tellDue();
      return false;
    }
    if (n >= this.#repeats) this.#mayJump = false;
    if (this.runner.inFlight && !this.#allow()) return this.#tooMany(n, "messages a second", limits.messageRate);
    if (this.runner.pendingBytes + bytes > limits.pendingBytes)
      return this.#tooMany(n, "bytes of messages waiting for the page", limits.pendingBytes);
    this.#received = n;
    this.#due = false;
    return true;
  }

  #skip(n: number): void {
    this.#received = n;
    this.runner.skip(n);
  }

  #tooMany(n: number, what: string, limit: number): false {
    this.#skip(n);
    this.#send({ type: "refused", n, error: errorInfo(new RivuletError("RIVULET_TOO_MANY", { what, limit })) });
    return false;
  }

  // Only messages that an honest browser sends rarely, or without waiting for an answer, are counted:
  // one that waits for each is limited by the page itself.
  #allow(): boolean {
    const allowed = this.#bucket.take();
    if (this.#bucket.exhausted) this.client?.close("tooMany");
    return allowed;
  }

  // What the worker withholds ends in an answer, and shows what was done: that comes first.
  #answer(): void {
    if (this.#outbox.withholds) this.#due = true;
    else this.#end("finished");
  }

  #tellDue(): void {
    if (this.#due && !this.#waits && !this.runner.inFlight) this.#answer();
  }

  #end(outcome: RunOutcome): void {
    this.#send({ type: "ended", outcome, ...this.runner.taken });
  }

  #show(error: ErrorInfo | null, ours: boolean): void {
    if (error === null && this.#problem === null) return;
    this.#problem = error;
    this.#problemIsOurs = ours;
    this.#send({ type: "problem", error });
  }

  #clearOwnProblem(): void {
    if (this.#problemIsOurs && !this.runner.homeless) this.#show(null, false);
  }

  #send(msg: HostMsg): void {
    this.client?.send(msg);
  }
}

function wireUpdate({ seen, values, fragment, draft }: UpdateMsg): WireUpdate {
  if (draft) return { seen, values, fragment, draft };
  return fragment === undefined ? { seen, values } : { seen, values, fragment };
}
