import type { CacheKey, CacheRange } from "../../thread/cache/cache-key.ts";
import { takeCallSite } from "../call-site.ts";
import { cache } from "./cache.ts";
import { currentCaller, sessionOf } from "./caller.ts";
import type { CachedFunction, ParametersOf, ReturnOf } from "./cache-data.ts";
import { execute, keyOfArguments, takeOff } from "./execution.ts";
import { functionId } from "./function-id.ts";
import { checkCacheOptions, spinnerFace, type CacheResourceOptions } from "./options.ts";
import { showWhile } from "./spinner.ts";

export interface CacheResource {
  /**
   * Keeps a live object (a connection, a client, a model) and returns the same one for equal arguments: one in each worker thread, or
   * one in each session. All who share it use it at the same time. It is made again after its worker was replaced.
   * Inside the factory `st.*` throws, and `st.signal` aborts when the object is released.
   * @throws BadOptionError for options that make no sense; a call rejects with CacheArgumentError for arguments that cannot be compared,
   * NoSessionContextError outside a run with scope "session", and with what the factory throws, which is kept for nobody.
   * @example
   * const database = st.cacheResource(() => new Pool({ max: 5 }), { onRelease: (pool) => pool.end() });
   * const pool = await database();
   */
  <F extends CallableFunction>(
    factory: F,
    options?: CacheResourceOptions<ParametersOf<NoInfer<F>>, Awaited<ReturnOf<NoInfer<F>>>>,
  ): CachedFunction<ParametersOf<F>, ReturnOf<F>>;
  /** Releases the objects of all factories, in every worker and session. */
  clear(): Promise<void>;
}

const SCOPES = ["worker", "session"];

export const cacheResource: CacheResource = Object.assign(define as CacheResource, { clear: () => release({}) });

function define<A extends unknown[], R>(
  factory: (...args: A) => R,
  options: CacheResourceOptions<A, Awaited<R>> = {},
): CachedFunction<A, R> {
  const site = takeCallSite("cacheResource", factory, options);
  checkCacheOptions("st.cacheResource", factory, options, SCOPES);
  const { id, name, call } = functionId("resource", site, factory, options.key);
  const { scope = "worker", hash, onRelease } = options;
  const spinner = spinnerFace(options, call);

  const cached = async (...args: A): Promise<Awaited<R>> => {
    const caller = currentCaller(call);
    const session = scope === "worker" ? undefined : sessionOf(caller, call);
    const key: CacheKey = { scope: session ?? "", fn: id, args: keyOfArguments(call, args, hash) };
    const flight = takeOff(key, call, name, session, caller);
    const resource = cache().resources.get(key, () => {
      const making = execute(flight, () => factory(...args));
      const letGo = async (): Promise<void> => {
        flight.abort("released");
        const object = await making.then(
          (one) => ({ one }),
          () => undefined,
        );
        if (object !== undefined) await onRelease?.(object.one);
      };
      return { value: making, release: letGo };
    });
    const value = resource.value as Promise<Awaited<R>>;
    return caller.place === undefined || spinner === undefined || resource.ready ? value : showWhile(caller.place, spinner, value);
  };
  const clear = async (...args: A | []): Promise<void> => {
    const session = scope === "worker" ? undefined : sessionOf(currentCaller(`${name}.clear`), `${name}.clear`);
    const range = { scope: session ?? "", fn: id };
    await release(args.length === 0 ? range : { ...range, args: keyOfArguments(`${name}.clear`, args as A, hash) });
  };
  return Object.assign(cached, { clear });
}

function release(range: CacheRange): Promise<void> {
  cache().releaseElsewhere(range);
  return cache().resources.release(range);
}
