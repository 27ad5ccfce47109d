import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import inspector from "node:inspector";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ErrorInfo } from "@rivulet/protocol";
import { createServer, type RivuletServer, type ServerOptions } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PageClient } from "./page-client.ts";
import { CLIENT_DIR } from "./test-server.ts";

const runtime = import.meta.resolve("@rivulet/server/script");
const entry = path.join(import.meta.dirname, "fixtures/runaway/app.ts");
const lines = readFileSync(entry, "utf8").split("\n");
let folder: string;
let manifest: string;
let opened = 0;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "rivulet-runaway-"));
  ({ manifest } = await buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<ServerOptions> = {}): Promise<RivuletServer & AsyncDisposable> {
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const common = { pages, clientDir: CLIENT_DIR, dev: true, port: 0, workers: 1, maxWorkers: 1, grace: 600, log: "silent" } as const;
  const server = await createServer({ ...common, ...options });
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}

/** The number of the line in the fixture that ends with a comment. */
function lineOf(comment: string): number {
  return lines.findIndex((line) => line.endsWith(`// ${comment}`)) + 1;
}

async function openPage(server: RivuletServer): Promise<PageClient> {
  const client = await PageClient.open(server.url);
  await client.shows("below ");
  return client;
}

/** A page that has kept a value in the last of its widgets, and runs away. `began` is a file that is there since then. */
async function openRunaway(server: RivuletServer, act: string, began = path.join(folder, `began-${++opened}`)): Promise<PageClient> {
  const client = await openPage(server);
  client.set("Below", "kept");
  await client.shows("below kept");
  client.set("File", began);
  await client.ran();
  client.set("Do", act);
  await client.ran();
  client.set("Go", true);
  await client.shows(`going ${act}, clean`);
  await expect.poll(() => existsSync(began)).toBe(true);
  return client;
}

/** A neighbour in the same worker that has something to lose. */
async function openNeighbour(server: RivuletServer): Promise<PageClient> {
  const client = await openPage(server);
  for (const count of [1, 2]) {
    client.set("Count", true);
    await client.shows(`count ${count}`);
  }
  client.set("Below", "mine");
  await client.shows("below mine");
  return client;
}

/** Presses once more: nothing was lost, and nobody was blamed. */
async function losesNothing(client: PageClient): Promise<void> {
  client.set("Count", true);
  await client.shows("count 3");
  await client.shows("below mine");
  expect(client.received.filter((msg) => msg.type === "problem")).toEqual([]);
}

/** The table of SR7: what a run leaves that was stopped. */
async function worksOn(client: PageClient, mark: "clean" | "dirty"): Promise<void> {
  // Elements that the run had not come to are still there.
  expect(client.texts()).toContain("below kept");
  client.set("Count", true);
  await client.shows("count 1");
  // The press on "Go" counts no more.
  await client.shows(`resting, ${mark}`);
  await client.shows("below kept");
}

const RUNAWAYS = ["loop", "microtasks", "regexp", "write", "write and await"];

test.each(RUNAWAYS)("[SR9] Stop ends a run that answers nobody, and says where it was: %s", async (act) => {
  await using server = await start();
  await using neighbour = await openNeighbour(server);
  await using client = await openRunaway(server, act);
  client.send({ type: "stop" });
  expect(await client.next("ended")).toMatchObject({ outcome: "stopped" });
  const { error } = await client.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_STOPPED_HARD", frame: { file: expect.stringMatching(/runaway\/app\.ts$/) } });
  expectPlace(act, error?.frame);
  await worksOn(client, "clean");
  await losesNothing(neighbour);
});

test.each(RUNAWAYS)("[SR9] runTimeout ends a run that answers nobody, and says where it was: %s", async (act) => {
  await using server = await start({ runTimeout: 1000 });
  await using neighbour = await openNeighbour(server);
  await using client = await openRunaway(server, act);
  expect(await client.next("ended")).toMatchObject({ outcome: "timeout" });
  const { error } = await client.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_RUN_TIMEOUT" });
  expectPlace(act, error?.frame);
  await worksOn(client, "clean");
  await losesNothing(neighbour);
});

test.each(["stopped", "timeout"] as const)("[SR9] a run that waits for ever ends by itself: %s", async (outcome) => {
  await using server = await start({ ...(outcome === "timeout" && { runTimeout: 1000 }), grace: 20_000 });
  await using neighbour = await openNeighbour(server);
  await using client = await openRunaway(server, "await");
  if (outcome === "stopped") client.send({ type: "stop" });
  await client.next("runFinished", (msg) => msg.outcome === outcome);
  await worksOn(client, "dirty");
  await losesNothing(neighbour);
  expect(client.received.filter((msg) => msg.type === "problem")).toEqual([]);
});

test.each(["stopped", "timeout"] as const)("[SR9] a native call is left alone, and its session goes on elsewhere: %s", async (outcome) => {
  await using server = await start(outcome === "timeout" ? { runTimeout: 1000 } : {});
  await using neighbour = await openNeighbour(server);
  const file = path.join(folder, `child-${outcome}`);
  await using client = await openRunaway(server, "child", file);
  const child = Number(readFileSync(file, "utf8"));
  try {
    if (outcome === "stopped") client.send({ type: "stop" });
    expect(await client.next("ended")).toMatchObject({ outcome });
    expectAfter((await client.next("problem")).error);
    await worksOn(client, "clean");
    await losesNothing(neighbour);
    // Nobody has waited for it.
    expect(() => process.kill(child, 0)).not.toThrow();
  } finally {
    process.kill(child, "SIGKILL");
  }
});

