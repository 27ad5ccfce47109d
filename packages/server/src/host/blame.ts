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
  /** The request under way has been through the death of another worker. */
  readonly repeated: boolean;
  /** When the last request was posted, in milliseconds. */
  readonly runningSince: number;
}

/**
 * Whose request was on the processor when a worker died: that of the session which the worker had noted; if it has none
 * under way, then the only one that has, else one that had been through a death already, else the one posted last. So no
 * request survives more than two, and an innocent loses one at most.
 */
export function findSuspect<T extends Suspect>(residents: readonly T[], noted?: T): T | undefined {
  if (noted?.begun) return noted;
  const begun = residents.filter((resident) => resident.begun);
  const repeated = begun.filter((resident) => resident.repeated);
  return (repeated.length > 0 ? repeated : begun).toSorted((a, b) => b.runningSince - a.runningSince)[0];
}
