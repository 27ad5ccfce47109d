/** Close codes of the WebSocket; `retry` says whether the browser may connect again (WS1). */
export const CLOSE_CODES = {
  /** The server goes down or restarts. */
  goingAway: { code: 1001, retry: true },
  /** A message over the size limit. */
  tooBig: { code: 1009, retry: false },
  /** A message that is no BackMsg, too often. */
  badMessage: { code: 4400, retry: false },
  /** No such page. */
  unknownPage: { code: 4404, retry: false },
  /** A newer socket has taken the session over. */
  superseded: { code: 4409, retry: false },
  /** The session cannot be resumed; connect without its token. */
  sessionGone: { code: 4410, retry: true },
  /** Too many messages, sessions or runs. */
  tooMany: { code: 4429, retry: true },
  /** The server failed; its log says why. */
  serverError: { code: 4500, retry: true },
} as const;

export type CloseReason = keyof typeof CLOSE_CODES;

/** Whether a browser may connect again after a close with this code. Unknown codes (lost networks) may. */
export function mayRetry(code: number): boolean {
  return Object.values(CLOSE_CODES).find((known) => known.code === code)?.retry ?? true;
}
