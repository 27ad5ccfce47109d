import type { MessagePort } from "node:worker_threads";
import type { LoaderData } from "../thread/worker-data.ts";

/** Where a server's pages come from: a running compiler in `dev`, a finished build in `start`. */
export interface PageSource {
  readonly kind: "dev" | "built";
  /** Folder that page files and messages are relative to. */
  readonly root: string;
  /** The entry first, then the others by name. Relative to the entry's folder, with forward slashes. */
  pages(): readonly string[];
  /** Whether the app calls `st.navigation`, as far as its modules are known. Default: no. */
  navigates?(): boolean;
  /** What one new worker needs; call it once for each. */
  worker(): PageSourceWorker;
  /** Calls back after a change of user code that every living worker has taken note of. Returns the way to stop that. */
  onChange?(callback: () => void): () => void;
  close(): Promise<void>;
}

export interface PageSourceWorker {
  readonly loader: LoaderData;
  /** For the `transferList` of `new Worker`. */
  readonly transfer: readonly MessagePort[];
  /** To be called when the worker has ended. */
  dispose(): void;
}
