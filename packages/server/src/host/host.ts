import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { RivuletError } from "../errors.ts";
import { createApp } from "./app.ts";
import { HostCache } from "./host-cache.ts";
import { readClientFiles } from "./client-files.ts";
import { createLog } from "./log.ts";
import { HostMedia } from "./media/host-media.ts";
import { MemoryMediaStore } from "./media/memory-media-store.ts";
import { poolOptions, type ServerOptions, sessionOptions } from "./options.ts";
import { SessionManager } from "./session-manager.ts";
import { openSessionStore } from "./store/open-session-store.ts";
import { type PoolStats, WorkerPool } from "./worker-pool.ts";

/** A server that listens. */
export interface RivuletServer {
  /** Where the entry page is. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** What the script workers are doing, for whoever watches the server. */
  stats(): PoolStats;
  /**
   * Takes no more sessions and is not ready any more; waits for the runs under way (`shutdownTimeout`); keeps all sessions, says goodbye
   * to browsers, stops listening, ends the workers whatever they do, and closes the page source.
   */
  close(): Promise<void>;
}

const DEFAULT_PORT = 8484;

/** As `createServer`, with the module that script workers run. */
export async function createHost(options: ServerOptions, workerEntry: URL): Promise<RivuletServer> {
  const { pages, host = "127.0.0.1", dev } = options;
  const base = normalizeBase(options.base ?? "/");
  const client = readClientFiles(options.clientDir);
  const log = createLog(options.log ?? "info", dev);
  const session = sessionOptions(options);
  const { mediaBytes, sessionMediaBytes } = session.limits;
  const media = new HostMedia({ store: new MemoryMediaStore({ maxBytes: mediaBytes }), sessionBytes: sessionMediaBytes, log });
  const sessions = new SessionManager(session, log, media);
  const [entry = ""] = pages.pages();
  const cache = new HostCache(options, log);
  // First, since their code loads beside this thread's own work. They run none of the user's before the server listens.
  const pool = new WorkerPool({
    cache,
    entry: workerEntry,
    pages,
    log,
    ...poolOptions(options),
    memory: options.workerMemory,
    data: { production: !dev, maxElements: options.maxElements, media: media.options },
    onDeath: (residents, death) => sessions.onDeath(residents, death),
    onRecovery: () => sessions.recover(),
  });
  let app: FastifyInstance | undefined;
  try {
    app = await createApp({
      base,
      locale: options.locale ?? "",
      client,
      log,
      sessions,
      media,
      options: session,
      host,
      allowedHosts: options.allowedHosts ?? [],
      trustedProxies: options.trustedProxies ?? [],
      pages: () => ({ ids: pages.pages(), navigates: pages.navigates?.() ?? false }),
      state: () => (sessions.draining ? "stopping" : pool.ready ? "ready" : "starting"),
    });
    await listen(app, host, options.port ?? DEFAULT_PORT);
    pool.warm(entry);
    // While the workers load the page: the store's native code takes its time to load too.
    const store = await openSessionStore(options, entry);
    sessions.use(pool, store, (ended) => {
      cache.endSession(ended);
      media.endSession(ended);
    });
  } catch (error) {
    await Promise.all([app?.close(), pool.close()]);
    throw error;
  }
  const unsubscribe = pages.onChange?.(() => {
    pool.retry();
    sessions.pagesChanged();
  });
  const { port } = app.server.address() as AddressInfo;
  let closing: Promise<void> | undefined;
  const close = async () => {
    unsubscribe?.();
    await sessions.drain(options.shutdownTimeout ?? 0);
    await sessions.close();
    await Promise.all([app.close(), pool.close()]);
    await pages.close();
  };
  return { host, port, url: `http://${urlHost(host)}:${port}${base}/`, stats: () => pool.stats, close: () => (closing ??= close()) };
}

async function listen(app: FastifyInstance, host: string, port: number): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (reason === "EADDRINUSE") throw new RivuletError("RIVULET_PORT_TAKEN", { host, port }, { cause: error });
    throw new RivuletError("RIVULET_BAD_HOST", { host: `${host}:${port}`, reason }, { cause: error });
  }
}

function normalizeBase(base: string): string {
  const trimmed = base.replace(/\/+$/, "");
  if (trimmed !== "" && !/^(\/(?!\.+(\/|$))[\w.~-]+)+$/.test(trimmed))
    throw new RivuletError("RIVULET_BAD_BASE", { base: JSON.stringify(base) });
  return trimmed;
}

/** Addresses that mean "every one of this machine" cannot be opened in a browser. */
function urlHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
