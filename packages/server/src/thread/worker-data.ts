import type { MessagePort } from "node:worker_threads";
import type { CacheLineData } from "./cache/cache-messages.ts";
import type { LastCallMemory } from "./last-call.ts";
import type { WorkerBoard } from "./worker-board.ts";

/** What a new script worker is told. Travels as `workerData`; ports in it must be in its `transferList`. */
export interface WorkerData {
  readonly loader: LoaderData;
  /** Hides source, stacks and messages from the browser (SEC6). */
  readonly production: boolean;
  /** Elements a run may emit (FM6). */
  readonly maxElements?: number | undefined;
  /** Where it notes its last `st` call (SR9). */
  readonly lastCall: LastCallMemory;
  /** Where it claims its requests. */
  readonly board?: WorkerBoard | undefined;
  /** What ids of media are made with. */
  readonly media?: MediaOptions | undefined;
  /** The line to the server's cache. */
  readonly cache?: CacheLineData | undefined;
}

/** What a script worker needs to hand bytes to browsers. */
export interface MediaOptions {
  /** The same for every worker of the server (`mediaId`). */
  readonly secret: Uint8Array;
  /** Bytes that one session may have in the host at a time. */
  readonly sessionBytes: number;
}

/** How a script worker finds its pages. */
export type LoaderData =
  /** Asks a Vite environment on the host, through the port. */
  | {
      readonly kind: "dev";
      readonly port: MessagePort;
      /** Absolute path of the entry page. */
      readonly entry: string;
      /** URL of the module that `import ... from "rivulet"` means. */
      readonly runtime: string;
    }
  /** Imports what `build` made. `manifest` is an absolute path. */
  | { readonly kind: "built"; readonly manifest: string; readonly runtime: string };
