import type { Logger } from "../log.ts";
import type { SessionChange, SessionStore, StoredSession } from "./session-store.ts";

/** A live session, as the keeper sees it. */
export interface Kept {
  readonly id: string;
  /** 0 until the store has it. */
  epoch: number;
  /** What the store does not have yet. */
  takeChange(): SessionChange;
  /** The change did not arrive: it is to be part of the next one. */
  changeAll(): void;
  /** Returns how to say that what has been taken up to now is kept. */
  prepareAnswer(): () => void;
  /** Another server has attached. */
  lost(): void;
}

/**
 * Milliseconds between commits: what changes meanwhile goes into one, a session once. Only the acknowledgements wait for it, which tell
 * the browser what it may forget: they are not urgent, and a commit costs the host about as much as a run.
 */
const PACE = 100;
/** Milliseconds until a store that failed is tried again. */
const RETRY = 1000;
/** Least milliseconds between sweeps. */
const SWEEP = 1000;
/** Sessions in one commit: the more there are, the rarer each is written, so that all of them together cost the host little. */
const BATCH = 50;

/** Brings what changes in live sessions into the store, without anyone waiting for it but acknowledgements. */
export class SessionKeeper {
  readonly #store: SessionStore;
  readonly #log: Logger;
  readonly #live = new Map<string, Kept>();
  readonly #changed = new Set<Kept>();
  #timer: NodeJS.Timeout | undefined;
  /** The commit under way, and all before it. */
  #last: Promise<void> = Promise.resolve();
  #committing = false;
  #failing = false;
  readonly #sweeping: NodeJS.Timeout;

  constructor(store: SessionStore, ttl: number, log: Logger) {
    this.#store = store;
    this.#log = log;
    const sweep = (): void => {
      void this.#then(async () => void (await store.sweep(Date.now() - ttl, (id) => this.#live.has(id))));
    };
    this.#sweeping = setInterval(sweep, Math.max(ttl, SWEEP)).unref();
    sweep();
  }

  /** A session of this server, new or from the store. */
  add(kept: Kept): void {
    this.#live.set(kept.id, kept);
  }

  /** Something of it has changed. */
  touch(kept: Kept): void {
    this.#changed.add(kept);
    if (!this.#committing) this.#arm();
  }

  /** Resolves when everything of a session so far is kept, or the store has failed. */
  save(kept: Kept): Promise<void> {
    this.#changed.delete(kept);
    return this.#then(() => this.#commit([kept]));
  }

  /** The session of a token, now this server's own. */
  attach(token: string): Promise<StoredSession | undefined> {
    return this.#store.attach(token, (id) => this.#live.has(id));
  }

  /** The session is over. */
  remove(kept: Kept): void {
    this.forget(kept);
    void this.#then(() => this.#store.remove(kept.id));
  }

  /** Leaves the session to the store as it is there. */
  forget(kept: Kept): void {
    this.#live.delete(kept.id);
    this.#changed.delete(kept);
  }

  /** Commits what is left, says so, and closes the store. */
  async close(): Promise<void> {
    clearInterval(this.#sweeping);
    clearTimeout(this.#timer);
    this.#committing = true;
    await this.#last;
    while (this.#changed.size > 0 && !this.#failing) await this.#then(() => this.#commit(this.#takeChanged()));
    await this.#then(() => this.#store.close());
  }

  async #commitSoon(): Promise<void> {
    this.#timer = undefined;
    this.#committing = true;
    await this.#then(() => this.#commit(this.#takeChanged()));
    this.#committing = false;
    if (this.#changed.size > 0) this.#arm();
  }

  #arm(): void {
    const pace = this.#failing ? RETRY : PACE;
    this.#timer ??= setTimeout(() => void this.#commitSoon(), pace);
  }

  #takeChanged(): readonly Kept[] {
    const changed = [...this.#changed].slice(0, BATCH);
    for (const kept of changed) this.#changed.delete(kept);
    return changed;
  }

  async #commit(changed: readonly Kept[]): Promise<void> {
    const results = await Promise.allSettled(changed.map((kept) => this.#commitOne(kept)));
    const failed = results.find((result) => result.status === "rejected");
    if (failed !== undefined && !this.#failing) this.#fails(failed.reason);
    else if (failed === undefined && this.#failing) this.#log.warn("sessions are kept again");
    this.#failing = failed !== undefined;
  }

  async #commitOne(kept: Kept): Promise<void> {
    if (this.#live.get(kept.id) !== kept) return;
    const answer = kept.prepareAnswer();
    try {
      const change = kept.takeChange();
      const done = await (kept.epoch === 0 ? this.#store.create(kept.id, change) : this.#store.commit(kept.id, kept.epoch, change));
      if (this.#live.get(kept.id) !== kept) return;
      if (!done) {
        this.forget(kept);
        kept.lost();
        return;
      }
      kept.epoch ||= 1;
      answer();
    } catch (error) {
      kept.changeAll();
      this.#changed.add(kept);
      throw error;
    }
  }

  #fails(error: unknown): void {
    this.#log.error({ err: error }, "sessions cannot be kept: a restart of the server would lose what has changed since");
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: unknown) => this.#fails(error));
    return this.#last;
  }
}
