import path from "node:path";
import type { PageSource } from "../../dist/index.js";
import { createHost, type RivuletServer } from "../../dist/host/host.js";
import type { ServerOptions } from "../../dist/host/options.js";

export interface TestServer extends RivuletServer, AsyncDisposable {
  /** As if the user had saved a page. */
  change(): void;
  /** From now on new workers are told this, which the stand-in worker reads. */
  manifest: string;
  /** Workers that were asked for, and those that have ended. */
  readonly workers: { started: number; ended: number };
  readonly sourceClosed: boolean;
}

export const CLIENT_DIR = path.join(import.meta.dirname, "fixtures/client");
const ENTRY = new URL("./script-worker.mjs", import.meta.url);

/** A real server on a free port, with real worker threads that run no pages. */
export async function startServer(options: Partial<ServerOptions> & { readonly manifest?: string } = {}): Promise<TestServer> {
  const listeners = new Set<() => void>();
  const workers = { started: 0, ended: 0 };
  let sourceClosed = false;
  let manifest = options.manifest ?? "";
  const pages: PageSource = {
    kind: "built",
    root: import.meta.dirname,
    pages: () => ["app.ts", "pages/about.ts"],
    worker: () => {
      workers.started++;
      return { loader: { kind: "built", manifest, runtime: "" }, transfer: [], dispose: () => void workers.ended++ };
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      sourceClosed = true;
    },
  };
  // Who says how many workers there are relies on which sessions share one: on a busy machine a pool that may grow takes some away.
  const fixed = options.workers === undefined ? {} : { maxWorkers: options.workers };
  const server = await createHost(
    { pages, clientDir: CLIENT_DIR, dev: false, port: 0, workers: 2, log: "silent", ...fixed, ...options },
    ENTRY,
  );
  return {
    ...server,
    workers,
    change: () => {
      for (const listener of listeners) listener();
    },
    get manifest() {
      return manifest;
    },
    set manifest(value) {
      manifest = value;
    },
    get sourceClosed() {
      return sourceClosed;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
