import { MessageChannel } from "node:worker_threads";
import { CacheHub } from "../thread/cache/cache-hub.ts";
import type { CacheQuestion } from "../thread/cache/cache-messages.ts";
import { MemoryCacheStore } from "../thread/cache/memory-cache-store.ts";
import type { WorkerData } from "../thread/worker-data.ts";

/** One worker's line to the cache. */
export interface WorkerCache {
  /** For its `workerData`; the port goes into the `transferList`. */
  readonly data: NonNullable<WorkerData["cache"]>;
  /** To be called when the worker is gone, or is given up. */
  dispose(): void;
}

/** Milliseconds that workers have to close their live objects when the server closes. */
const RELEASE_WAIT = 1000;

/** The server's cache: the values that all workers share, and the lines to them. */
export class HostCache {
  readonly #store: MemoryCacheStore;
  readonly #hub: CacheHub;

  constructor(maxBytes: number | undefined) {
    this.#store = new MemoryCacheStore({ maxBytes });
    this.#hub = new CacheHub(this.#store);
  }

  worker(): WorkerCache {
    const { port1: mine, port2: port } = new MessageChannel();
    const link = this.#hub.connect((answer) => mine.postMessage(answer));
    mine.on("message", (question: CacheQuestion) => link.ask(question));
    mine.unref();
    return {
      data: { port, uses: this.#store.uses },
      dispose: () => {
        link.close();
        mine.close();
      },
    };
  }

  endSession(session: string): void {
    this.#hub.endSession(session);
  }

  /** Has live objects closed while the workers still are. */
  close(): Promise<void> {
    return this.#hub.close(RELEASE_WAIT);
  }
}
