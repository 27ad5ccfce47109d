import type { ErrorInfo, RunOutcome } from "@rivulet/protocol";

export type StopReason = "stopped" | "timeout";

/** What a session is told whose request its worker was lost for. Without an error: it had been asked to stop, and was not to blame. */
export interface Blame {
  readonly outcome: RunOutcome;
  readonly error?: ErrorInfo | undefined;
}

export interface Suspect {
  /** A worker has received a request of it, and its end was not heard of. */
  readonly begun: boolean;
  /** How many deaths of workers the request under way has been through. */
  readonly deaths: number;
  /** When the last request was posted, in milliseconds. */
  readonly runningSince: number;
}

/** Workers that may end while a request waits in them until it is taken to be the cause. */
const MAX_DEATHS_AT_REST = 3;

/**
 * Whose request was on the processor when a worker died: that of the session which the worker had noted; if it has none
 * under way, then the only one that has, else one that had been through a death already, else the one posted last. So no
 * request survives more than two, and an innocent loses one at most. In a worker that was `resting` nobody's was, as far as is
 * known: so only one that dies with every worker is taken to be.
 */
export function findSuspect<T extends Suspect>(residents: readonly T[], noted?: T, resting = false): T | undefined {
  if (noted?.begun && !resting) return noted;
  const begun = residents.filter((resident) => resident.begun);
  if (resting) return begun.find(({ deaths }) => deaths >= MAX_DEATHS_AT_REST);
  const repeated = begun.filter(({ deaths }) => deaths > 0);
  return (repeated.length > 0 ? repeated : begun).toSorted((a, b) => b.runningSince - a.runningSince)[0];
}
