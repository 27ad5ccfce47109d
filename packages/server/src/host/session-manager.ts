import { randomBytes } from "node:crypto";
import type { CloseReason } from "@rivulet/protocol";
import { RivuletError } from "../errors.ts";
import { AppSession } from "./app-session.ts";
import { type Blame, findSuspect, type StopReason } from "./blame.ts";
import { errorInfo } from "./error-info.ts";
import type { StuckAt } from "./grace-period.ts";
import type { Logger } from "./log.ts";
import type { HostMedia } from "./media/host-media.ts";
import type { SessionOptions } from "./options.ts";
import type { ScriptRunner } from "./script-runner.ts";
import type { Resident, ScriptWorker, WorkerDeath } from "./script-worker.ts";
import type { SessionClient } from "./session-client.ts";
import { SessionData, type SessionStart } from "./session-data.ts";
import { stuckInfo, stuckText } from "./stuck-error.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** A browser's place in a session: how to name it, and the token to come back with. */
export interface Admission {
  readonly session: AppSession;
  readonly token: string;
  /** It goes on with the frames that it has missed. */
  readonly replays: boolean;
}

/** What a browser that comes back has: the token of its session, and the last frame applied if it still shows it. */
export interface Return {
  readonly token: string;
  readonly applied: number | undefined;
}

interface Entry {
  readonly session: AppSession;
  token: string;
  /** Set while no browser is there. */
  expiry: NodeJS.Timeout | undefined;
}

/** Every session of this server, with or without a browser. */
export class SessionManager {
  readonly #options: SessionOptions;
  readonly #log: Logger;
  readonly #media: HostMedia;
  #pool: WorkerPool | undefined;
  #ended: (session: string) => void = () => {};
  readonly #entries = new Map<AppSession, Entry>();
  readonly #tokens = new Map<string, Entry>();
  readonly #byAddress = new Map<string, number>();

  constructor(options: SessionOptions, log: Logger, media: HostMedia) {
    this.#options = options;
    this.#log = log;
    this.#media = media;
  }

  /** Tells where pages run. Pool and manager know each other, so one of them has to come second. `ended` hears of sessions that are over. */
  use(pool: WorkerPool, ended: (session: string) => void): void {
    this.#pool = pool;
    this.#ended = ended;
  }

  /** Begins a session, or says why not. `welcome` is called before anything else is sent. */
  create(client: SessionClient, visit: SessionStart, welcome: (admission: Admission) => void): AppSession | CloseReason {
    if (!this.#pool) return "serverError";
    const { ip } = visit.visitor;
    if (!this.#room(ip)) return "tooMany";
    const data = new SessionData(randomBytes(16).toString("base64url"), visit);
    const session = new AppSession(data, ip, {
      pool: this.#pool,
      options: this.#options,
      log: this.#log,
      media: this.#media,
      onStuck: this.#onStuck.bind(this),
    });
    const entry: Entry = { session, token: newToken(), expiry: undefined };
    this.#entries.set(session, entry);
    this.#tokens.set(entry.token, entry);
    this.#byAddress.set(ip, (this.#byAddress.get(ip) ?? 0) + 1);
    welcome({ session, token: entry.token, replays: false });
    session.start(client);
    return session;
  }

  /** Goes on with the session of a token, which is spent by that. */
  resume(
    client: SessionClient,
    { token, applied }: Return,
    visit: SessionStart,
    welcome: (admission: Admission) => void,
  ): AppSession | CloseReason {
    const entry = this.#tokens.get(token);
    if (!entry) return "sessionGone";
    clearTimeout(entry.expiry);
    entry.expiry = undefined;
    this.#tokens.delete(token);
    entry.token = newToken();
    this.#tokens.set(entry.token, entry);
    const { session } = entry;
    session.learn(visit.facts);
    welcome({ session, token: entry.token, replays: session.canReplay(applied, visit) });
    session.resume(client, visit, applied);
    return session;
  }

  /** A browser has gone. Its session waits for it to come back. */
  detach(session: AppSession, client: SessionClient): void {
    const entry = this.#entries.get(session);
    if (!entry || !session.detach(client)) return;
    entry.expiry = setTimeout(() => this.#end(entry), this.#options.ttl);
    // The map stays in the order in which sessions were left.
    this.#entries.delete(session);
    this.#entries.set(session, entry);
  }

  pagesChanged(): void {
    for (const session of this.#entries.keys()) session.pagesChanged();
  }

  /** Workers start again after the pool had given up. */
  recover(): void {
    for (const session of this.#entries.keys()) session.recover();
  }

  /** A worker has died by itself: its sessions go on elsewhere, all but the request that it died of. */
  onDeath(residents: readonly Resident[], death: WorkerDeath): void {
    const culprit = death.started ? findSuspect(residents, death.onProcessor, death.resting) : undefined;
    if (culprit) this.#log.error({ page: culprit.page }, `the worker of this page ended: ${death.reason}`);
    const { reason, advice } = death;
    move(residents, culprit, { outcome: "error", error: errorInfo(new RivuletError("RIVULET_WORKER_CRASHED", { reason, advice })) });
  }

  /** Closes every browser's socket and forgets all sessions. */
  close(): void {
    for (const entry of this.#entries.values()) {
      clearTimeout(entry.expiry);
      entry.session.client?.close("goingAway");
      entry.session.runner.abandon();
    }
    this.#entries.clear();
    this.#tokens.clear();
    this.#byAddress.clear();
  }

  /** Replaces a worker for a run that does not answer its stop. To blame is who computes there, which may be another session. */
  #onStuck(runner: ScriptRunner, worker: ScriptWorker, reason: StopReason, at: StuckAt): void {
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
    if (this.#pool) move(this.#pool.replace(worker), culprit, blame);
  }

  #end(entry: Entry): void {
    const { session } = entry;
    clearTimeout(entry.expiry);
    this.#entries.delete(session);
    this.#tokens.delete(entry.token);
    const left = (this.#byAddress.get(session.address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(session.address, left);
    else this.#byAddress.delete(session.address);
    session.runner.close();
    this.#ended(session.data.id);
  }

  /** Makes sure that one more session may begin: those without a browser give way, the longest alone first. */
  #room(address: string): boolean {
    const { sessions, sessionsPerAddress } = this.#options.limits;
    if ((this.#byAddress.get(address) ?? 0) >= sessionsPerAddress && !this.#evict((session) => session.address === address)) return false;
    return this.#entries.size < sessions || this.#evict(() => true);
  }

  #evict(eligible: (session: AppSession) => boolean): boolean {
    for (const entry of this.#entries.values()) {
      if (entry.expiry === undefined || !eligible(entry.session)) continue;
      this.#end(entry);
      return true;
    }
    return false;
  }
}

function move(residents: readonly Resident[], culprit: Resident | undefined, blame: Blame): void {
  for (const resident of residents) resident.lost(resident === culprit ? blame : undefined);
}

function newToken(): string {
  return randomBytes(24).toString("base64url");
}
