import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Worker } from "node:worker_threads";
import type { ErrorInfo } from "@rivulet/protocol";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages, createDevCompiler } from "@rivulet/server/compile";
import type { PageSource } from "@rivulet/server";

export const runtime = new URL("./runtime.mjs", import.meta.url).href;

/** What one run of a page left. */
export interface Ran {
  readonly said: readonly unknown[];
  readonly error: ErrorInfo | undefined;
  /** How often loaded pages became void so far. */
  readonly voided: number;
}

/** A script thread with nothing in it but a loader. */
export class PageWorker {
  readonly #thread: Worker;
  readonly #dispose: () => void;
  readonly #waiting = new Map<number, (ran: Ran) => void>();
  #no = 0;

  constructor(pages: PageSource) {
    const { loader, transfer, dispose } = pages.worker();
    this.#dispose = dispose;
    this.#thread = new Worker(new URL("./worker.mjs", import.meta.url), { workerData: loader, transferList: [...transfer] });
    this.#thread.on("message", (ran: Ran & { readonly no: number }) => this.#waiting.get(ran.no)?.(ran));
  }

  run(page = "app.ts", production = false): Promise<Ran> {
    const no = this.#no++;
    this.#thread.postMessage({ no, page, production });
    return new Promise((resolve) => this.#waiting.set(no, resolve));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#thread.terminate();
    this.#dispose();
  }
}

/** Files of an app in a folder of its own, outside any project. */
export class PageApp {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-loader-")));
  readonly #open: PageSource[] = [];

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.save(name, text);
  }

  get entry(): string {
    return join(this.folder, "app.ts");
  }

  save(name: string, text: string): void {
    const file = join(this.folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  async dev(): Promise<PageSource> {
    return this.#keep(await createDevCompiler({ entry: this.entry, runtime }));
  }

  async built(place: "here" | "anywhere" = "anywhere"): Promise<PageSource> {
    const { manifest } = await buildPages({ entry: this.entry, outDir: join(this.folder, "out"), runtime, version: "1", place });
    return this.#keep(openBuiltPages({ manifest, runtime, version: "1" }));
  }

  #keep(pages: PageSource): PageSource {
    this.#open.push(pages);
    return pages;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const pages of this.#open) await pages.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Resolves when the compiler has taken note of a change. */
export function nextChange(pages: PageSource): Promise<void> {
  return new Promise((resolve) => {
    const stop = pages.onChange?.(() => {
      stop?.();
      resolve();
    });
  });
}
