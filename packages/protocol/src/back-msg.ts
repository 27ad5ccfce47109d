import { finite, integer, list, ParseError, record, string } from "./parse.ts";
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
  /** Path and query of the page, as in the address bar. */
  readonly path: string;
  readonly query: string;
  readonly facts: ClientFacts;
  /** The highest number among the messages that it has kept, and repeats if they are missing (BM2). */
  readonly repeats?: number | undefined;
  /** To a new session: values that its user had entered in one that is gone (BM1). */
  readonly seeds?: UpdateMsg["values"] | undefined;
}

/** What only a browser knows. */
export interface ClientFacts {
  readonly timezone?: string | undefined;
  /** Minutes behind UTC, as `Date.getTimezoneOffset`. */
  readonly timezoneOffset?: number | undefined;
  readonly locale?: string | undefined;
  readonly theme?: "light" | "dark" | undefined;
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
        path: short(MAX_PATH)(msg.path),
        query: short(MAX_QUERY)(msg.query),
        facts: parseFacts(msg.facts),
        repeats: optional(msg.repeats, count),
        seeds: optional(msg.seeds, list(parsePair, MAX_VALUES)),
      };
    case "update":
      return {
        type: "update",
        n: count(msg.n),
        seen: count(msg.seen),
        values: list(parsePair, MAX_VALUES)(msg.values),
        fragment: optional(msg.fragment, short(300)),
      };
    case "navigate":
      return { type: "navigate", n: count(msg.n), path: pagePath(msg.path), query: short(MAX_QUERY)(msg.query) };
    case "rerun":
      return { type: "rerun", n: count(msg.n) };
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

function parseFacts(raw: unknown): ClientFacts {
  const facts = record(raw ?? {});
  const theme = facts.theme;
  if (theme !== undefined && theme !== "light" && theme !== "dark") throw new ParseError('"light" or "dark"', theme);
  return {
    timezone: optional(facts.timezone, short(100)),
    timezoneOffset: optional(facts.timezoneOffset, finite),
    locale: optional(facts.locale, short(100)),
    theme,
  };
}
