import type { LoaderData } from "../../thread/worker-data.ts";

/** Finds the functions that pages were compiled to. */
export interface PageLoader {
  /**
   * The page's function, by the page's id. Loads its modules at the first call, outside any run (SR4).
   * Rejects with what is wrong with the page or its modules; the next call tries again.
   */
  load(page: string): Promise<PageFunction>;
  /** Calls back when loaded pages became void because user code changed. */
  onInvalidate?(callback: () => void): void;
  close(): void;
}

/** A page's body: one call is one run. */
export type PageFunction = () => Promise<void>;

/** Makes the loader that a worker was told to use. `start` loads nothing of Vite. */
export async function createLoader(data: LoaderData): Promise<PageLoader> {
  if (data.kind === "built") return (await import("./built-loader.ts")).createBuiltLoader(data.manifest, data.runtime);
  return (await import("./dev-loader.ts")).createDevLoader(data.port, data.entry);
}
