import type { SessionId } from "../../thread/messages.ts";
import { places, type Place } from "../script-run-context.ts";
import { noContext } from "../threads/no-context.ts";
import { currentFlight, type Flight } from "./flight.ts";

/** Who calls a cached function: a run, another cached function, or code outside of both. */
export interface Caller {
  readonly place: Place | undefined;
  readonly flight: Flight | undefined;
  readonly session: SessionId | undefined;
}

/** Throws if the caller's run is over. `call` names the cached function. */
export function currentCaller(call: string): Caller {
  const place = places.getStore();
  place?.ctx.check(call);
  const flight = place === undefined ? currentFlight() : undefined;
  return { place, flight, session: place?.ctx.session.id ?? flight?.session };
}

/** The session of a caller; throws where there is none. */
export function sessionOf({ flight, session }: Caller, call: string): SessionId {
  if (session !== undefined) return session;
  throw (
    flight?.refusal(call, `Its values are each session's own: call it in the page and pass what is needed as an argument.`) ??
    noContext(call)
  );
}
