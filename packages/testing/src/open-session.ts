import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createLoader, RivuletError, uncompiledThreads, type PageLoader } from "@rivulet/server/testing";
import type { PageSource } from "@rivulet/server";
import { queryOf } from "./query-of.ts";
import type { AppSession } from "./app-session.ts";
import type { AppTestOptions } from "./app-test.ts";
import { InlineSession, type InlineSessionOptions } from "./inline-session.ts";
import type { PageView } from "./page-view.ts";
import { ServerSession } from "./server-session.ts";
import { factsOf, headersOf, storedOf } from "./test-browser.ts";
import { WireClient } from "./wire-client.ts";

/** The module that pages import as "rivulet": the copy that tests import too. */
const runtime = import.meta.resolve("rivulet");

/** A session of a page file, in this thread. */
export async function openFile(path: string | URL, options: AppTestOptions): Promise<AppSession> {
  const { loader, page, onClose } = await load(path);
  return new InlineSession({ loader, page, options, onClose });
}

/** A session of a function, in this thread. */
export async function openFunction(page: () => void | Promise<void>, options: AppTestOptions): Promise<AppSession> {
  // Threads load their modules themselves, compiled; for the test runner they are modules like any other.
  const [module] = uncompiledThreads();
  const threads = module === undefined ? undefined : await load(module);
  const loader: PageLoader = {
    load: () => Promise.resolve(async () => page()),
    close: () => threads?.loader.close(),
    ...(threads?.loader.forThread && { forThread: () => (threads.loader as Required<PageLoader>).forThread() }),
  };
  return new InlineSession({
    loader,
    page: "",
    options,
    onClose: async () => threads?.onClose(),
  });
}

/** A session of a page file on a server of its own. */
export async function openOnServer(path: string | URL, options: AppTestOptions): Promise<AppSession> {
  if (options.sessionState !== undefined) {
    throw new RivuletError("RIVULET_TEST_USE", {
      call: "AppTest.fromFile",
      problem: "cannot set sessionState with { real: true }: it lives in the server's worker.",
    });
  }
  const { createServer } = await import("@rivulet/server");
  const pages = await compile(path);
  // No browser comes: the server is content with an empty page.
  const clientDir = await mkdtemp(join(tmpdir(), "rivulet-test-"));
  await writeFile(join(clientDir, "index.html"), "<!doctype html><title>rivulet</title>");
  // One worker that stays: under a busy machine a test must not see its session move.
  const server = await createServer({ pages, clientDir, dev: true, port: 0, log: "silent", workers: 1, maxWorkers: 1 });
  const open = async (view: PageView) => {
    const { browser, storage } = options;
    const from = { facts: factsOf(browser), headers: headersOf(browser, storage), stored: storedOf(storage) };
    for (const [name, text] of from.stored) view.stored.set(name, text);
    const client = new WireClient(`${server.url}?${queryOf(options)}`, from, view);
    await client.open();
    return client;
  };
  const close = async () => {
    await server.close();
    await rm(clientDir, { recursive: true, force: true });
  };
  return new ServerSession({ url: server.url, open, close, page: pages.pages()[0] ?? "" });
}

/** The pages of a file for this thread. */
async function load(path: string | URL): Promise<Pick<InlineSessionOptions, "loader" | "page" | "onClose">> {
  const pages = await compile(path);
  const worker = pages.worker();
  const loader = await createLoader(worker.loader);
  const onClose = async () => {
    worker.dispose();
    await pages.close();
  };
  return { loader, page: pages.pages()[0] ?? "", onClose };
}

/** The compiler of `rivulet dev`, loaded when a test needs it: tests of functions do not. */
async function compile(path: string | URL): Promise<PageSource> {
  const entry = path instanceof URL || path.startsWith("file:") ? fileURLToPath(path) : resolve(path);
  if (!existsSync(entry)) throw new RivuletError("RIVULET_FILE_MISSING", { file: entry, problem: "there is no such file" });
  const { createDevCompiler } = await import("@rivulet/server/compile");
  return createDevCompiler({ entry, runtime });
}
