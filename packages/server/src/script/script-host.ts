import type { ErrorInfo } from "@rivulet/protocol";
import type { ScriptPort } from "../thread/port.ts";
import type { MediaOptions } from "../thread/worker-data.ts";
import type { WorkerBoard } from "../thread/worker-board.ts";
import type { PageLoader } from "./loader/page-loader.ts";
import type { ThreadWorkers } from "./threads/thread-workers.ts";

/** What a script thread needs besides its port. */
export interface ScriptOptions {
  /** Errors reach browsers as an id only (SEC6). */
  readonly production: boolean;
  /** Elements that one run may emit (FM6). Default 50,000. */
  readonly maxElements?: number | undefined;
  /** What ids of media are made with. Default: something of its own. */
  readonly media?: MediaOptions | undefined;
  /** Where requests are claimed, if the host may take them back. */
  readonly board?: WorkerBoard | undefined;
}

/** The world of a session: how it reaches its host and its pages. */
export interface ScriptHost {
  readonly port: ScriptPort;
  readonly loader: PageLoader;
  readonly options: ScriptOptions;
  readonly media: MediaOptions;
  /** Renders what was thrown for the user, and logs what production hides. */
  describe(error: unknown, session: string): ErrorInfo;
  /** Logs what was thrown outside of the run's own course. */
  report(error: unknown, session: string): void;
  /** Undefined where pages cannot start threads. */
  readonly threads: ThreadWorkers | undefined;
}
