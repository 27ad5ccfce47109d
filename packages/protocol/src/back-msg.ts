import { finite, integer, list, ParseError, record, string } from "./parse.ts";
import { MAX_BOUND } from "./bound-values.ts";
import type { WidgetId } from "./node.ts";

/** A message from the browser to its session: JSON text. `n` counts up by one from 1 in a session (BM2). */
export type BackMsg =
  | HelloMsg
  | UpdateMsg
  | NavigateMsg
  /** Run the page again, changing nothing. */
  | { readonly type: "rerun"; readonly n: number }
  /** The Stop button. */
  | { readonly type: "stop" }
  /** What only a browser knows has changed: the next run sees it. */
  | { readonly type: "facts"; readonly facts: ClientFacts }
  /** Every frame up to `seq` has been applied (FM5). */
  | { readonly type: "ack"; readonly seq: number }
  | { readonly type: "ping" };

/** The first message on every socket. */
export interface HelloMsg {
  readonly type: "hello";
  readonly protocol: number;
  /** The build id that the page's HTML carried; empty for clients that are not a browser. */
  readonly build: string;
  /** The token of the session to go on with. */
  readonly resume?: string | undefined;
  /** `resume` is the token in the page's HTML: if its session is gone, or has read something else of the browser than what is said here, a new one begins (FP2). */
  readonly claims?: true | undefined;
  /** With `resume`: the last frame that was applied, by a browser that still shows what it says. */
  readonly applied?: number | undefined;
  /** Path and query of the page, as in the address bar. */
  readonly path: string;
  readonly query: string;
  readonly facts: ClientFacts;
  /** The highest number among the messages that it has kept, and repeats if they are missing (BM2). */
  readonly repeats?: number | undefined;
  /** To a new session: values that its user had entered in one that is gone (BM1). */
  readonly seeds?: UpdateMsg["values"] | undefined;
  /** What the browser keeps for bound widgets of this app, but for cookies: texts by name ("local:theme"). */
  readonly stored?: readonly (readonly [name: string, text: string])[] | undefined;
}

/** What only a browser knows. */
export interface ClientFacts {
  readonly timezone?: string | undefined;
  /** Minutes behind UTC, as `Date.getTimezoneOffset`. */
  readonly timezoneOffset?: number | undefined;
  readonly locale?: string | undefined;
  readonly theme?: "light" | "dark" | undefined;
  /** The app's address as its user sees it, up to the base: "https://example.com/app/". */
  readonly url?: string | undefined;
}

/** New values and pressed triggers. Without values it runs its fragment again: a timer's tick (`FragmentProps.every`). */
export interface UpdateMsg {
  readonly type: "update";
  readonly n: number;
  /** The last frame that the browser had applied when its user acted (BM1). */
  readonly seen: number;
  readonly values: readonly (readonly [widget: WidgetId, value: unknown])[];
  /** The innermost fragment around all of these widgets, if there is one: it alone runs (`FragmentProps.id`). */
  readonly fragment?: WidgetId | undefined;
  /** True: all that is staged in the form whose body `fragment` is. Its body alone sees it; nothing is submitted. */
  readonly draft?: true | undefined;
}

/** The user followed a link to a page of the app, or went back or forward in the browser's history: the page there runs. */
export interface NavigateMsg {
  readonly type: "navigate";
  readonly n: number;
  /** As `PagePlace`. */
  readonly path: string;
  readonly query: string;
}

/** Most values that one message may carry. */
export const MAX_VALUES = 2000;

const MAX_PATH = 2000;
const MAX_QUERY = 100_000;

