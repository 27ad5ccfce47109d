import type { ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import { rehydrate } from "./rehydrate.ts";
import type { RunRequest } from "./session-runs.ts";

interface Stop {
  /** Requests up to this number are stopped. */
  readonly no: number;
  readonly reason: "stopped" | "timeout";
}

/** The page of a session that has moved runs unseen for a request (SR8); what comes meanwhile waits with that. */
export class UnseenRun {
  readonly #requests: RunRequest[];
  #ctx: ScriptRunContext | undefined;
  #stopped: Stop | undefined;
  #closed = false;

  constructor(request: RunRequest) {
    this.#requests = [{ ...request, moved: undefined }];
  }

  /** Runs the page, as run number `run`; false if the session was over before it ended. */
  async perform(session: ScriptSession, run: number): Promise<boolean> {
    const [request] = this.#requests as [RunRequest];
    await rehydrate(session, run, request, (ctx) => {
      this.#ctx = ctx;
      // Ended while the page was being loaded.
      if (this.#closed) ctx.revoke("closed");
      else if (this.#stopped !== undefined) ctx.revoke(this.#stopped.reason);
    });
    return !this.#closed;
  }

  /** Keeps a request until the page has run. */
  postpone(request: RunRequest): void {
    this.#requests.push(request);
  }

  /** The requests that wait, in order, each with why it was stopped if it was. */
  get waiting(): readonly (readonly [request: RunRequest, stopped: Stop["reason"] | undefined])[] {
    const { no, reason } = this.#stopped ?? { no: 0, reason: undefined };
    return this.#requests.map((request) => [request, request.no <= no ? reason : undefined]);
  }

  stop(no: number, reason: Stop["reason"]): void {
    this.#stopped = { no, reason };
    this.#ctx?.revoke(reason);
  }

  close(): void {
    this.#closed = true;
    this.#ctx?.revoke("closed");
  }
}
