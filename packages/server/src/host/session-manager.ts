import { randomBytes } from "node:crypto";
import type { CloseReason, UpdateMsg } from "@rivulet/protocol";
import { RivuletError } from "../errors.ts";
import { AppSession, type AppSessionContext } from "./app-session.ts";
import { type Blame, findSuspect, type StopReason } from "./blame.ts";
import { errorInfo } from "./error-info.ts";
import type { StuckAt } from "./grace-period.ts";
import { AwaitedVisits } from "./first-paint/awaited-visits.ts";
import { PageVisit } from "./first-paint/page-visit.ts";
import type { Logger } from "./log.ts";
import type { HostMedia } from "./media/host-media.ts";
import type { SessionOptions } from "./options.ts";
import type { ScriptRunner } from "./script-runner.ts";
import type { Resident, ScriptWorker, WorkerDeath } from "./script-worker.ts";
import type { SessionClient } from "./session-client.ts";
import { SessionData, type SessionStart } from "./session-data.ts";
import { hashOf, newToken, SessionEntry } from "./session-entry.ts";
import { SessionTable } from "./session-table.ts";
import { decodeSession } from "./store/session-image.ts";
import { SessionKeeper } from "./store/session-keeper.ts";
import type { SessionStore } from "./store/session-store.ts";
import { stuckInfo, stuckText } from "./stuck-error.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A browser without a session, or with one that is gone. */
export interface Visit extends SessionStart {
  /** Values that its user had entered in the session that is gone. */
  readonly seeds: UpdateMsg["values"];
}

/** A browser's place in a session: how to name it, and the token to come back with. */
export interface Admission {
  readonly session: AppSession;
  readonly token: string;
  /** The session was there before. */
  readonly resumed: boolean;
  /** It goes on with the frames that it has missed. */
  readonly replays: boolean;
}

/** What a browser that comes back has: the token of its session, and the last frame applied if it still shows it. */
export interface Return {
  readonly token: string;
  readonly applied: number | undefined;
  /** The highest number among the messages that it repeats at once; 0 is none. */
  readonly repeats: number;
}

/** The session of a navigation, before its browser has come for it. */
export interface Opening {
  /** For the page's HTML. */
  readonly token: string;
  readonly page: PageVisit;
  /** Nobody will come. */
  abandon(): void;
}

interface Means {
  readonly pool: WorkerPool;
  readonly keeper: SessionKeeper;
  readonly ended: (session: string) => void;
}

/** Milliseconds that the store has for the last commits when the server closes. */
const KEEP_WAIT = 2000;
/** Milliseconds between looks at whether runs have ended. */
const DRAIN_LOOK = 20;

/** Every session of this server, with or without a browser. */
export class SessionManager {
  readonly #options: SessionOptions;
  readonly #log: Logger;
  readonly #media: HostMedia;
  #means: Means | undefined;
  readonly #table: SessionTable;
  /** Sessions on their way from the store. */
  readonly #coming = new Map<string, Promise<SessionEntry | CloseReason>>();
  readonly #awaited: AwaitedVisits;
  #draining = false;

  constructor(options: SessionOptions, log: Logger, media: HostMedia) {
    this.#options = options;
    this.#log = log;
    this.#media = media;
    this.#table = new SessionTable(options.limits);
    this.#awaited = new AwaitedVisits(options.limits);
  }

  /** The server is about to end: it takes neither sessions nor messages that run something. */
  get draining(): boolean {
    return this.#draining;
  }

  /** Tells where pages run and sessions are kept. Pool and manager know each other, so one of them has to come second. `ended` hears of sessions that are over. */
  use(pool: WorkerPool, store: SessionStore, ended: (session: string) => void): void {
    this.#means = { pool, keeper: new SessionKeeper(store, this.#options.ttl, this.#log), ended };
  }