const count = (raw: unknown) => {
  const n = integer(raw);
  if (n < 0) throw new ParseError("a whole number from 0", raw);
  return n;
};
const short = (max: number) => (raw: unknown) => {
  const s = string(raw);
  if (s.length > max) throw new ParseError(`at most ${max} characters`, raw);
  return s;
};
const pagePath = (raw: unknown) => {
  const path = short(MAX_PATH)(raw);
  if (!path.startsWith("/")) throw new ParseError("a path that begins with a slash", raw);
  // Halves of surrogate pairs are no text, and could not be percent-encoded.
  if (/[?#\p{Surrogate}]/u.test(path)) throw new ParseError("a path without query, fragment and halves of characters", raw);
  return path;
};
const optional = <T>(raw: unknown, parse: (raw: unknown) => T): T | undefined => (raw === undefined ? undefined : parse(raw));

/** Checks what a socket received. Throws `ParseError`; unknown fields are dropped, widget values stay untrusted. */
export function parseBackMsg(raw: unknown): BackMsg {
  const msg = record(raw);
  switch (msg.type) {
    case "hello":
      return {
        type: "hello",
        protocol: finite(msg.protocol),
        build: short(100)(msg.build),
        resume: optional(msg.resume, short(200)),
        ...(msg.claims === true && { claims: true }),
        applied: optional(msg.applied, count),
        path: short(MAX_PATH)(msg.path),
        query: short(MAX_QUERY)(msg.query),
        facts: parseFacts(msg.facts),
        repeats: optional(msg.repeats, count),
        seeds: optional(msg.seeds, list(parsePair, MAX_VALUES)),
        stored: optional(msg.stored, parseStored),
      };
    case "update":
      return {
        type: "update",
        n: count(msg.n),
        seen: count(msg.seen),
        values: list(parsePair, MAX_VALUES)(msg.values),
        fragment: optional(msg.fragment, short(300)),
        ...(msg.draft === true && { draft: true }),
      };
    case "navigate":
      return { type: "navigate", n: count(msg.n), path: pagePath(msg.path), query: short(MAX_QUERY)(msg.query) };
    case "rerun":
      return { type: "rerun", n: count(msg.n) };
    case "facts":
      return { type: "facts", facts: parseFacts(msg.facts) };
    case "ack":
      return { type: "ack", seq: count(msg.seq) };
    case "stop":
    case "ping":
      return { type: msg.type };
    default:
      throw new ParseError("a known message type", msg.type);
  }
}

function parsePair(raw: unknown): readonly [WidgetId, unknown] {
  if (!Array.isArray(raw) || raw.length !== 2) throw new ParseError("a pair of widget id and value", raw);
  return [short(300)(raw[0]), raw[1]];
}

/**
 * What a browser keeps may be old, another app's, or tampered with: what is too much or no text is left out, so that its user can come
 * in all the same. The texts stay untrusted.
 */
export function parseStored(raw: unknown): [name: string, text: string][] {
  const stored: [string, string][] = [];
  const left: Record<string, number> = { local: MAX_BOUND.all, session: MAX_BOUND.all };
  for (const pair of Array.isArray(raw) ? (raw as unknown[]).slice(0, MAX_VALUES) : []) {
    const [name, text] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const kind = typeof name === "string" ? /^(local|session):/.exec(name)?.[1] : undefined;
    if (kind === undefined || typeof text !== "string" || text.length > MAX_BOUND.one) continue;
    const rest = (left[kind] ?? 0) - (name as string).length - text.length;
    if (rest < 0) continue;
    left[kind] = rest;
    stored.push([name as string, text]);
  }
  return stored;
}

/** Checks what a browser says of itself. */
export function parseFacts(raw: unknown): ClientFacts {
  const facts = record(raw ?? {});
  const { theme } = facts;
  if (theme !== undefined && theme !== "light" && theme !== "dark") throw new ParseError('"light" or "dark"', theme);
  return {
    timezone: optional(facts.timezone, short(100)),
    timezoneOffset: optional(facts.timezoneOffset, finite),
    locale: optional(facts.locale, short(100)),
    theme,
    url: optional(facts.url, parseWebAddress),
  };
}

function parseWebAddress(raw: unknown): string {
  const address = short(2000)(raw);
  if (!/^https?:\/\/[^\s/]+\//.test(address)) throw new ParseError("an address that begins with http:// or https://", raw);
  return address;
}