test.each(["stopped", "timeout"] as const)("[SR9] a native computation is left alone too: %s", async (outcome) => {
  await using server = await start(outcome === "timeout" ? { runTimeout: 1000 } : {});
  await using client = await openRunaway(server, "hash");
  if (outcome === "stopped") client.send({ type: "stop" });
  expect(await client.next("ended")).toMatchObject({ outcome });
  expectAfter((await client.next("problem")).error);
  await worksOn(client, "clean");
});

test("[SR9] to blame is who computes, not who was asked to stop", async () => {
  await using server = await start();
  await using waiting = await openRunaway(server, "await");
  await using computing = await openRunaway(server, "loop");
  waiting.send({ type: "stop" });
  const { error } = await computing.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_WORKER_BUSY", frame: { line: lineOf("stuck: loop") } });
  expect(await waiting.next("ended")).toMatchObject({ outcome: "stopped" });
  // Neither is repeated: the one was asked to stop, the other would run away again.
  await worksOn(computing, "clean");
  await worksOn(waiting, "clean");
  expect(waiting.received.filter((msg) => msg.type === "problem")).toEqual([]);
});

test("[SR9] to blame is who sits in a native call, not who was asked to stop", async () => {
  await using server = await start();
  await using waiting = await openRunaway(server, "await");
  await using computing = await openRunaway(server, "hash");
  waiting.send({ type: "stop" });
  const { error } = await computing.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_WORKER_BUSY" });
  expectAfter(error);
  await worksOn(waiting, "clean");
  expect(waiting.received.filter((msg) => msg.type === "problem")).toEqual([]);
});

test("[SR9] a server that somebody debugs is not asked; what is known is the last call", async () => {
  await using server = await start();
  await using client = await openRunaway(server, "loop");
  inspector.open(0, "127.0.0.1");
  try {
    client.send({ type: "stop" });
    expectAfter((await client.next("problem")).error);
  } finally {
    inspector.close();
  }
});

test("[SEC6] in production the place stays on the server", async () => {
  await using server = await start({ dev: false });
  await using client = await openRunaway(server, "loop");
  client.send({ type: "stop" });
  const { error } = await client.next("problem");
  expect(Object.keys(error ?? {})).toEqual(["name", "message", "code"]);
  expect(error?.message).not.toContain("app.ts");
});

test("[SR8] a page that runs out of memory loses its request, and nobody else loses anything", async () => {
  await using server = await start({ workerMemory: 48 });
  await using neighbour = await openNeighbour(server);
  const began = path.join(folder, "memory");
  await using poison = await openRunaway(server, "memory", began);
  // Its request was posted last, and is in flight.
  await using waiting = await openRunaway(server, "await");
  writeFileSync(`${began}.go`, "");
  const { error } = await poison.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_WORKER_CRASHED", message: expect.stringMatching(/out of memory.*raise `workerMemory`/) });
  await worksOn(poison, "clean");
  await losesNothing(neighbour);
  await waiting.next("tree");
  await waiting.shows("going await, clean");
  waiting.send({ type: "stop" });
  await waiting.next("runFinished", (msg) => msg.outcome === "stopped");
  expect(waiting.received.filter((msg) => msg.type === "problem")).toEqual([]);
});

test("[SR13] process.exit in a callback is an error of its page", async () => {
  await using server = await start();
  await using neighbour = await openNeighbour(server);
  await using client = await openPage(server);
  client.set("Exit", true);
  await client.next("runFinished", (msg) => msg.outcome === "error");
  const codes = client.props("exception").map(({ error }) => (error as ErrorInfo).code);
  expect(codes).toEqual(["RIVULET_PAGE_EXIT"]);
  await losesNothing(neighbour);
  client.set("Below", "still here");
  await client.shows("below still here");
});

test("[SR9] two workers may be stuck at the same time", async () => {
  await using server = await start({ workers: 2, maxWorkers: 2 });
  await using first = await openRunaway(server, "loop");
  await using second = await openRunaway(server, "regexp");
  first.send({ type: "stop" });
  second.send({ type: "stop" });
  expect((await first.next("problem")).error).toMatchObject({ frame: { line: lineOf("stuck: loop") } });
  expect((await second.next("problem")).error).toMatchObject({ frame: { line: lineOf("stuck: regexp") } });
});

/** The line that runs away: in loops over several lines, one of these. */
function expectPlace(act: string, frame: { readonly line: number; readonly excerpt?: unknown } | undefined): void {
  const line = lineOf(`stuck: ${act}`);
  const [above, below] = act.startsWith("write") ? [2, 3] : [0, 0];
  expect(frame?.line).toBeGreaterThanOrEqual(line - above);
  expect(frame?.line).toBeLessThanOrEqual(line + below);
  expect(frame?.excerpt).toContainEqual({ line, text: lines[line - 1] });
}

/** A thread in a native call tells nothing: what is known is the last call with a call site. */
function expectAfter(error: { readonly message: string; readonly frame?: unknown } | null): void {
  const line = lineOf("last call");
  expect(error?.frame).toMatchObject({ line });
  expect(error?.message).toContain(`it was after the call in test/host/fixtures/runaway/app.ts:${line}.`);
}
