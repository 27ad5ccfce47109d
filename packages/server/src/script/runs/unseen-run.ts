import type { ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import { PostponedRequests } from "./postponed-requests.ts";
import { rehydrate } from "./rehydrate.ts";
import type { RunRequest } from "./session-runs.ts";

/** The page of a session that has moved runs unseen for a request (SR8); what comes meanwhile waits with that. */
export class UnseenRun {
  readonly postponed = new PostponedRequests();
  #ctx: ScriptRunContext | undefined;
  #closed = false;

  constructor(request: RunRequest) {
    this.postponed.add({ ...request, moved: undefined });
  }

  /** Runs the page, as run number `run`; false if the session was over before it ended. */
  async perform(session: ScriptSession, run: number): Promise<boolean> {
    await rehydrate(session, run, this.postponed, (ctx) => {
      this.#ctx = ctx;
      // Ended while the page was being loaded.
      if (this.#closed) ctx.revoke("closed");
      else if (this.postponed.stopped !== undefined) ctx.revoke(this.postponed.stopped);
    });
    return !this.#closed;
  }

  stop(no: number, reason: "stopped" | "timeout"): void {
    this.postponed.stop(no, reason);
    this.#ctx?.revoke(reason);
  }

  close(): void {
    this.#closed = true;
    this.#ctx?.revoke("closed");
  }
}
