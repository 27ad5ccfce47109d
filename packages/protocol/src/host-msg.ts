import type { ErrorInfo } from "./error-info.ts";
import type { RunOutcome } from "./forward-msg.ts";
import type { Taken } from "./taken.ts";

/** A message of the server's main thread to the browser: JSON text, beside the binary frames on one socket. */
export type HostMsg =
  /** Answers `hello`. `resumed`: the session of the token goes on. */
  | {
      readonly type: "welcome";
      readonly session: string;
      /** For one later `hello` of this session. */
      readonly token: string;
      readonly resumed: boolean;
      /** The highest number of the browser's messages that is here: it repeats those above. */
      readonly received: number;
      /** The frames after `applied` follow (FM5); else a resumed session begins with its whole tree. */
      readonly replays: boolean;
      /** Milliseconds between the browser's pings. */
      readonly heartbeat: number;
      /** True under `rivulet dev`. */
      readonly dev: boolean;
    }
  /** Versions differ (WS1): load the page again, keep the session. */
  | { readonly type: "reload" }
  | { readonly type: "pong" }
  /** Shown over the last good page until null follows: a syntax error, a crashed worker. */
  | { readonly type: "problem"; readonly error: ErrorInfo | null }
  /** What its worker could not say itself (stopped hard, crashed): no run is under way any more. */
  | ({ readonly type: "ended"; readonly outcome: RunOutcome } & Taken)
  /** Every message up to `n` is kept with its effect: the browser may forget it (BM2). */
  | { readonly type: "saved"; readonly n: number }
  /** A message was refused as a whole; nothing of it took effect. */
  | { readonly type: "refused"; readonly n: number; readonly error: ErrorInfo };
