import { createHost, type RivuletServer } from "./host/host.ts";
import type { ServerOptions } from "./host/options.ts";

/**
 * Starts a server for the pages of a source, and listens. Throws `RivuletError` when it cannot: `RIVULET_PORT_TAKEN`,
 * `RIVULET_BAD_HOST`, `RIVULET_BAD_BASE`, `RIVULET_CLIENT_FILES`.
 */
export function createServer(options: ServerOptions): Promise<RivuletServer> {
  return createHost(options, new URL("./script/worker.js", import.meta.url));
}

export type { Limits, ServerOptions } from "./host/options.ts";
export type { RivuletServer } from "./host/host.ts";
export { preloadSessionStore } from "./host/store/open-session-store.ts";
export type { Isolation, PoolStats } from "./host/worker-pool.ts";
export type { LogLevel } from "./host/log.ts";
export type { PageSource, PageSourceWorker } from "./compile/page-source.ts";
export { ERRORS, RivuletError, type ErrorCode, type ErrorDetails } from "./errors.ts";
