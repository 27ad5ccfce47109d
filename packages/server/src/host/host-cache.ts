import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { CacheHub } from "../thread/cache/cache-hub.ts";
import type { CacheFailure, CacheLineData } from "../thread/cache/cache-messages.ts";
import { serveCache } from "../thread/cache/serve-cache.ts";
import type { SavedValues } from "../thread/cache/saved-values.ts";
import { MemoryCacheStore } from "../thread/cache/memory-cache-store.ts";
import { DiskCache } from "./disk-cache/disk-cache.ts";
import type { Logger } from "./log.ts";
import type { ServerOptions } from "./options.ts";

/** One worker's line to the cache. */
export interface WorkerCache {
  /** For its `workerData`; the port goes into the `transferList`. */
  readonly data: CacheLineData;
  /** To be called when the worker is gone, or is given up. */
  dispose(): void;
}

/** Milliseconds that workers have to close their live objects when the server closes. */
const RELEASE_WAIT = 1000;
/** Milliseconds that values have to reach the disk when the server closes. */
const WRITE_WAIT = 2000;

/** The server's cache: the values that all workers share, and the lines to them. */
export class HostCache {
  readonly #store: MemoryCacheStore;
  readonly #hub: CacheHub;
  readonly #disk: DiskCache | undefined;

  constructor({ cacheBytes, cacheDiskBytes, stateDir }: Pick<ServerOptions, "cacheBytes" | "cacheDiskBytes" | "stateDir">, log: Logger) {
    this.#store = new MemoryCacheStore({ maxBytes: cacheBytes });
    const warn = (text: string): void => log.warn(text);
    this.#disk = stateDir === undefined ? undefined : new DiskCache({ folder: join(stateDir, "cache"), maxBytes: cacheDiskBytes, warn });
    const refreshFailed = (call: string, failure: CacheFailure): void =>
      warn(`${call} could not be made anew, its old value stays: ${failure.lost ? "the process that ran it ended" : textOf(failure)}`);
    this.#hub = new CacheHub(this.#store, { saved: this.#disk ?? nowhere(warn), refreshFailed });
  }

  worker(): WorkerCache {
    const { port1: mine, port2: port } = new MessageChannel();
    return { data: { port, uses: this.#store.uses }, dispose: serveCache(this.#hub, mine) };
  }

  endSession(session: string): void {
    this.#hub.endSession(session);
  }

  /** Has live objects closed while the workers still are, and values written. */
  async close(): Promise<void> {
    await this.#hub.close(RELEASE_WAIT);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([this.#disk?.settled(), new Promise((resolve) => (timer = setTimeout(resolve, WRITE_WAIT)))]);
    clearTimeout(timer);
  }
}

/** Stands where there is no folder: says so when the first value should have been kept. */
function nowhere(warn: (text: string) => void): SavedValues {
  let told = false;
  return {
    read: () => Promise.resolve(undefined),
    write: () => {
      if (!told) warn('Values of st.cacheData with persist: "disk" are kept in memory only: the server has no stateDir.');
      told = true;
    },
    clear: () => Promise.resolve(),
  };
}

function textOf({ name, message, stack }: Extract<CacheFailure, { lost: false }>): string {
  return stack ?? `${name}: ${message}`;
}
