/** A place in a user module that calls a widget or a container (FM4). Made by the compiler, one object a place. */
export interface CallSite {
  /** Stable under edits elsewhere in the module; unique within the app. */
  readonly id: string;
  /** The name called: `slider`, `columns`. */
  readonly kind: string;
  /** Relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The variable or property that the call's value initialises. */
  readonly name?: string | undefined;
  /** What is called back, as it was written; noted where a page shows it. */
  readonly source?: string | undefined;
}

/** A row of a compiled module's table: id, kind, line, column, for cached functions their name, and for `echo` the source. */
export type CallSiteRow = readonly [id: string, kind: string, line: number, column: number, name?: string, source?: string];

/** What compiled modules call as the last step before a call of a widget or container. */
export interface CallSiteNotes {
  /** Notes the place and its last argument, and returns the argument. */
  (n: number, value: unknown): unknown;
  /** The same for a last argument that is spread. */
  s(n: number, values: Iterable<unknown>): unknown[];
  /** The same for a call without arguments: spread, it adds none. */
  e(n: number): readonly never[];
}

/** What is noted, and how compiled modules get at it: through a slot on `globalThis`, whatever copy they could resolve. */
interface Noted {
  readonly url: string;
  readonly callSites: (file: string, rows: readonly CallSiteRow[]) => CallSiteNotes;
  site: CallSite | undefined;
  value: unknown;
  /** The last place noted, until the call that it was noted for has been seen. */
  latest: CallSite | undefined;
}

/** Stands for the arguments of a call that has none. */
const NO_ARGUMENT = Symbol("no argument");
/** Stands for the last argument when an empty list was spread: nothing tells which one was last. */
const ANY_ARGUMENT = Symbol("any argument");

const NOTHING: readonly never[] = Object.freeze([]);

const SLOT = Symbol.for("rivulet.call-site");

const noted = claimSlot();

/**
 * Two copies of this module would mean two run contexts, and a page that writes into neither.
 * The same file evaluated again (a test runner that resets modules) shares the first one's slot.
 */
function claimSlot(): Noted {
  const place = globalThis as { [SLOT]?: Noted };
  const url = new URL(import.meta.url).href.replace(/[?#].*$/, "");
  const held = (place[SLOT] ??= { url, callSites, site: undefined, value: undefined, latest: undefined });
  if (held.url !== url) {
    throw new Error(
      `Two copies of rivulet were loaded: ${held.url} and ${url}. Keep one: install rivulet once, in the folder that npm hoists to, and start it from there.`,
    );
  }
  return held;
}

/** Makes a module's table. Called by compiled code only. */
export function callSites(file: string, rows: readonly CallSiteRow[]): CallSiteNotes {
  const sites = rows.map(([id, kind, line, column, name, source]): CallSite => ({ id, kind, file, line, column, name, source }));
  const note = (n: number, value: unknown): unknown => {
    noted.site = noted.latest = sites[n];
    noted.value = value;
    return value;
  };
  return Object.assign(note, {
    s(n: number, values: Iterable<unknown>): unknown[] {
      const list = [...values];
      note(n, list.length === 0 ? ANY_ARGUMENT : list[list.length - 1]);
      return list;
    },
    e(n: number): readonly never[] {
      note(n, NO_ARGUMENT);
      return NOTHING;
    },
  });
}

/**
 * The place that is calling `kind` right now, taken once. To be called in the first statement of an element function,
 * with every argument it received; a note left by somebody else's call does not match and is dropped.
 */
export function takeCallSite(kind: string, ...values: unknown[]): CallSite | undefined {
  const { site, value } = noted;
  if (site === undefined) return undefined;
  clearCallSite();
  return site.kind === kind && received(value, values) ? site : undefined;
}

function received(value: unknown, values: readonly unknown[]): boolean {
  if (value === ANY_ARGUMENT) return true;
  for (const candidate of values) {
    if (value === NO_ARGUMENT ? candidate !== undefined : Object.is(candidate, value)) return value !== NO_ARGUMENT;
  }
  return value === NO_ARGUMENT;
}

/** The last place noted since this was called before, whether or not an element function has taken it: where the page was. */
export function takeLatestSite(): CallSite | undefined {
  const { latest } = noted;
  if (latest !== undefined) noted.latest = undefined;
  return latest;
}

/** Drops a note. Every emit and every start of a run does this. */
export function clearCallSite(): void {
  noted.site = undefined;
  noted.value = undefined;
}
