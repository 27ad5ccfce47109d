import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createServer, type RivuletServer, type ServerOptions } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PageClient } from "./page-client.ts";
import { CLIENT_DIR } from "./test-server.ts";

// Real pages in real script workers: what the other tests show with a stand-in holds for the whole.
const runtime = import.meta.resolve("@rivulet/server/script");
let folder: string;
let manifest: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "rivulet-host-"));
  const entry = path.join(import.meta.dirname, "fixtures/app/app.ts");
  ({ manifest } = await buildPages({ entry, outDir: path.join(folder, "out"), runtime, version: "1", place: "here" }));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function start(options: Partial<ServerOptions> = {}): Promise<RivuletServer & AsyncDisposable> {
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const server = await createServer({
    pages,
    clientDir: CLIENT_DIR,
    dev: false,
    port: 0,
    workers: 1,
    grace: 100,
    log: "silent",
    ...options,
  });
  return { ...server, [Symbol.asyncDispose]: () => server.close() };
}

test("[SR6] a value goes in, the page runs, its elements come out", async () => {
  await using server = await start();
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Name", "Ada");
  await client.shows("run 2 for Ada");
});

test("[SEC6] what a page throws is an element, and the session goes on", async () => {
  await using server = await start();
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Do", "throw");
  await client.next("runFinished", (msg) => msg.outcome === "error");
  client.set("Do", "");
  await client.shows("run 3 for ");
});

test("[WS2] a browser that comes back without its page hears how a run has ended meanwhile", async () => {
  await using server = await start();
  await using client = await PageClient.open(server.url);
  await using neighbour = await PageClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.shows("run 1 for ");
  await neighbour.shows("run 1 for ");
  client.set("Do", "late");
  await client.shows("run 2 for ");
  client.socket.terminate();
  // In the same worker, and later.
  neighbour.set("Do", "late");
  await neighbour.next("runFinished", (msg) => msg.outcome === "error");
  await using again = await PageClient.open(server.url, { resume: token });
  expect(await again.next("runFinished")).toMatchObject({ outcome: "error", taken: 1 });
  const types = again.received.map(({ type }) => type);
  expect(types.slice(0, types.indexOf("runFinished"))).not.toContain("ended");
  expect(again.props("exception")).toHaveLength(1);
});

test("[SR8] a browser that has come back for its page is sent it, also when its run is stopped and its worker lost meanwhile", async () => {
  await using server = await start({ maxWorkers: 1 });
  await using client = await PageClient.open(server.url);
  await using neighbour = await PageClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.shows("run 1 for ");
  await neighbour.shows("run 1 for ");
  client.set("Do", "wait");
  await client.shows("run 2 for ");
  neighbour.set("Do", "loop");
  await neighbour.shows("run 2 for ");
  client.socket.terminate();
  await using again = await PageClient.open(server.url, { resume: token });
  await again.next("welcome");
  again.send({ type: "stop" });
  expect(await again.next("ended")).toMatchObject({ outcome: "stopped", taken: 1 });
  await again.shows("run 2 for ");
});

test("[SR8] nor is the page lost with a run that is stopped before its new worker has begun with it", async () => {
  await using server = await start({ maxWorkers: 1, grace: 20_000 });
  await using client = await PageClient.open(server.url);
  await using neighbour = await PageClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.shows("run 1 for ");
  await neighbour.shows("run 1 for ");
  neighbour.set("Do", "kill");
  await neighbour.next("problem", ({ error }) => error !== null);
  client.socket.terminate();
  // Its page has to run in the next worker, which is told to stop in the same breath.
  await using again = new PageClient(server.url);
  await again.hello({ resume: token });
  again.send({ type: "stop" });
  await again.shows("run 2 for ");
});

test.each(["wait", "polite"])("[SR9] stop ends a page that goes on for ever by itself: %s", async (act) => {
  await using server = await start({ grace: 20_000 });
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Do", act);
  await client.shows("run 2 for ");
  client.send({ type: "stop" });
  await client.next("runFinished", (msg) => msg.outcome === "stopped");
  client.set("Do", "");
  await client.shows("run 3 for ");
});

test("[SR9] a page that never calls anything is stopped hard; its neighbour keeps its state", async () => {
  await using server = await start();
  await using client = await PageClient.open(server.url);
  await using neighbour = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Name", "Ada");
  await client.shows("run 2 for Ada");
  neighbour.set("Name", "Bob");
  await neighbour.shows("run 2 for Bob");
  client.set("Do", "loop");
  await client.shows("run 3 for Ada");
  client.send({ type: "stop" });
  expect(await client.next("ended")).toMatchObject({ outcome: "stopped" });
  expect(await client.next("problem")).toMatchObject({ error: { code: "RIVULET_STOPPED_HARD" } });
  neighbour.set("Name", "Bea");
  await neighbour.shows("run 3 for Bea");
  // The lost run left nothing.
  client.set("Name", "Eve");
  await client.shows("run 3 for Eve");
  expect(client.value("Do")).toBe("");
});

test.each([
  ["runs out of memory", "memory"],
  ["ends its thread", "kill"],
])("[SR8] a page that %s loses its worker, not its session", async (_, act) => {
  await using server = await start({ workerMemory: 40 });
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Name", "Ada");
  await client.shows("run 2 for Ada");
  client.set("Do", act);
  expect(await client.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
  client.set("Name", "Eve");
  await client.shows("run 3 for Eve");
});

test("[SR10] a neighbour's page is served while another computes", async () => {
  await using server = await start({ maxElements: 1e9 });
  await using client = await PageClient.open(server.url);
  await using neighbour = await PageClient.open(server.url);
  await neighbour.shows("run 1 for ");
  neighbour.set("Name", "Bob");
  await neighbour.shows("run 2 for Bob");
  client.set("Do", "polite");
  await client.shows("run 2 for ");
  neighbour.send({ type: "rerun", n: 2 });
  await neighbour.shows("run 3 for Bob");
  client.send({ type: "stop" });
  await client.next("runFinished", (msg) => msg.outcome === "stopped");
});

test("[SR13] process.exit and a stray timer leave the worker as it is", async () => {
  await using server = await start();
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Do", "exit");
  await client.next("runFinished", (msg) => msg.outcome === "error");
  client.set("Do", "stray");
  await client.shows("run 3 for ");
  client.set("Do", "");
  await client.shows("run 4 for ");
  expect(client.received.some((msg) => msg.type === "problem")).toBe(false);
});

test("[WS2] a browser that comes back sees the page as it was, without a run", async () => {
  await using server = await start();
  const first = await PageClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.shows("run 1 for ");
  first.set("Name", "Ada");
  await first.shows("run 2 for Ada");
  await first[Symbol.asyncDispose]();
  await using second = await PageClient.open(server.url, { resume: token });
  await second.shows("run 2 for Ada");
  expect(second.received.some((msg) => msg.type === "runStarted")).toBe(false);
});

test("close ends a page that never ends", async () => {
  const server = await start();
  await using client = await PageClient.open(server.url);
  await client.shows("run 1 for ");
  client.set("Do", "loop");
  await client.shows("run 2 for ");
  await server.close();
  expect(await client.closed).toBe(1001);
});
