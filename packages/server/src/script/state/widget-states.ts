import type { ElementType, WidgetId } from "@rivulet/protocol";
import { isDeepStrictEqual } from "node:util";
import type { StoredValue } from "../../thread/messages.ts";
import type { Lasting } from "../lasting/lasting-options.ts";
import type { Download } from "../media/download.ts";
import type { Fragment } from "../fragments/fragment.ts";
import type { ScriptRunContext } from "../script-run-context.ts";

/** What a session knows of one widget. Values are in wire form. */
export interface WidgetRecord {
  readonly id: WidgetId;
  readonly key: string | undefined;
  type: ElementType | undefined;
  value: unknown;
  /** The initial value that the page gave last. */
  initial: unknown;
  /** True once the user or session state chose the value: it no longer follows the page's initial value. */
  chosen: boolean;
  /** The value with which callbacks were last dispatched: what "changed" is measured against (SR6). */
  dispatched: unknown;
  onChange: ((value: never) => unknown) | undefined;
  /** Turns the wire value into what the page sees; absent where they are the same. */
  decode: ((wire: never) => unknown) | undefined;
  /** The address of the page that it belongs to and goes with; undefined if it belongs to all pages. */
  page: string | undefined;
  /** The last run that emitted it. */
  run: number;
  /** What is staged in its form and not submitted: the form's body alone sees it. */
  draft: { readonly value: unknown } | undefined;
  /** The fragment that it stands in. */
  fragment: Fragment | undefined;
  /** What fired and was not consumed yet. */
  fired: unknown;
  /** The request that fired it. */
  firedBy: number;
  /** True once the callback of what fired has started: a superseding run must not see it again (SR7). */
  calledBack: boolean;
  /** Whether its value outlasts its absence, or the session; undefined for most. */
  lasting: Lasting | undefined;
  /** True if a value of it needs a page that has run: for its callback, or to tell it from equal neighbours (SR8). */
  bound: boolean;
  /** The file that a press of it makes. */
  download: Download | undefined;
}

/** A value that was sent for a widget of a page that has not run here, and the request that brought it. */
export interface Seed {
  readonly raw: unknown;
  readonly no: number;
}

/** Says which widgets the end of a run is for. */
export type Concerns = (record: WidgetRecord) => boolean;

/** The widgets of a session: values, callbacks, triggers. */
export class WidgetStates {
  readonly #records = new Map<WidgetId, WidgetRecord>();
  readonly #byKey = new Map<string, WidgetRecord>();
  /** Records whose value differs from the one last dispatched, in order of arrival (C1). */
  readonly #changed = new Set<WidgetRecord>();
  readonly #uncommitted = new Set<WidgetId>();
  /** Values that were sent for widgets of a page that has not run here (SR8). */
  #seeds: Map<WidgetId, Seed> | undefined;
  readonly #onLost: (record: WidgetRecord) => void;
  /** The host has to hear from the first run that there are none: until then it cannot know. */
  #boundChanged = true;

  /** `onLost` hears of dropped widgets whose values would have outlasted the session. */
  constructor(committed: ReadonlyMap<WidgetId, StoredValue>, onLost: (record: WidgetRecord) => void) {
    this.#onLost = onLost;
    for (const [id, { value, key, page, persist, draft, unchosen }] of committed) {
      const record = this.#create(id, key);
      record.value = record.dispatched = value;
      record.chosen = unchosen !== true;
      record.page = page;
      if (persist !== undefined) record.lasting = { persist, bind: undefined, initial: undefined };
      record.draft = draft;
    }
  }

  get(id: WidgetId): WidgetRecord | undefined {
    return this.#records.get(id);
  }

  byKey(key: string): WidgetRecord | undefined {
    return this.#byKey.get(key);
  }

  keys(): Iterable<string> {
    return this.#byKey.keys();
  }

  /** The record of a widget that a run emits now, made at its first emit. */
  claim(id: WidgetId, key: string | undefined, type: ElementType, ctx: ScriptRunContext): WidgetRecord {
    const record = this.#records.get(id) ?? this.#create(id, key);
    record.type = type;
    record.run = ctx.run;
    record.fragment = ctx.fragment;
    record.page = ctx.session.pages.scopeOf(ctx);
    return record;
  }

