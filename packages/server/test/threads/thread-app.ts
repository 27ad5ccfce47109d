import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages } from "@rivulet/server/compile";
import type { ThreadFunction } from "@rivulet/server/script";
import { createLoader, type PageLoader } from "@rivulet/server/testing";
import type * as cached from "./fixtures/app/cached.ts";
import { Script } from "../script/page-session.ts";

const runtime = import.meta.resolve("@rivulet/server/script");

/** The threads of `fixtures/app`. */
export interface ThreadsUnderTest {
  readonly act: ThreadFunction<unknown[], unknown>;
  readonly mixed: ThreadFunction<[number, number], number>;
  readonly cached: typeof cached;
}

type Page = (threads: ThreadsUnderTest) => unknown;

/** A built app whose threads are real; its script runs in this thread, so that pages are functions of tests. */
export class ThreadApp implements AsyncDisposable {
  readonly script: Script;
  /** The page that the next run runs. */
  page: Page;
  readonly #folder: string;
  readonly #loader: PageLoader;

  private constructor(folder: string, loader: PageLoader, page: Page, options: { production?: boolean; maxElements?: number }) {
    this.#folder = folder;
    this.#loader = loader;
    this.page = page;
    const imported = loader.load("page.ts").then(async (run) => {
      await run();
      return (globalThis as unknown as { threadsUnderTest: ThreadsUnderTest }).threadsUnderTest;
    });
    const pages: PageLoader = {
      load: async () => {
        const threads = await imported;
        return async () => void (await this.page(threads));
      },
      forThread: () => loader.forThread!(),
      close: () => {},
    };
    this.script = new Script(pages, options);
  }

  static async open(page: Page = () => {}, options: { production?: boolean; maxElements?: number } = {}): Promise<ThreadApp> {
    const folder = mkdtempSync(join(tmpdir(), "rivulet-threads-"));
    const entry = join(import.meta.dirname, "fixtures/app/page.ts");
    const { manifest } = await buildPages({ entry, outDir: folder, runtime, version: "1", place: "here" });
    return new ThreadApp(folder, await createLoader({ kind: "built", manifest, runtime }), page, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.script.closeAll();
    this.#loader.close();
    rmSync(this.#folder, { recursive: true });
    await Promise.resolve();
  }
}

/** Two numbers in memory that a thread shares with the test. */
export function gate(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(8));
}

export function open(opened: Int32Array): void {
  Atomics.store(opened, 0, 1);
  Atomics.notify(opened, 0);
}
