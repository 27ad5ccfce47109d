import { CLOSE_CODES, mayRetry, type CloseReason } from "@rivulet/protocol";

/** What to do after a socket closed. */
export type CloseDecision =
  /** Connect again after `delay` milliseconds; without the token if the session is gone. */
  | { readonly type: "retry"; readonly delay: number; readonly keepToken: boolean }
  /** Stay closed, and say why. */
  | { readonly type: "stop"; readonly reason: CloseReason };

/** The wait before the first, second, ... attempt doubles from the first number up to the second, in milliseconds. */
export const BACKOFF = { first: 250, longest: 10_000 } as const;

/**
 * Decides from the close code and the number of attempts that failed in a row.
 * `random` in [0, 1) spreads the browsers of a restarted server over half the wait.
 */
export function decideOnClose(code: number, failed: number, random: number): CloseDecision {
  if (!mayRetry(code)) return { type: "stop", reason: reasonOf(code) };
  const full = Math.min(BACKOFF.longest, BACKOFF.first * 2 ** Math.min(failed, 20));
  return { type: "retry", delay: Math.round(full * (0.5 + random / 2)), keepToken: code !== CLOSE_CODES.sessionGone.code };
}

function reasonOf(code: number): CloseReason {
  for (const [reason, known] of Object.entries(CLOSE_CODES)) if (known.code === code) return reason as CloseReason;
  return "serverError";
}
