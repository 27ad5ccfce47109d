import type { ErrorInfo, RunOutcome } from "@rivulet/protocol";

export type StopReason = "stopped" | "timeout";

/** What a session is told whose request its worker was lost for. Without an error: it had been asked to stop, and was not to blame. */
export interface Blame {
  readonly outcome: RunOutcome;
  readonly error?: ErrorInfo | undefined;
}

export interface Suspect {
  /** A request has been posted and its end was not heard of. */
  readonly inFlight: boolean;
  /** The request in flight has been through the death of another worker. */
  readonly repeated: boolean;
  /** When the last request was posted, in milliseconds. */
  readonly runningSince: number;
}

/**
 * Whose request was most likely on the processor when a worker died: the only one in flight, else one that had been through a death
 * already; of several the one that called `st` last, else the one posted last. So no request survives more than two deaths, and an
 * innocent loses one at most.
 */
export function findSuspect<T extends Suspect>(residents: readonly T[], calledLast?: T): T | undefined {
  const inFlight = residents.filter((resident) => resident.inFlight);
  const repeated = inFlight.filter((resident) => resident.repeated);
  const suspects = repeated.length > 0 ? repeated : inFlight;
  return suspects.find((suspect) => suspect === calledLast) ?? suspects.toSorted((a, b) => b.runningSince - a.runningSince)[0];
}
