import { createHash, randomBytes } from "node:crypto";
import type { AppSession } from "./app-session.ts";
import type { PageVisit } from "./first-paint/page-visit.ts";
import type { Kept } from "./store/session-keeper.ts";
import type { SessionChange } from "./store/session-store.ts";

/** One session of a server: who may come back to it, and how it is kept. */
export class SessionEntry implements Kept {
  readonly session: AppSession;
  epoch: number;
  /** Set while no browser is there. */
  expiry: NodeJS.Timeout | undefined;
  /** What stands for a browser until the one whose navigation began the session comes for it (FP2). */
  awaiting: PageVisit | undefined;
  /** Of the token that the browser has been given last. */
  #token: string;
  /** Of the one before, until the browser has shown that it has the new one. */
  #previous: string | undefined;
  #left: number | undefined;
  readonly #lost: () => void;

  /** `stored`: what the store has of it. */
  constructor(session: AppSession, stored: { readonly epoch: number; readonly token: string }, lost: () => void) {
    this.session = session;
    this.epoch = stored.epoch;
    this.#token = stored.token;
    this.#lost = lost;
  }

  get id(): string {
    return this.session.data.id;
  }

  /** Hashes of the tokens that may be used now. */
  get tokens(): readonly string[] {
    return this.#previous === undefined ? [this.#token] : [this.#token, this.#previous];
  }

  /** Whether the holder of a token may come back: with the last one, or with the one before while nobody has shown to have the last. */
  admits(hash: string): boolean {
    return hash === this.#token || hash === this.#previous;
  }

  /** Spends the token that was used, and returns the next one. */
  rotate(used: string): string {
    const { token, hash } = newToken();
    this.#previous = used;
    this.#token = hash;
    return token;
  }

  /** The browser has the last token: the one before is of no use any more. True if there was one. */
  confirm(): boolean {
    const had = this.#previous !== undefined;
    this.#previous = undefined;
    return had;
  }

  /** Its browser has left, or is there again. */
  setLeft(left: boolean): void {
    this.#left = left ? Date.now() : undefined;
  }

  takeChange(): SessionChange {
    return { tokens: this.tokens, left: this.#left, ...this.session.data.takeChange() };
  }

  changeAll(): void {
    this.session.data.changeAll();
  }

  prepareAnswer(): () => void {
    const upTo = this.session.data.takenUpTo;
    return () => this.session.acknowledge(upTo);
  }

  lost(): void {
    this.#lost();
  }
}

/** A token for a browser, and what is kept of it here: whoever reads the store can use none. */
export function newToken(): { readonly token: string; readonly hash: string } {
  const token = randomBytes(24).toString("base64url");
  return { token, hash: hashOf(token) };
}

export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
