import type { ElementType, WidgetId } from "@rivulet/protocol";
import { isDeepStrictEqual } from "node:util";
import type { StoredValue } from "../../thread/messages.ts";
import type { Fragment } from "../fragments/fragment.ts";
import type { ScriptRunContext } from "../script-run-context.ts";

/** What a session knows of one widget. Values are in wire form. */
export interface WidgetRecord {
  readonly id: WidgetId;
  readonly key: string | undefined;
  type: ElementType | undefined;
  value: unknown;
  /** True once the user or session state chose the value: it no longer follows the page's initial value. */
  chosen: boolean;
  /** The value with which callbacks were last dispatched: what "changed" is measured against (SR6). */
  dispatched: unknown;
  onChange: ((value: never) => unknown) | undefined;
  /** Turns the wire value into what the page sees; absent where they are the same. */
  decode: ((wire: never) => unknown) | undefined;
  /** The last run that emitted it. */
  run: number;
  /** The fragment that it stands in. */
  fragment: Fragment | undefined;
  /** What fired and was not consumed yet. */
  fired: unknown;
  /** True once the callback of what fired has started: a superseding run must not see it again (SR7). */
  calledBack: boolean;
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

  constructor(committed: ReadonlyMap<WidgetId, StoredValue>) {
    for (const [id, { value, key }] of committed) {
      const record = this.#create(id, key);
      record.value = record.dispatched = value;
      record.chosen = true;
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
  claim(
    id: WidgetId,
    key: string | undefined,
    type: ElementType,
    { run, fragment }: Pick<ScriptRunContext, "run" | "fragment">,
  ): WidgetRecord {
    const record = this.#records.get(id) ?? this.#create(id, key);
    record.type = type;
    record.run = run;
    record.fragment = fragment;
    return record;
  }

  #create(id: WidgetId, key: string | undefined): WidgetRecord {
    const record: WidgetRecord = {
      id,
      key,
      type: undefined,
      value: undefined,
      chosen: false,
      dispatched: undefined,
      onChange: undefined,
      decode: undefined,
      run: 0,
      fragment: undefined,
      fired: undefined,
      calledBack: false,
    };
    this.#records.set(id, record);
    if (key !== undefined) this.#byKey.set(key, record);
    return record;
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

  /** Goes back to following the page's initial value. */
  reset(record: WidgetRecord, value: unknown): void {
    record.value = value;
    record.dispatched = value;
    this.#changed.delete(record);
    if (!record.chosen) return;
    record.chosen = false;
    this.#uncommitted.add(record.id);
  }

  /** Notes what a trigger fired; it stays until a run consumes it. */
  fire(record: WidgetRecord, value: unknown): void {
    record.fired = value;
    record.calledBack = false;
    this.#changed.add(record);
  }

  /** The changed records, each once, in order of arrival; from now on they count as dispatched. */
  *takeChanged(): Iterable<WidgetRecord> {
    for (const record of this.#changed) {
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
      if (record.run < run) this.#drop(record);
      else record.fired = undefined;
    }
  }

  #drop(record: WidgetRecord): void {
    this.#records.delete(record.id);
    this.#changed.delete(record);
    if (record.key !== undefined && this.#byKey.get(record.key) === record) this.#byKey.delete(record.key);
    if (record.chosen) this.#uncommitted.add(record.id);
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

  /** Appends what changed since the last commit to `changes`. */
  commit(changes: [WidgetId, StoredValue | null][]): void {
    for (const id of this.#uncommitted) {
      const record = this.#records.get(id);
      changes.push([id, record?.chosen ? { value: record.value, key: record.key } : null]);
    }
    this.#uncommitted.clear();
  }
}
