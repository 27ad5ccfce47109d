import { show } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { milliseconds } from "./duration.ts";

/** Whom a cached value is for. */
export type CacheScope = "app" | "user" | "session";

/** How `st.cacheData` keeps what a function returns. `A` are the function's parameters. */
export interface CacheDataOptions<A extends readonly unknown[] = readonly unknown[]> {
  /** How long a value may be used: a number of seconds, or a text such as "10m", "1h30m", "500ms". Default: until it is cleared or gives way. */
  readonly ttl?: number | string | undefined;
  /**
   * How long after its `ttl` a value still serves: whoever asks gets it at once, and it is made anew in the background, once for all.
   * If that fails it stays, and the error is logged. As `ttl`; default 0: when the `ttl` is over, callers wait.
   */
  readonly staleFor?: number | string | undefined;
  /** Values that the function may have at a time (in a scope); the least recently used goes first. Default: as many as fit. */
  readonly maxEntries?: number | undefined;
  /**
   * Who shares a value: "app" (default) everybody, "session" nobody (each session has its own, until it ends), "user" the sessions of one
   * user; somebody who has not logged in is known by the session alone.
   */
  readonly scope?: CacheScope | undefined;
  /**
   * "disk": values outlive the server, in its folder for state; `ttl` goes on while it is down. For values that everybody shares
   * (`scope` "app"). Default: they are in memory alone.
   */
  readonly persist?: "disk" | undefined;
  /** Tells apart functions that are made at the same place with different variables. Default "". */
  readonly key?: string | undefined;
  /** Whether a spinner shows while the page waits for more than 0.1 s; a string is its text. Default true: "Running `load(...)`.". */
  readonly showSpinner?: boolean | string | undefined;
  /** Whether the spinner counts the seconds. Default false. */
  readonly showTime?: boolean | undefined;
  /** What of the arguments counts, as plain data. Default: all of them. */
  readonly hash?: ((...args: A) => unknown) | undefined;
}

/** How `st.cacheResource` keeps what a factory makes. */
export interface CacheResourceOptions<A extends readonly unknown[] = readonly unknown[], R = unknown> {
  /** Who shares an object: "worker" (default) all sessions in one worker thread, "session" nobody. */
  readonly scope?: "worker" | "session" | undefined;
  /** As with `st.cacheData`. */
  readonly key?: string | undefined;
  /** As with `st.cacheData`. */
  readonly showSpinner?: boolean | string | undefined;
  /** As with `st.cacheData`. */
  readonly showTime?: boolean | undefined;
  /** As with `st.cacheData`. */
  readonly hash?: ((...args: A) => unknown) | undefined;
  /** Closes an object that is cleared, whose session has ended, or whose worker closes. It may be async. */
  readonly onRelease?: ((value: R) => unknown) | undefined;
}

interface AnyOptions {
  readonly ttl?: unknown;
  readonly staleFor?: unknown;
  readonly maxEntries?: unknown;
  readonly persist?: unknown;
  readonly scope?: unknown;
  readonly key?: unknown;
  readonly showSpinner?: unknown;
  readonly showTime?: unknown;
  readonly hash?: unknown;
  readonly onRelease?: unknown;
}

/** Throws `BadOptionError` for what makes no sense. */
export function checkCacheOptions(call: string, fn: unknown, options: AnyOptions, scopes: readonly string[]): void {
  if (typeof fn !== "function") throw badOption(call, "the first argument", "a function: st.cacheData(async (city) => load(city))", fn);
  if (typeof options !== "object" || options === null) throw badOption(call, "the last argument", "an object of options", options);
  const { ttl, staleFor, maxEntries, persist, scope, key, showSpinner, showTime, hash, onRelease } = options;
  const duration = 'a number of seconds above 0, or a text such as "10m" or "1h30m"';
  if (ttl !== undefined && !isDuration(ttl)) throw badOption(call, "ttl", duration, ttl);
  if (staleFor !== undefined && (!isDuration(staleFor) || ttl === undefined))
    throw badOption(call, "staleFor", ttl === undefined ? "with a ttl, after which values are stale" : duration, staleFor);
  if (maxEntries !== undefined && !(Number.isInteger(maxEntries) && (maxEntries as number) > 0))
    throw badOption(call, "maxEntries", "a whole number above 0", maxEntries);
  if (scope !== undefined && !scopes.includes(scope as string))
    throw badOption(call, "scope", scopes.map((name) => JSON.stringify(name)).join(" or "), scope);
  if (persist !== undefined && persist !== "disk") throw badOption(call, "persist", '"disk"', persist);
  if (persist !== undefined && scope !== undefined && scope !== "app")
    throw badOption(call, "persist", `left out with scope ${show(scope)}, whose values go with their session`, persist);
  if (key !== undefined && typeof key !== "string") throw badOption(call, "key", "a string", key);
  if (showSpinner !== undefined && typeof showSpinner !== "boolean" && typeof showSpinner !== "string")
    throw badOption(call, "showSpinner", "true, false or a text", showSpinner);
  if (showTime !== undefined && typeof showTime !== "boolean") throw badOption(call, "showTime", "true or false", showTime);
  if (hash !== undefined && typeof hash !== "function") throw badOption(call, "hash", "a function of the same arguments", hash);
  if (onRelease !== undefined && typeof onRelease !== "function") throw badOption(call, "onRelease", "a function of the object", onRelease);
}

function isDuration(value: unknown): boolean {
  return (typeof value === "number" || typeof value === "string") && milliseconds(value) !== undefined;
}

/** What a spinner says while it turns. */
export interface SpinnerFace {
  readonly text: string;
  /** Whether it counts the seconds. */
  readonly showTime: boolean | undefined;
}

/** What the spinner says, if it shows. */
export function spinnerFace(
  { showSpinner, showTime }: Pick<CacheResourceOptions, "showSpinner" | "showTime">,
  call: string,
): SpinnerFace | undefined {
  if (showSpinner === false) return undefined;
  return { text: typeof showSpinner === "string" ? showSpinner : `Running \`${call}\`.`, showTime };
}
