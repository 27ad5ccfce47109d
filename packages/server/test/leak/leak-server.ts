import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildPages } from "@rivulet/server/compile";
import { CLIENT_DIR } from "../host/test-server.ts";

/** Bugs that the suite must find: `RIVULET_PLANT=<name>` plants one in any run of it. */
export const PLANTS = ["host-keeps-sessions", "worker-keeps-trees", "cache-keeps-sessions", "host-keeps-timers"] as const;
export type Plant = (typeof PLANTS)[number];

export interface LeakReport {
  /** Over all script workers: sessions that ran and that are over, and timers of pages that have not come back. */
  readonly counts: { readonly opened: number; readonly closed: number; readonly timers: number };
  /** Bytes held after a full collection: by the host, then by each script worker. */
  readonly held: readonly number[];
  readonly rss: number;
  /** Open resources by kind, of the host and each script worker. */
  readonly resources: readonly Readonly<Record<string, number>>[];
}

const WORKERS = 2;
/** Compiled code would be most of what grows: without compilers but the first, what is left is what sessions leave. */
const FLAGS = ["--conditions=@rivulet/modules", "--expose-gc", "--no-opt", "--no-maglev", "--no-sparkplug"];

/** A real server in a process of its own that says how much memory it holds. */
export class LeakServer implements AsyncDisposable {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(plant: Plant | undefined): Promise<LeakServer> {
    const folder = mkdtempSync(path.join(tmpdir(), "rivulet-leak-"));
    const runtime = import.meta.resolve("@rivulet/server/script");
    const entry = path.join(import.meta.dirname, "fixtures/app.ts");
    const { manifest } = await buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" });
    const told = JSON.stringify({ manifest, runtime, clientDir: CLIENT_DIR, workers: WORKERS });
    const child = fork(new URL("./server.mjs", import.meta.url), [told], {
      execArgv: FLAGS,
      env: { ...process.env, RIVULET_PLANT: plant ?? "" },
    });
    const { url } = await answer<{ url: string }>(child);
    return new LeakServer(url, child, folder);
  }

  /** What there is, without a collection: `held` is empty. */
  look(): Promise<LeakReport> {
    return this.#ask("look");
  }

  measure(): Promise<LeakReport> {
    return this.#ask("measure");
  }

  #ask(type: string): Promise<LeakReport> {
    const told = answer<LeakReport>(this.#child);
    this.#child.send({ type });
    return told;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const gone = once(this.#child, "exit");
    if (this.#child.exitCode === null) {
      this.#child.send({ type: "close" });
      await gone;
    }
    rmSync(this.#folder, { recursive: true });
  }
}

/** The next message of the server; rejects if its process ends instead. */
function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`the server's process ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message as T);
    });
  });
}
