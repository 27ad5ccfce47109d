import type { MessagePort } from "node:worker_threads";
import type { AppPages } from "../../thread/page-routes.ts";
import type { LoaderData } from "../../thread/worker-data.ts";

/** Finds the functions that pages were compiled to. */
export interface PageLoader {
  /**
   * The page's function, by the page's id. Loads its modules at the first call, outside any run (SR4).
   * Rejects with what is wrong with the page or its modules; the next call tries again.
   */
  load(page: string): Promise<PageFunction>;
  /** What pages there are, once the entry's modules are known. Without it the page that is loaded is the only one, at every address. */
  pages?(): Promise<AppPages>;
  /** The default export of a thread's module, by the name that the compiler gave it. Only a thread asks for it. */
  loadThread?(module: string): Promise<unknown>;
  /** What a thread nested under this one needs to load modules as this one does. Without it there are no threads. */
  forThread?(): ThreadLoader;
  /** Calls back when loaded pages became void because user code changed. */
  onInvalidate?(callback: () => void): void;
  close(): void;
}

export interface ThreadLoader {
  readonly data: LoaderData;
  /** For the `transferList` of `new Worker`. */
  readonly transfer: readonly MessagePort[];
}

/** A page's body: one call is one run. */
export type PageFunction = () => Promise<void>;

/** Makes the loader that a worker was told to use. `start` loads nothing of Vite. */
export async function createLoader(data: LoaderData): Promise<PageLoader> {
  if (data.kind === "built") return (await import("./built-loader.ts")).createBuiltLoader(data.manifest, data.runtime);
  return (await import("./dev-loader.ts")).createDevLoader(data);
}
