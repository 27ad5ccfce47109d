import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { createServer, type RivuletServer } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { CLIENT_DIR } from "../host/test-server.ts";

/** A real server in this process whose script workers can be killed at any moment, as a crash would end them. */
export class KillServer implements AsyncDisposable {
  readonly #workers = new Map<number, Worker>();
  readonly #server: RivuletServer;
  readonly #folder: string;
  readonly #forget: () => void;

  private constructor(server: RivuletServer, folder: string, workers: Map<number, Worker>, forget: () => void) {
    this.#server = server;
    this.#folder = folder;
    this.#workers = workers;
    this.#forget = forget;
  }

  static async start({ workers: size = 2 } = {}): Promise<KillServer> {
    const workers = new Map<number, Worker>();
    const note = (worker: Worker): void => {
      const { threadId } = worker;
      workers.set(threadId, worker);
      worker.once("exit", () => workers.delete(threadId));
    };
    process.on("worker", note);
    const folder = mkdtempSync(path.join(tmpdir(), "rivulet-kill-"));
    const runtime = import.meta.resolve("@rivulet/server/script");
    const entry = path.join(import.meta.dirname, "fixtures/app.ts");
    const { manifest } = await buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" });
    const pages = openBuiltPages({ manifest, runtime, version: "1" });
    const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: false, port: 0, workers: size, log: "silent" });
    return new KillServer(server, folder, workers, () => process.off("worker", note));
  }

  get url(): string {
    return this.#server.url;
  }

  /** Ends a thread whatever it does; false if it is gone already. */
  kill(thread: number): boolean {
    const worker = this.#workers.get(thread);
    this.#workers.delete(thread);
    void worker?.terminate();
    return worker !== undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#forget();
    await this.#server.close();
    rmSync(this.#folder, { recursive: true });
  }
}
