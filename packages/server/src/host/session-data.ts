import { randomBytes } from "node:crypto";
import type { ClientFacts, WidgetId } from "@rivulet/protocol";
import type { Commit, Moved, SessionId, SessionRecord, StoredValue, Visitor, WireUpdate } from "../thread/messages.ts";

const NO_VALUES: ReadonlyMap<WidgetId, StoredValue> = new Map();
const NO_STATE: ReadonlyMap<string, Uint8Array> = new Map();
const NO_WIDGETS: ReadonlySet<WidgetId> = new Set();

/** What a browser comes with. */
export interface SessionStart {
  readonly page: string;
  readonly query: string;
  readonly facts: ClientFacts;
  readonly visitor: Visitor;
  /** What it keeps for bound widgets: untrusted texts by name. */
  readonly stored: readonly (readonly [name: string, text: string])[];
}

/** What a session is, as data (SR2), as of its last commit. */
export class SessionData {
  readonly id: SessionId;
  readonly visitor: Visitor;
  /** Not the session's id, which is nobody else's business, and another after a restart of the server, which counts requests anew. */
  readonly #requests = randomBytes(12).toString("base64url");
  page: string;
  query: string;
  facts: ClientFacts;
  /** Every BackMsg up to this number has had its effect. */
  taken = 0;
  // Most sessions of a plain page have neither, so the maps are made when the first entry comes.
  #values: Map<WidgetId, StoredValue> | undefined;
  #state: Map<string, Uint8Array> | undefined;
  #bound = NO_WIDGETS;
  #stored: Map<string, string> | undefined;

  constructor(id: SessionId, visit: SessionStart) {
    this.id = id;
    this.visitor = visit.visitor;
    this.page = visit.page;
    this.query = visit.query;
    this.facts = visit.facts;
    if (visit.stored.length > 0) this.#stored = new Map(visit.stored);
  }

  commit(commit: Commit | undefined): void {
    if (!commit) return;
    if (commit.bound) this.#bound = new Set(commit.bound);
    if (commit.values?.length) apply((this.#values ??= new Map()), commit.values);
    if (commit.stored?.length) apply((this.#stored ??= new Map()), commit.stored);
    if (commit.state?.length) apply((this.#state ??= new Map()), commit.state);
  }

  /** Another page begins with the session state, and with the values of widgets that want it so. */
  moveTo(page: string, query: string, facts: ClientFacts): void {
    if (page !== this.page) {
      const kept = [...(this.#values ?? [])].filter(([, { persist }]) => persist === "session");
      this.#values = kept.length > 0 ? new Map(kept) : undefined;
      this.#bound = NO_WIDGETS;
    }
    this.page = page;
    this.query = query;
    this.facts = facts;
  }

  /** How a worker that has not run the page is to take these updates (SR8). */
  movedFor(updates: readonly WireUpdate[]): Moved {
    const needsPage = ({ fragment, values }: WireUpdate): boolean => fragment !== undefined || values.some(([id]) => this.#bound.has(id));
    return updates.some(needsPage) ? "rehydrate" : "seed";
  }

  /** What a worker needs to carry on after frame `seq`. */
  record(seq: number): SessionRecord {
    const { id, page, query, facts, visitor, taken } = this;
    return {
      id,
      page,
      query,
      facts,
      visitor,
      requests: this.#requests,
      taken,
      seq,
      stored: this.#stored,
      values: this.#values ?? NO_VALUES,
      state: this.#state ?? NO_STATE,
    };
  }
}

function apply<K, V>(map: Map<K, V>, changes: readonly (readonly [K, V | null])[]): void {
  for (const [key, value] of changes) {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }
}
