import { deserialize, serialize } from "node:v8";
import { RivuletError } from "../../errors.ts";
import type { CacheEntry } from "../../thread/cache/cache-entry.ts";
import { keyText, type CacheKey } from "../../thread/cache/cache-key.ts";
import type { CacheLimits } from "../../thread/cache/cache-store.ts";
import { takeCallSite } from "../call-site.ts";
import { checkPlain } from "../state/plain-data.ts";
import { processClock } from "../../thread/cache/clock.ts";
import { thisThread } from "../threads/this-thread.ts";
import { cache } from "./cache.ts";
import { currentCaller, sessionOf } from "./caller.ts";
import { milliseconds } from "./duration.ts";
import type { Maker } from "./cache-client.ts";
import { execute, keyOfArguments, takeOff } from "./execution.ts";
import { Flight } from "./flight.ts";
import { functionId } from "./function-id.ts";
import { checkCacheOptions, spinnerFace, type CacheDataOptions } from "./options.ts";
import { showWhile } from "./spinner.ts";

/** A function whose values are kept: it is called like the original and always returns a promise. */
export interface CachedFunction<A extends readonly unknown[], R> {
  (...args: A): Promise<Awaited<R>>;
  /** Forgets the value for these arguments; without arguments all values of the function (in the caller's scope). */
  clear(...args: A | []): Promise<void>;
}

/** A function's parameters. Inferred from the function as a whole: a parameter with a default would else have no type. */
export type ParametersOf<F> = F extends (...args: infer A) => unknown ? A : never;
export type ReturnOf<F> = F extends (...args: never[]) => infer R ? R : never;

export interface CacheData {
  /**
   * Keeps what a function returns: equal arguments get the same data without another call, in every session and worker. Callers wait
   * for one execution together, and each gets a copy of its own. The function writes nothing: inside it `st.*` throws, and `st.signal`
   * belongs to the execution, not to a run. What it throws is kept for nobody.
   *
   * A value is found by the function's place and text and by the arguments' values; variables around the function are not part
   * of that, so a build refuses those of the page.
   * @throws BadOptionError for options that make no sense; a call rejects with CacheArgumentError for arguments that cannot be compared,
   * CacheValueError for a value that cannot be copied, NoSessionContextError outside a run where the scope needs a session, and with what the function throws.
   * @example
   * const load = st.cacheData(async (city: string) => {
   *   const response = await fetch(`https://example.org/weather?city=${city}`, { signal: st.signal });
   *   return (await response.json()) as Weather;
   * }, { ttl: "10m" });
   * const weather = await load("Paris");
   */
  <F extends CallableFunction>(fn: F, options?: CacheDataOptions<ParametersOf<NoInfer<F>>>): CachedFunction<ParametersOf<F>, ReturnOf<F>>;
  /** Forgets the values of all cached functions, of every session. */
  clear(): Promise<void>;
}

const SCOPES = ["app", "user", "session"];

export const cacheData: CacheData = Object.assign(define as CacheData, { clear: () => cache().clear({}) });

function define<A extends unknown[], R>(fn: (...args: A) => R, options: CacheDataOptions<A> = {}): CachedFunction<A, R> {
  const site = takeCallSite("cacheData", fn, options);
  checkCacheOptions("st.cacheData", fn, options, SCOPES);
  const { id, name, call } = functionId("data", site, fn, options.key);
  const { scope = "app", hash } = options;
  const limits = limitsOf(options);
  const spinner = spinnerFace(options, call);

  const cached = async (...args: A): Promise<Awaited<R>> => {
    const caller = currentCaller(call);
    const session = scope === "app" ? undefined : sessionOf(caller, call);
    const key: CacheKey = { scope: session ?? "", fn: id, args: keyOfArguments(call, args, hash) };
    const makerFor = (flight: Flight): Maker => {
      // The function runs later than it is called: what the caller does to its arguments meanwhile is not in the key.
      const given = hash === undefined ? copyOf(args) : args;
      return { call, limits, make: async () => bytesOf(await execute(flight, () => fn(...given)), call) };
    };
    const find = async (): Promise<CacheEntry> => {
      const work = cache().get(key, makerFor(takeOff(key, call, name, session, caller)));
      return caller.place === undefined || spinner === undefined ? work : showWhile(caller.place, spinner, work);
    };
    const entry = cache().near(keyText(key)) ?? (await find());
    if (!entry.isStale(processClock())) return valueOf<R>(entry);
    const refreshed = cache().refresh(key, makerFor(new Flight(name, session, new Set([keyText(key)]))));
    // A custom thread's worker may end with the call, and what it has under way with it: the call waits.
    return valueOf<R>(thisThread() === undefined ? entry : ((await refreshed) ?? entry));
  };
  const clear = async (...args: A | []): Promise<void> => {
    const session = scope === "app" ? undefined : sessionOf(currentCaller(`${name}.clear`), `${name}.clear`);
    const range = { scope: session ?? "", fn: id };
    await cache().clear(args.length === 0 ? range : { ...range, args: keyOfArguments(`${name}.clear`, args as A, hash) });
  };
  return Object.assign(cached, { clear });
}

function limitsOf({ maxEntries, ttl, staleFor, persist }: CacheDataOptions<never>): CacheLimits {
  const time = (duration: number | string | undefined): number | undefined => (duration === undefined ? undefined : milliseconds(duration));
  return { maxEntries, ttl: time(ttl), staleFor: time(staleFor), persist: persist !== undefined };
}

/** Arguments as they are now. Unlike structured clone, this leaves Node's buffers what they are. */
function copyOf<A extends readonly unknown[]>(args: A): A {
  if (!args.some((arg) => typeof arg === "object" && arg !== null)) return args;
  try {
    return deserialize(serialize(args)) as A;
  } catch {
    // Shared memory is not copied, and is meant to change.
    return args;
  }
}

function bytesOf(value: unknown, call: string): Uint8Array {
  checkPlain(value, "the value", (path, culprit) => new RivuletError("RIVULET_CACHE_VALUE", { call, path, value: culprit }));
  return serialize(value);
}

function valueOf<R>(entry: CacheEntry): Awaited<R> {
  return deserialize(entry.bytes()) as Awaited<R>;
}
