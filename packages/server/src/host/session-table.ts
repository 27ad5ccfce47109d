import { AddressCounts } from "./address-counts.ts";
import type { AppSession } from "./app-session.ts";
import type { Limits } from "./options.ts";
import type { SessionEntry } from "./session-entry.ts";

/** Every session of a server: by itself, by the hashes of its tokens, and counted by address. */
export class SessionTable {
  readonly #limits: Pick<Limits, "sessions" | "sessionsPerAddress">;
  /** Those without a browser in the order in which they were left. */
  readonly #entries = new Map<AppSession, SessionEntry>();
  readonly #tokens = new Map<string, SessionEntry>();
  readonly #addresses = new AddressCounts();

  constructor(limits: Pick<Limits, "sessions" | "sessionsPerAddress">) {
    this.#limits = limits;
  }

  get sessions(): readonly AppSession[] {
    return [...this.#entries.keys()];
  }

  get entries(): readonly SessionEntry[] {
    return [...this.#entries.values()];
  }

  /** Undefined once the session is over. */
  of(session: AppSession): SessionEntry | undefined {
    return this.#entries.get(session);
  }

  has({ session }: SessionEntry): boolean {
    return this.#entries.has(session);
  }

  /** The session whose token has this hash. */
  withToken(hash: string): SessionEntry | undefined {
    return this.#tokens.get(hash);
  }

  add(entry: SessionEntry): void {
    this.#entries.set(entry.session, entry);
    for (const token of entry.tokens) this.#tokens.set(token, entry);
    this.#addresses.add(entry.session.address);
  }

  remove(entry: SessionEntry): void {
    this.#entries.delete(entry.session);
    for (const token of entry.tokens) this.#tokens.delete(token);
    this.#addresses.remove(entry.session.address);
  }

  /** Its browser has left. */
  left(entry: SessionEntry): void {
    this.#entries.delete(entry.session);
    this.#entries.set(entry.session, entry);
  }

  /** Lets `change` give a session other tokens; returns what that does. */
  changeTokens<T>(entry: SessionEntry, change: () => T): T {
    for (const token of entry.tokens) this.#tokens.delete(token);
    const result = change();
    for (const token of entry.tokens) this.#tokens.set(token, entry);
    return result;
  }

  /** Makes sure that one more session of this address may begin: `end` is called for those without a browser that give way, the longest alone first. */
  makeRoom(address: string, end: (entry: SessionEntry) => void): boolean {
    const { sessions, sessionsPerAddress } = this.#limits;
    const give = (eligible: (session: AppSession) => boolean): boolean => {
      for (const entry of this.#entries.values()) {
        if (entry.expiry === undefined || !eligible(entry.session)) continue;
        end(entry);
        return true;
      }
      return false;
    };
    if (this.#addresses.of(address) >= sessionsPerAddress && !give((session) => session.address === address)) return false;
    return this.#entries.size < sessions || give(() => true);
  }

  clear(): void {
    for (const entry of this.entries) this.remove(entry);
  }
}
