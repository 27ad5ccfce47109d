import { randomBytes } from "node:crypto";
import { samePlace, type ClientFacts, type PagePlace, type Taken, type WidgetId } from "@rivulet/protocol";
import { differingFacts, differingStored, type FactName } from "../thread/facts-read.ts";
import type { Commit, Moved, SessionId, SessionRecord, StoredValue, Visitor, WireUpdate } from "../thread/messages.ts";
import { bytesOf, type StateImage } from "../thread/state-image.ts";
import { encodeHead, encodePart, type Part, type Partly, type SessionImage } from "./store/session-image.ts";

const NO_VALUES: ReadonlyMap<WidgetId, StoredValue> = new Map();
const NO_STATE: ReadonlyMap<string, StateImage> = new Map();
const NO_WIDGETS: ReadonlySet<WidgetId> = new Set();
const NONE_TAKEN: Taken = { taken: 0 };
const NONE_PARTLY: readonly Partly[] = [];

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
  /** Called when anything that the store keeps has changed. */
  onChange: () => void = () => {};
  readonly visitor: Visitor;
  /** Not the session's id, which is nobody else's business, and another after a restart of the server, which counts requests anew. */
  readonly #requests = randomBytes(12).toString("base64url");
  place: PagePlace;
  facts: ClientFacts;
  /** What the browser was known to keep when the session began. */
  #storedFirst: SessionStart["stored"];
  /** Where its browser said last that it is. */
  #browser: PagePlace;
  /** The BackMsg by which its user went somewhere last. */
  #movedBy = 0;
  #taken = NONE_TAKEN;
  #partly = NONE_PARTLY;
  // Most sessions of a plain page have neither, so the maps are made when the first entry comes.
  #values: Map<WidgetId, StoredValue> | undefined;
  #state: Map<string, StateImage> | undefined;
  /** Widgets that need a page that has run; undefined while no run has said so. */
  #bound: ReadonlySet<WidgetId> | undefined;
  /** Changed since they were last taken for the store. */
  #changedValues: Set<WidgetId> | undefined;
  #changedState: Set<string> | undefined;
  #stored: Map<string, string> | undefined;
  #written: Map<string, number> | undefined;

  constructor(id: SessionId, { place, facts, visitor, stored }: SessionStart) {
    this.id = id;
    this.place = this.#browser = place;
    this.facts = facts;
    this.visitor = visitor;
    this.#storedFirst = stored;
    if (stored.length > 0) this.#stored = new Map(stored);
  }

  /** A session that the store has kept. */
  static restore(id: SessionId, image: SessionImage, visitor: Visitor): SessionData {
    const data = new SessionData(id, { ...image, visitor });
    data.#browser = image.browser;
    data.#movedBy = image.movedBy;
    data.#taken = image.taken;
    data.#partly = image.partly;
    data.#values = image.values;
    data.#state = image.state;
    data.#bound = image.bound && new Set(image.bound);
    if (image.written.length > 0) data.#written = new Map(image.written);
    return data;
  }

  /** What a browser that comes says otherwise than what the session began with (FP3). */
  differing({ facts, stored }: Pick<SessionStart, "facts" | "stored">): readonly FactName[] {
    return [...differingFacts(this.facts, facts), ...differingStored(this.#storedFirst, stored)];
  }

  /** Takes what a browser says that the session began without, and that no run has read. */
  learn({ facts, stored }: Pick<SessionStart, "facts" | "stored">): void {
    this.facts = facts;
    const first = new Map(this.#storedFirst);
    const own = [...(this.#stored ?? [])].filter(([name, text]) => name.startsWith("cookie:") || first.get(name) !== text);
    this.#storedFirst = stored;
    if (stored.length + own.length > 0) this.#stored = new Map([...stored, ...own]);
    this.onChange();
  }

  /** Which BackMsgs have had their effect. */
  get taken(): Taken {
    return this.#taken;
  }

  /** Those that have had a part of it. */
  get partly(): readonly Partly[] {
    return this.#partly;
  }

  /** Every BackMsg up to this number has had its effect. */
  get takenUpTo(): number {
    return (this.#taken.but?.[0]?.[0] ?? this.#taken.taken + 1) - 1;
  }

  answer(taken: Taken, partly = NONE_PARTLY): void {
    this.#taken = taken;
    this.#partly = partly;
    this.onChange();
  }

  commit(commit: Commit | undefined): void {
    if (!commit) return;
    if (commit.place && commit.place.after >= this.#movedBy) this.place = { path: commit.place.path, query: commit.place.query };
    if (commit.bound) this.#bound = commit.bound.length === 0 ? NO_WIDGETS : new Set(commit.bound);
    if (commit.values?.length) apply((this.#values ??= new Map()), commit.values, (this.#changedValues ??= new Set()));
    for (const [name, text, told] of commit.stored ?? []) {
      if (text === null) this.#stored?.delete(name);
      else (this.#stored ??= new Map()).set(name, text);
      (this.#written ??= new Map()).set(name, told);
    }
    if (commit.state?.length) apply((this.#state ??= new Map()), commit.state, (this.#changedState ??= new Set()));
    this.onChange();
  }

  /** Its user went somewhere by BackMsg `n`. */
  moveTo(place: PagePlace, n: number): void {
    this.place = this.#browser = place;
    this.#movedBy = n;
    this.onChange();
  }

  /** Whether a browser that comes back from this place has gone nowhere by itself: it may have missed where the page has sent it. */
  isAt(place: PagePlace): boolean {
    return samePlace(place, this.place) || samePlace(place, this.#browser);
  }

  /** What a browser entered in a session that is gone waits for its widgets: no callback is due for it (BM1). */
  takeSeeds(): void {
    this.#bound = NO_WIDGETS;
  }

  /** How a worker that has not run the page is to take these updates (SR8). */
  movedFor(updates: readonly WireUpdate[]): Moved {
    const needsPage = ({ fragment, values }: WireUpdate): boolean =>
      fragment !== undefined || values.some(([id]) => this.#bound?.has(id) ?? true);
    return updates.some(needsPage) ? "rehydrate" : "seed";
  }

  /** What a worker needs to carry on after frame `seq`. */
  record(seq: number): SessionRecord {
    const { id, place, facts, visitor, takenUpTo: taken } = this;
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
      written: this.#written,
      values: this.#values ?? NO_VALUES,
      state: this.#state ?? NO_STATE,
    };
  }

  /** What the store does not have yet; from now on it counts as having it. */
  takeChange(): { readonly head: Uint8Array; readonly parts: readonly Part[] } {
    const { place, facts } = this;
    const head = encodeHead({
      place,
      browser: this.#browser,
      movedBy: this.#movedBy,
      facts,
      taken: this.#taken,
      partly: this.#partly,
      bound: this.#bound && [...this.#bound],
      stored: [...(this.#stored ?? [])],
      written: [...(this.#written ?? [])],
    });
    const parts: Part[] = [];
    for (const id of this.#changedValues ?? []) parts.push(encodePart("value", id, this.#values?.get(id) ?? null));
    for (const key of this.#changedState ?? []) {
      const image = this.#state?.get(key);
      parts.push(encodePart("state", key, image === undefined ? null : bytesOf(image)));
    }
    this.#changedValues = this.#changedState = undefined;
    return { head, parts };
  }

  /** The store failed to take a change: nobody knows what of it arrived. */
  changeAll(): void {
    this.#changedValues = new Set(this.#values?.keys());
    this.#changedState = new Set(this.#state?.keys());
  }
}

function apply<K, V>(map: Map<K, V>, changes: readonly (readonly [K, V | null])[], changed: Set<K> | undefined): void {
  for (const [key, value] of changes) {
    changed?.add(key);
    if (value === null) map.delete(key);
    else map.set(key, value);
  }
}
