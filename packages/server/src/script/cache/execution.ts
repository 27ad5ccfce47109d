import { RivuletError } from "../../errors.ts";
import { keyText, type CacheKey } from "../../thread/cache/cache-key.ts";
import type { SessionId } from "../../thread/messages.ts";
import { outsideRuns } from "../script-run-context.ts";
import { argumentKey } from "./argument-key.ts";
import type { Caller } from "./caller.ts";
import { Flight, inFlight } from "./flight.ts";

/** What counts of the arguments: all of them, or what `hash` makes of them. */
export function keyOfArguments<A extends readonly unknown[]>(call: string, args: A, hash: ((...args: A) => unknown) | undefined): string {
  if (hash === undefined) return argumentKey(call, args, (i) => `argument ${i + 1}`);
  return argumentKey(call, [hash(...args)], () => "what `hash` returns");
}

/** A flight for a key; throws if the caller is part of an execution for that very key, which would wait for itself. */
export function takeOff(key: CacheKey, call: string, name: string, session: SessionId | undefined, { flight }: Caller): Flight {
  const text = keyText(key);
  if (flight?.keys.has(text) === true) throw new RivuletError("RIVULET_CACHE_CIRCLE", { call });
  return new Flight(name, session, new Set([...(flight?.keys ?? []), text]));
}

/** Calls a cached function as part of its flight and of no run. */
export function execute<T>(flight: Flight, call: () => T): Promise<Awaited<T>> {
  return outsideRuns(() => inFlight(flight, async (): Promise<Awaited<T>> => await call()));
}
