import type { ErrorInfo, RunOutcome } from "@rivulet/protocol";
import type { Blame, StopReason } from "./blame.ts";
import type { GracePeriod, StuckAt } from "./grace-period.ts";
import type { Logger } from "./log.ts";
import type { HostMedia } from "./media/host-media.ts";
import type { Outbox } from "./outbox.ts";
import type { ScriptRunner } from "./script-runner.ts";
import type { ScriptWorker } from "./script-worker.ts";
import type { SessionData } from "./session-data.ts";
import type { WorkerPool } from "./worker-pool.ts";

/** What a session does, as its host sees it. */
export type RunnerState =
  /** No worker can be started; requests wait. */
  | { readonly type: "homeless" }
  | { readonly type: "idle" }
  | { readonly type: "running" }
  /** Stage 1 of a stop (SR9): the run up to `upTo` has the grace period to end by itself. */
  | {
      readonly type: "stopping";
      readonly upTo: number;
      readonly reason: StopReason;
      readonly grace: GracePeriod;
      readonly thenClose: boolean;
    }
  | { readonly type: "closed" };

/** What a session's runner works with, and whom it tells. */
export interface RunnerContext {
  readonly pool: WorkerPool;
  readonly data: SessionData;
  readonly outbox: Outbox;
  readonly log: Logger;
  readonly media: HostMedia;
  readonly grace: number;
  readonly runTimeout: number | undefined;
  /** Why the session is not where its page has run before, if that is so from the beginning. */
  readonly came?: string | undefined;
  /** A stop was not answered within the grace period: the worker must be replaced. */
  onStuck(runner: ScriptRunner, worker: ScriptWorker, reason: StopReason, at: StuckAt): void;
  /** The session was opened anew elsewhere, since its worker is gone; `blame` when a request of its own is not repeated there. */
  onMoved(blame: Blame | undefined): void;
  /** Open updates were dropped by a stop and nothing runs any more, or the frame that told of a run's end was withheld. */
  onDropped(outcome: RunOutcome): void;
  onProblem(error: ErrorInfo | null): void;
  /** A file was being made in the worker that is gone, beside what `told` is for. */
  onFileLost(told: Blame | undefined): void;
  /** A run has read what the browser has said otherwise by now. */
  onOutdated(): void;
  /** No request is open any more. */
  onIdle(): void;
}
