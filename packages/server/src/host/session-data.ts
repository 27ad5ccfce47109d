import { randomBytes } from "node:crypto";
import { samePlace, type ClientFacts, type PagePlace, type WidgetId } from "@rivulet/protocol";
import type { Commit, Moved, SessionId, SessionRecord, StoredValue, Visitor, WireUpdate } from "../thread/messages.ts";

const NO_VALUES: ReadonlyMap<WidgetId, StoredValue> = new Map();
const NO_STATE: ReadonlyMap<string, Uint8Array> = new Map();
const NO_WIDGETS: ReadonlySet<WidgetId> = new Set();

/** What a browser comes with. */
export interface SessionStart {
  readonly place: PagePlace;
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
  place: PagePlace;
  facts: ClientFacts;
  /** Where its browser said last that it is. */
  #browser: PagePlace;
  /** The BackMsg by which its user went somewhere last. */
  #movedBy = 0;
  /** Every BackMsg up to this number has had its effect. */
  taken = 0;
  // Most sessions of a plain page have neither, so the maps are made when the first entry comes.
  #values: Map<WidgetId, StoredValue> | undefined;
  #state: Map<string, Uint8Array> | undefined;
  #bound = NO_WIDGETS;
  #stored: Map<string, string> | undefined;

  constructor(id: SessionId, { place, facts, visitor, stored }: SessionStart) {
    this.id = id;
    this.place = this.#browser = place;
    this.facts = facts;
    this.visitor = visitor;
    if (stored.length > 0) this.#stored = new Map(stored);
  }

  commit(commit: Commit | undefined): void {
    if (!commit) return;
    if (commit.place && commit.place.after >= this.#movedBy) this.place = { path: commit.place.path, query: commit.place.query };
    if (commit.bound) this.#bound = new Set(commit.bound);
    if (commit.values?.length) apply((this.#values ??= new Map()), commit.values);
    if (commit.stored?.length) apply((this.#stored ??= new Map()), commit.stored);
    if (commit.state?.length) apply((this.#state ??= new Map()), commit.state);
  }

  /** Its user went somewhere by BackMsg `n`. */
  moveTo(place: PagePlace, n: number): void {
    this.place = this.#browser = place;
    this.#movedBy = n;
  }

  /** Whether a browser that comes back from this place has gone nowhere by itself: it may have missed where the page has sent it. */
  isAt(place: PagePlace): boolean {
    return samePlace(place, this.place) || samePlace(place, this.#browser);
  }

  /** How a worker that has not run the page is to take these updates (SR8). */
  movedFor(updates: readonly WireUpdate[]): Moved {
    const needsPage = ({ fragment, values }: WireUpdate): boolean => fragment !== undefined || values.some(([id]) => this.#bound.has(id));
    return updates.some(needsPage) ? "rehydrate" : "seed";
  }

  /** What a worker needs to carry on after frame `seq`. */
  record(seq: number): SessionRecord {
    const { id, place, facts, visitor, taken } = this;
    return {
      id,
      path: place.path,
      query: place.query,
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
