import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createServer, type RivuletServer } from "@rivulet/server";
import { createDevCompiler } from "@rivulet/server/compile";
import { onTestFinished } from "vitest";

const runtime = pathToFileURL(createRequire(import.meta.url).resolve("rivulet")).href;

/** The path of a page of these tests. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`fixtures/${name}`, import.meta.url));
}

/** A server with real workers for one of these tests' pages, until the test is over. */
export async function serve(name: string): Promise<RivuletServer> {
  const clientDir = await mkdtemp(join(tmpdir(), "rivulet-testing-"));
  await writeFile(join(clientDir, "index.html"), "<!doctype html><title>test</title>");
  const pages = await createDevCompiler({ entry: fixture(name), runtime });
  // One worker that stays: under a busy machine a test must not see its session move.
  const server = await createServer({ pages, clientDir, dev: true, port: 0, log: "silent", workers: 1, maxWorkers: 1 });
  onTestFinished(async () => {
    await server.close();
    await rm(clientDir, { recursive: true, force: true });
  });
  return server;
}
