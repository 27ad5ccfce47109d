import { Worker, type MessagePort } from "node:worker_threads";
import { cacheLine } from "../cache/cache.ts";
import type { ThreadLoader } from "../loader/page-loader.ts";
import type { ThreadCall, ThreadData } from "./call-messages.ts";

/** A thread that runs custom threads' calls, one after the other. */
export class ThreadWorker {
  readonly #worker: Worker;
  readonly #idle: (worker: ThreadWorker) => void;
  #died: ((reason: string) => void) | undefined;
  #gone = false;

  /** `idle` is called when it can take another call. */
  constructor({ data, transfer }: ThreadLoader, idle: (worker: ThreadWorker) => void) {
    this.#idle = idle;
    const cache = cacheLine();
    this.#worker = new Worker(new URL("./inside/thread-worker.js", import.meta.url), {
      name: "rivulet thread",
      workerData: { loader: data, cache } satisfies ThreadData,
      transferList: [...transfer, cache.port],
    });
    let reason: string | undefined;
    this.#worker.on("error", (error: Error & { code?: string }) => {
      reason = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out of memory" : `${error.name}: ${error.message}`;
    });
    this.#worker.on("exit", (code) => {
      this.#gone = true;
      this.#died?.(reason ?? `exit code ${code}`);
    });
    this.#worker.unref();
  }

  get gone(): boolean {
    return this.#gone;
  }

  /** Runs the call that waits in `port`. `died` hears of an end of the thread before the call's. */
  run(port: MessagePort, died: (reason: string) => void): void {
    this.#died = died;
    this.#worker.ref();
    this.#worker.postMessage({ port } satisfies ThreadCall, [port]);
  }

  /** The call is over. Only a thread with nothing left running takes another one (TH7). */
  release(clean: boolean): void {
    this.#died = undefined;
    this.#worker.unref();
    if (clean && !this.#gone) this.#idle(this);
    else this.terminate();
  }

  terminate(): void {
    this.#gone = true;
    void this.#worker.terminate();
  }
}