  #create(id: WidgetId, key: string | undefined): WidgetRecord {
    const record: WidgetRecord = {
      id,
      key,
      type: undefined,
      value: undefined,
      initial: undefined,
      chosen: false,
      dispatched: undefined,
      onChange: undefined,
      decode: undefined,
      page: undefined,
      draft: undefined,
      run: 0,
      fragment: undefined,
      fired: undefined,
      firedBy: 0,
      calledBack: false,
      lasting: undefined,
      bound: false,
      download: undefined,
    };
    this.#records.set(id, record);
    if (key !== undefined) this.#byKey.set(key, record);
    return record;
  }

  /** Keeps a value for the widget that will claim it. */
  seed(id: WidgetId, raw: unknown, no: number): void {
    (this.#seeds ??= new Map()).set(id, { raw, no });
  }

  /** The value that waits for a widget, once: it still has to be parsed. */
  takeSeed(id: WidgetId): Seed | undefined {
    const seed = this.#seeds?.get(id);
    this.#seeds?.delete(id);
    return seed;
  }

  /** The page has come to its end: what waits still is for widgets that it does not have. */
  dropSeeds(): void {
    this.#seeds = undefined;
  }

  /** Notes whether a value needs a page that has run. */
  bind(record: WidgetRecord, bound: boolean): void {
    if (record.bound === bound) return;
    record.bound = bound;
    this.#boundChanged = true;
  }

  /** The widgets that are bound, when they have changed since the last call. */
  takeBound(): WidgetId[] | undefined {
    if (!this.#boundChanged) return undefined;
    this.#boundChanged = false;
    return [...this.#records.values()].filter(({ bound }) => bound).map(({ id }) => id);
  }

  /** Takes a value of the user's. */
  accept(record: WidgetRecord, value: unknown): void {
    this.choose(record, value);
    if (isDeepStrictEqual(value, record.dispatched)) this.#changed.delete(record);
    else this.#changed.add(record);
  }

  /** Takes a value of the page's own (session state): no callback is due. */
  choose(record: WidgetRecord, value: unknown): void {
    record.value = value;
    record.chosen = true;
    this.#uncommitted.add(record.id);
  }

  /** Notes what is staged for it; undefined: nothing. */
  setDraft(record: WidgetRecord, draft: WidgetRecord["draft"]): void {
    if (record.draft === draft) return;
    record.draft = draft;
    this.#uncommitted.add(record.id);
  }

  /** Goes back to following the page's initial value. */
  reset(record: WidgetRecord, value: unknown): void {
    record.value = value;
    record.dispatched = value;
    this.#changed.delete(record);
    if (!record.chosen) return;
    record.chosen = false;
    this.#uncommitted.add(record.id);
  }

  /** Notes what a trigger fired in request `no`; it stays until a run consumes it. */
  fire(record: WidgetRecord, value: unknown, no: number): void {
    record.fired = value;
    record.firedBy = no;
    record.calledBack = false;
    this.#changed.add(record);
  }

  /** The widgets for which request `no` brought a press that no run has consumed, or a value that waits for its widget. */
  leftOf(no: number): WidgetId[] {
    const left: WidgetId[] = [];
    for (const record of this.#records.values()) {
      if (record.fired !== undefined && record.firedBy === no && !record.calledBack) left.push(record.id);
    }
    for (const [id, seed] of this.#seeds ?? []) if (seed.no === no) left.push(id);
    return left;
  }

  /** Takes back what a trigger fired, before its callback: it counts as not pressed. */
  withdraw(record: WidgetRecord): void {
    record.fired = undefined;
    this.#changed.delete(record);
  }

  /** The changed records that `concerns` names, each once, in order of arrival; from now on they count as dispatched. */
  *takeChanged(concerns: Concerns): Iterable<WidgetRecord> {
    for (const record of this.#changed) {
      if (!concerns(record)) continue;
      this.#changed.delete(record);
      record.dispatched = record.value;
      record.calledBack = record.onChange !== undefined;
      yield record;
    }
  }

  /** Drops what a finished run did not emit (SR7), and all triggers, of the widgets that `concerns` names. */
  finish(run: number, concerns: Concerns): void {
    for (const record of this.#records.values()) {
      if (!concerns(record)) continue;
      // A fragment's later run may have emitted it meanwhile.
      if (record.run < run && record.lasting?.persist === undefined) this.#drop(record);
      else record.fired = undefined;
    }
  }

  /** Drops the widgets of other pages than the one at `path`, but for values that stay as long as the session. */
  leavePage(path: string): void {
    for (const record of this.#records.values()) {
      if (record.page !== undefined && record.page !== path && record.lasting?.persist !== "session") this.#drop(record);
    }
  }

  /** Drops widgets that are gone, but for values that stay. */
  forget(concerns: Concerns): void {
    for (const record of this.#records.values()) if (concerns(record) && record.lasting?.persist === undefined) this.#drop(record);
  }

  #drop(record: WidgetRecord): void {
    this.#records.delete(record.id);
    this.#changed.delete(record);
    record.download?.dispose();
    if (record.bound) this.#boundChanged = true;
    if (record.key !== undefined && this.#byKey.get(record.key) === record) this.#byKey.delete(record.key);
    if (record.chosen || record.draft) this.#uncommitted.add(record.id);
    if (record.lasting !== undefined) this.#onLost(record);
  }

  /** Keeps what fired for the next run, unless its callback has started. */
  carryTriggers(concerns: Concerns): void {
    for (const record of this.#records.values()) if (record.calledBack && concerns(record)) record.fired = undefined;
  }

  /** Forgets what fired (SR7: consumed). */
  clearTriggers(concerns: Concerns): void {
    for (const record of this.#records.values()) {
      if (record.fired === undefined || !concerns(record)) continue;
      record.fired = undefined;
      // Its callback may not have been reached: it must not be called for a click that is over.
      this.#changed.delete(record);
    }
  }

  /** Lets go of every widget and callback: the session is over. */
  release(): void {
    for (const { download } of this.#records.values()) download?.dispose();
    this.#records.clear();
    this.#byKey.clear();
    this.#changed.clear();
    this.#uncommitted.clear();
    this.#seeds = undefined;
  }

  /** Appends what changed since the last commit to `changes`. */
  commit(changes: [WidgetId, StoredValue | null][]): void {
    for (const id of this.#uncommitted) {
      const record = this.#records.get(id);
      changes.push([id, record === undefined ? null : stored(record)]);
    }
    this.#uncommitted.clear();
  }
}

/** What the host keeps of a widget. */
function stored({ value, key, page, chosen, draft, lasting }: WidgetRecord): StoredValue | null {
  if (!chosen && draft === undefined) return null;
  const persist = lasting?.persist;
  return {
    value,
    key,
    ...(page !== undefined && { page }),
    ...(persist !== undefined && { persist }),
    ...(draft !== undefined && { draft }),
    ...(!chosen && { unchosen: true }),
  };
}
