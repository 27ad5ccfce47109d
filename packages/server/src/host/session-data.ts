import { samePlace, type ClientFacts, type PagePlace, type WidgetId } from "@rivulet/protocol";
import type { Commit, Moved, SessionId, SessionRecord, StoredValue, WireUpdate } from "../thread/messages.ts";

const NO_VALUES: ReadonlyMap<WidgetId, StoredValue> = new Map();
const NO_STATE: ReadonlyMap<string, Uint8Array> = new Map();
const NO_WIDGETS: ReadonlySet<WidgetId> = new Set();

/** What a session is, as data (SR2), as of its last commit. */
export class SessionData {
  readonly id: SessionId;
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

  constructor(id: SessionId, { place, facts }: { readonly place: PagePlace; readonly facts: ClientFacts }) {
    this.id = id;
    this.place = place;
    this.#browser = place;
    this.facts = facts;
  }

  commit(commit: Commit | undefined): void {
    if (!commit) return;
    if (commit.place && commit.place.after >= this.#movedBy) this.place = { path: commit.place.path, query: commit.place.query };
    if (commit.bound) this.#bound = new Set(commit.bound);
    if (commit.values?.length) apply((this.#values ??= new Map()), commit.values);
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
    const { id, place, facts, taken } = this;
    return {
      id,
      path: place.path,
      query: place.query,
      facts,
      taken,
      seq,
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
