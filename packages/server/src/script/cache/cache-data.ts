import { deserialize, serialize } from "node:v8";
import { RivuletError } from "../../errors.ts";
import type { CacheEntry } from "../../thread/cache/cache-entry.ts";
import { keyText, type CacheKey } from "../../thread/cache/cache-key.ts";
import { takeCallSite } from "../call-site.ts";
import { checkPlain } from "../state/plain-data.ts";
import { cache } from "./cache.ts";
import { currentCaller, sessionOf } from "./caller.ts";
import { milliseconds } from "./duration.ts";
import { execute, keyOfArguments, takeOff } from "./execution.ts";
import { functionId } from "./function-id.ts";
import { checkCacheOptions, spinnerText, type CacheDataOptions } from "./options.ts";
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
  const { scope = "app", hash, maxEntries, ttl } = options;
  const limits = { maxEntries, ttl: ttl === undefined ? undefined : milliseconds(ttl) };
  const text = spinnerText(options.showSpinner, call);

  const cached = async (...args: A): Promise<Awaited<R>> => {
    const caller = currentCaller(call);
    const session = scope === "app" ? undefined : sessionOf(caller, call);
    const key: CacheKey = { scope: session ?? "", fn: id, args: keyOfArguments(call, args, hash) };
    const near = cache().near(keyText(key));
    if (near !== undefined) return valueOf<R>(near);
    const flight = takeOff(key, call, name, session, caller);
    const make = async (): Promise<Uint8Array> => bytesOf(await execute(flight, () => fn(...args)), call);
    const work = cache().get(key, { call, limits, make });
    return valueOf<R>(await (caller.place === undefined || text === undefined ? work : showWhile(caller.place, text, work)));
  };
  const clear = async (...args: A | []): Promise<void> => {
    const session = scope === "app" ? undefined : sessionOf(currentCaller(`${name}.clear`), `${name}.clear`);
    const range = { scope: session ?? "", fn: id };
    await cache().clear(args.length === 0 ? range : { ...range, args: keyOfArguments(`${name}.clear`, args as A, hash) });
  };
  return Object.assign(cached, { clear });
}

function bytesOf(value: unknown, call: string): Uint8Array {
  checkPlain(value, "the value", (path, culprit) => new RivuletError("RIVULET_CACHE_VALUE", { call, path, value: culprit }));
  return serialize(value);
}

function valueOf<R>(entry: CacheEntry): Awaited<R> {
  return deserialize(entry.bytes()) as Awaited<R>;
}
