import { CLOSE_CODES, mayRetry, type CloseReason } from "@rivulet/protocol";

/** What to do after a socket closed. */
export type CloseDecision =
  /** Connect again after `delay` milliseconds; without the token if the session is gone. */
  | { readonly type: "retry"; readonly delay: number; readonly keepToken: boolean }
  /** Stay closed, and say why. */
  | { readonly type: "stop"; readonly reason: CloseReason };

/**
 * The wait before an attempt, in milliseconds. Before the first one it only spreads the browsers of a server; after that it is a part of
 * the time that they have been away, so that whoever was away for a moment waits no longer than that, and whoever was away for long asks rarely.
 */
export const BACKOFF = {
  first: 250,
  shortest: 400,
  longest: 10_000,
  /** Of the time since the connection was lost. */
  part: 1 / 4,
  /** For a server that is there and has too much to do. */
  refused: 2000,
} as const;

/**
 * Decides from the close code and from how long the connection is lost already, in milliseconds; undefined if it lasted until now.
 * `random` in [0, 1) spreads the browsers of a restarted server over half the wait, and over all of the first.
 */
export function decideOnClose(code: number, away: number | undefined, random: number): CloseDecision {
  if (!mayRetry(code)) return { type: "stop", reason: reasonOf(code) };
  const gone = code === CLOSE_CODES.sessionGone.code;
  return { type: "retry", delay: Math.round(gone ? BACKOFF.first * random : delayFor(code, away, random)), keepToken: !gone };
}

function delayFor(code: number, away: number | undefined, random: number): number {
  const refused = code === CLOSE_CODES.tooMany.code || code === CLOSE_CODES.serverError.code;
  if (away === undefined && !refused) return BACKOFF.first * random;
  const wait = Math.max(refused ? BACKOFF.refused : BACKOFF.shortest, (away ?? 0) * BACKOFF.part);
  return Math.min(BACKOFF.longest, wait) * (0.5 + random / 2);
}

function reasonOf(code: number): CloseReason {
  for (const [reason, known] of Object.entries(CLOSE_CODES)) if (known.code === code) return reason as CloseReason;
  return "serverError";
}