  /** Begins the session of a navigation, whose browser has some seconds to come for it; undefined if there is no room now, and it can begin one later itself. */
  open(visit: SessionStart): Opening | undefined {
    if (this.#draining || !this.#means || !this.#awaited.mayAdd(visit.visitor.ip) || !this.#room(visit.visitor.ip)) return undefined;
    const session = this.#session(this.#means, new SessionData(randomBytes(16).toString("base64url"), visit), {});
    const { token, hash } = newToken();
    const entry = this.#enter(session, { epoch: 0, token: hash });
    const page = (entry.awaiting = new PageVisit(this.#options.limits.firstWords));
    this.#awaited.add(session.address);
    entry.expiry = setTimeout(() => this.#end(entry), this.#options.limits.unclaimed);
    session.start(page);
    return { token, page, abandon: () => entry.awaiting && this.#end(entry) };
  }

  /** Gives a browser the session that its navigation has begun; a new one if that is gone, or has read of the browser what is not so. */
  async claim(
    client: SessionClient,
    comes: Return,
    visit: Visit,
    welcome: (admission: Admission) => void,
  ): Promise<AppSession | CloseReason> {
    const used = hashOf(comes.token);
    const entry = this.#table.withToken(used);
    if (!this.#means || this.#draining || !entry?.admits(used)) return this.create(client, visit, welcome);
    const { session, awaiting } = entry;
    // A page's HTML may be in two browsers: that the session has one tells them apart.
    if (!awaiting) return session.client ? this.create(client, visit, welcome) : this.resume(client, comes, visit, welcome);
    if (session.isOutdatedFor(visit)) {
      const { visitor } = session.data;
      this.#end(entry);
      return this.create(client, { ...visit, visitor }, welcome);
    }
    this.#admit(entry);
    session.meet(visit);
    welcome({ session, token: this.#rotate(entry, used), resumed: true, replays: session.canReplay(comes.applied, visit) });
    session.resume(client, visit, comes);
    awaiting.tell(client);
    return session;
  }

  /** Begins a session, or says why not. `welcome` is called before anything else is sent. */
  create(client: SessionClient, visit: Visit, welcome: (admission: Admission) => void): AppSession | CloseReason {
    if (this.#draining) return "goingAway";
    if (!this.#means) return "serverError";
    if (!this.#room(visit.visitor.ip)) return "tooMany";
    const data = new SessionData(randomBytes(16).toString("base64url"), visit);
    const { token, hash } = newToken();
    const { seeds } = visit;
    const session = this.#session(this.#means, data, seeds.length > 0 ? { came: "its server has forgotten it" } : {});
    this.#keep(this.#means, this.#enter(session, { epoch: 0, token: hash }));
    welcome({ session, token, resumed: false, replays: false });
    session.start(client, seeds);
    return session;
  }

  /** Goes on with the session of a token, which is spent by that, as soon as the next token is kept. */
  async resume(
    client: SessionClient,
    comes: Return,
    visit: SessionStart,
    welcome: (admission: Admission) => void,
  ): Promise<AppSession | CloseReason> {
    if (this.#draining) return "goingAway";
    if (!this.#means) return "serverError";
    const used = hashOf(comes.token);
    const entry = this.#table.withToken(used) ?? (await this.#fetch(this.#means, used, visit));
    if (typeof entry === "string") return entry;
    if (!entry.admits(used) || !this.#table.has(entry)) return "sessionGone";
    const token = this.#rotate(entry, used);
    const { awaiting } = entry;
    // Its browser could not apply what the HTML brought.
    if (awaiting) this.#admit(entry);
    else this.#returned(entry);
    await this.#means.keeper.save(entry);
    if (!this.#table.has(entry)) return this.#draining ? "goingAway" : "sessionGone";
    this.#returned(entry);
    const { session } = entry;
    session.learn(visit.facts);
    welcome({ session, token, resumed: true, replays: session.canReplay(comes.applied, visit) });
    session.resume(client, visit, comes);
    awaiting?.tell(client);
    return session;
  }

  /** A browser has said something: it has received its token. */
  confirm(session: AppSession): void {
    const entry = this.#table.of(session);
    if (entry && this.#table.changeTokens(entry, () => entry.confirm())) this.#means?.keeper.touch(entry);
  }

  /** A browser has gone. Its session waits for it to come back. */
  detach(session: AppSession, client: SessionClient): void {
    const entry = this.#table.of(session);
    if (!entry || !session.detach(client)) return;
    entry.expiry = setTimeout(() => this.#end(entry), this.#options.ttl);
    entry.setLeft(true);
    this.#means?.keeper.touch(entry);
    this.#table.left(entry);
  }

  /** Takes nothing new, and resolves when no run is under way any more, or after `limit` milliseconds. */
  async drain(limit: number): Promise<void> {
    this.#draining = true;
    const deadline = performance.now() + limit;
    while (performance.now() < deadline && this.#table.sessions.some(({ runner }) => runner.inFlight)) {
      await new Promise((resolve) => setTimeout(resolve, DRAIN_LOOK));
    }
  }

  pagesChanged(): void {
    for (const session of this.#table.sessions) session.pagesChanged();
  }

  /** Workers start again after the pool had given up. */
  recover(): void {
    for (const session of this.#table.sessions) session.recover();
  }

  /** A worker has died by itself: its sessions go on elsewhere, all but the request that it died of. */
  onDeath(residents: readonly Resident[], death: WorkerDeath): void {
    const culprit = death.started ? findSuspect(residents, death.onProcessor, death.resting) : undefined;
    if (culprit) this.#log.error({ page: culprit.page }, `the worker of this page ended: ${death.reason}`);
    const { told: reason, advice } = death;
    move(residents, culprit, { outcome: "error", error: errorInfo(new RivuletError("RIVULET_WORKER_CRASHED", { reason, advice })) });
  }

  /** Keeps all sessions, closes every browser's socket, and forgets them. */
  async close(): Promise<void> {
    this.#draining = true;
    for (const entry of this.#table.entries) {
      if (entry.session.client) entry.setLeft(true);
      this.#means?.keeper.touch(entry);
    }
    await Promise.race([this.#means?.keeper.close(), new Promise((resolve) => setTimeout(resolve, KEEP_WAIT).unref())]);
    for (const { session, expiry } of this.#table.entries) {
      clearTimeout(expiry);
      session.client?.close("goingAway");
      session.runner.abandon();
    }
    this.#table.clear();
  }

  /** Replaces a worker for a run that does not answer its stop. To blame is who computes there, which may be another session. */
  readonly #onStuck = (runner: ScriptRunner, worker: ScriptWorker, reason: StopReason, at: StuckAt): void => {
    const { dev, grace, runTimeout } = this.#options;
    const culprit = at.session === undefined ? runner : worker.resident(at.session);
    const error =
      culprit !== runner
        ? new RivuletError("RIVULET_WORKER_BUSY", { grace })
        : reason === "timeout"
          ? new RivuletError("RIVULET_RUN_TIMEOUT", { grace, limit: runTimeout ?? 0 })
          : new RivuletError("RIVULET_STOPPED_HARD", { grace });
    this.#log.warn({ page: (culprit ?? runner).page }, stuckText(error, at));
    const blame = { outcome: culprit === runner ? reason : "error", error: stuckInfo(error, at, dev) } as const;
    if (this.#means) move(this.#means.pool.replace(worker), culprit, blame);
  };

  #session({ pool }: Means, data: SessionData, how: Pick<AppSessionContext, "came" | "epoch">): AppSession {
    const context = { ...how, pool, options: this.#options, log: this.#log, media: this.#media, onStuck: this.#onStuck };
    return new AppSession(data, data.visitor.ip, context);
  }

  #enter(session: AppSession, stored: { readonly epoch: number; readonly token: string }): SessionEntry {
    const entry = new SessionEntry(session, stored, () => {
      session.client?.close("superseded");
      this.#forget(entry);
    });
    this.#table.add(entry);
    return entry;
  }

  /** From now on what changes in the session goes into the store. */
  #keep({ keeper }: Means, entry: SessionEntry): void {
    keeper.add(entry);
    keeper.touch(entry);
    entry.session.data.onChange = () => keeper.touch(entry);
  }

  /** The browser of a navigation has come for its session. */
  #admit(entry: SessionEntry): void {
    entry.awaiting = undefined;
    this.#awaited.remove(entry.session.address);
    this.#returned(entry);
    if (this.#means) this.#keep(this.#means, entry);
  }

  /** The session of a token that is not here, from the store. Two browsers with the same token are told the same. */
  #fetch(means: Means, token: string, visit: SessionStart): Promise<SessionEntry | CloseReason> {
    let coming = this.#coming.get(token);
    if (coming === undefined) {
      coming = this.#attach(means, token, visit).finally(() => this.#coming.delete(token));
      this.#coming.set(token, coming);
    }
    return coming;
  }

  async #attach(means: Means, token: string, { visitor }: SessionStart): Promise<SessionEntry | CloseReason> {
    if (!this.#room(visitor.ip)) return "tooMany";
    try {
      const stored = await means.keeper.attach(token);
      if (stored === undefined) return "sessionGone";
      const { epoch } = stored;
      const data = SessionData.restore(stored.id, decodeSession(stored), visitor);
      if (this.#draining) return "goingAway";
      const session = this.#session(means, data, { came: "its server was started again", epoch });
      const entry = this.#enter(session, { epoch, token });
      this.#keep(means, entry);
      return entry;
    } catch (error) {
      this.#log.error({ err: error }, "a session cannot be read from the store");
      return "sessionGone";
    }
  }

  #rotate(entry: SessionEntry, used: string): string {
    const next = this.#table.changeTokens(entry, () => entry.rotate(used));
    this.#means?.keeper.touch(entry);
    return next;
  }

  /** Its browser is there, or is being let in. */
  #returned(entry: SessionEntry): void {
    clearTimeout(entry.expiry);
    entry.expiry = undefined;
    entry.setLeft(false);
  }

  #end(entry: SessionEntry): void {
    this.#forget(entry);
    this.#means?.keeper.remove(entry);
  }

  #forget(entry: SessionEntry): void {
    const { session } = entry;
    clearTimeout(entry.expiry);
    session.data.onChange = () => {};
    this.#table.remove(entry);
    if (entry.awaiting) this.#awaited.remove(session.address);
    entry.awaiting?.close();
    entry.awaiting = undefined;
    session.close();
    this.#means?.ended(session.data.id);
  }

  /** Makes sure that one more session may begin. */
  #room(address: string): boolean {
    return this.#table.makeRoom(address, (entry) => this.#end(entry));
  }
}

function move(residents: readonly Resident[], culprit: Resident | undefined, blame: Blame): void {
  for (const resident of residents) resident.lost(resident === culprit ? blame : undefined);
}
