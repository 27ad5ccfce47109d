import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CLOSE_CODES, PROTOCOL_VERSION } from "@rivulet/protocol";
import { createServer } from "@rivulet/server";
import { openBuiltPages } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { ServerOptions } from "../../dist/host/options.js";
import { PageClient } from "../host/page-client.ts";
import { SocketClient } from "../host/socket-client.ts";
import { CLIENT_DIR, startServer } from "../host/test-server.ts";

// One server after another with the same folder; their script workers run no pages.

let stateDir: string;

beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), "rivulet-restored-"));
});
afterEach(() => rmSync(stateDir, { recursive: true }));

const start = (options: Partial<ServerOptions> = {}) => startServer({ stateDir, sessionStore: "disk", workers: 1, ...options });

test("[BM2] what is kept is said, and a session goes on in the next server with its page, query, values and state", async () => {
  let server = await start();
  await using first = await SocketClient.open(server.url, { path: "/about", query: "?a=1" });
  const { token, session } = await first.next("welcome");
  await first.report();
  first.update({ a: { deep: [1, null] } });
  first.update({ b: "ä" });
  await first.next("saved", ({ n }) => n === 2);
  await server.close();
  expect(await first.closed).toBe(CLOSE_CODES.goingAway.code);

  server = await start();
  await using second = await SocketClient.open(server.url, { resume: token, path: "/about", query: "?a=1", repeats: 0 });
  expect(await second.next("welcome")).toMatchObject({ session, resumed: true, replays: false, received: 2 });
  await second.next("tree");
  expect(await second.report()).toMatchObject({
    path: "/about",
    query: "a=1",
    count: 4,
    values: { a: { deep: [1, null] }, b: "ä" },
    moved: "seed",
  });
  second.update({ c: 1 }, 3);
  expect(await second.report()).toMatchObject({ count: 5, values: { a: { deep: [1, null] }, b: "ä", c: 1 } });
  await server.close();
});

test("[BM2] what is repeated after a restart comes one by one, the first with the first run; what is there already is not done again", async () => {
  let server = await start();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  first.update({ a: 1 });
  await first.next("saved");
  await server.close();

  server = await start();
  await using second = await SocketClient.open(server.url, { resume: token, repeats: 3 });
  expect(await second.next("welcome")).toMatchObject({ received: 1 });
  // Until the first of them has come nothing runs.
  second.update({ a: 1 }, 1);
  second.update({ bound: 2 }, 2);
  second.update({ c: 3 }, 3);
  expect(await second.report()).toMatchObject({ values: { a: 1, bound: 2 }, count: 3 });
  expect(await second.report()).toMatchObject({ values: { a: 1, bound: 2, c: 3 }, count: 4 });
  await server.close();
});

test("[BM2] a run that waits is not answered, what ended beside it is: only the former is done again", async () => {
  let server = await start();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  first.update({ do: "wait" });
  await first.started("wait");
  first.update({ a: 1 }, 2, "f");
  const { count } = await first.report();
  await server.close();

  server = await start();
  await using second = await SocketClient.open(server.url, { resume: token, repeats: 2 });
  const welcome = await second.next("welcome");
  expect(welcome.received).toBe(0);
  second.update({ d: "again" }, 1);
  second.update({ a: "not again" }, 2, "f");
  // The run knows of the first only.
  await second.next("ended", ({ taken, but }) => taken === 2 && but === undefined);
  second.update({ b: 1 }, 3);
  expect(await second.report((seen) => "b" in seen.values)).toMatchObject({ values: { d: "again", a: 1, b: 1 }, count: count + 2 });
  // What the host itself has said may have been lost with the connection.
  const applied = second.received.reduce((last, msg) => ("seq" in msg ? msg.seq : last), 0);
  await using third = await SocketClient.open(server.url, { resume: welcome.token, applied });
  expect(await third.next("welcome")).toMatchObject({ replays: true });
  expect(await third.next("ended")).toMatchObject({ taken: 3 });
  await server.close();
});

test("[BM2] a number that was refused before the restart leaves no gap", async () => {
  let server = await start();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  first.update({ a: 1 });
  await first.next("saved");
  await server.close();
  server = await start();
  await using second = await SocketClient.open(server.url, { resume: token });
  await second.report();
  second.update({ b: 1 }, 3);
  expect(await second.report()).toMatchObject({ values: { a: 1, b: 1 } });
  second.update({ c: 1 }, 5);
  expect(await second.next("refused")).toMatchObject({ n: 5 });
  await server.close();
});

test("[WS2] a token works once, in any server; the one before works again only if the next was never received", async () => {
  let server = await start();
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  await first[Symbol.asyncDispose]();
  // The answer to this one is lost: it says nothing more.
  const lost = new WebSocket(`${server.url.replace("http", "ws")}ws`);
  lost.once("open", () =>
    lost.send(JSON.stringify({ type: "hello", protocol: PROTOCOL_VERSION, build: "", path: "/", query: "", facts: {}, resume: token })),
  );
  await new Promise((resolve) => lost.once("message", resolve));
  lost.terminate();
  await server.close();

  server = await start();
  await using second = await SocketClient.open(server.url, { resume: token });
  const { token: next, session } = await second.next("welcome");
  await second.report();
  second.update({ a: 1 });
  await second.next("saved");
  await server.close();

  server = await start();
  await using thief = await SocketClient.open(server.url, { resume: token });
  expect(await thief.closed).toBe(CLOSE_CODES.sessionGone.code);
  await using bySession = await SocketClient.open(server.url, { resume: session });
  expect(await bySession.closed).toBe(CLOSE_CODES.sessionGone.code);
  await using third = await SocketClient.open(server.url, { resume: next });
  expect(await third.next("welcome")).toMatchObject({ session });
  await server.close();
  const files = readdirSync(stateDir, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".mdb"));
  expect(files.length).toBeGreaterThan(0);
  for (const name of files) {
    const content = readFileSync(path.join(stateDir, name), "latin1");
    for (const secret of [token, next]) expect(content.includes(secret), name).toBe(false);
  }
});

test("[WS2] a session that nobody came back to is gone after a restart too", async () => {
  let server = await start();
  await using client = await SocketClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.report();
  await server.close();
  server = await start({ sessionTtl: 0 });
  // What was left in the past is swept at the start.
  await expect
    .poll(async () => {
      await using asking = await SocketClient.open(server.url, { resume: token });
      return await Promise.race([
        asking.closed,
        asking.next("welcome").then(
          () => "resumed",
          () => asking.closed,
        ),
      ]);
    })
    .toBe(CLOSE_CODES.sessionGone.code);
  await server.close();
});

test("[SR2] two browsers with one token get one session between them", async () => {
  let server = await start();
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  await server.close();
  server = await start();
  const clients = await Promise.all([1, 2, 3].map(() => SocketClient.open(server.url, { resume: token })));
  await expect.poll(() => clients.filter(({ socket }) => socket.readyState === socket.OPEN).length).toBe(1);
  await server.close();
});

test("a folder that cannot be used is said so, and nothing is kept in memory instead", async () => {
  await expect(startServer({ sessionStore: "disk" })).rejects.toMatchObject({ code: "RIVULET_STATE_DIR" });
  await expect(start({ stateDir: path.join(import.meta.filename, "below") })).rejects.toMatchObject({
    code: "RIVULET_STATE_DIR",
    message: expect.stringMatching(/ENOTDIR.*sessionStore: "memory"/) as string,
  });
  await using server = await start();
  await expect(start()).rejects.toMatchObject({ code: "RIVULET_STATE_DIR_IN_USE" });
  expect(server.port).toBeGreaterThan(0);
});

test("[BM1] values of a session that is gone are seeds: their widgets take them if they could have produced them", async () => {
  const runtime = import.meta.resolve("@rivulet/server/script");
  const entry = path.join(import.meta.dirname, "fixtures/seeds.ts");
  const { manifest } = await buildPages({ entry, outDir: path.join(stateDir, "out"), runtime, version: "1", place: "here" });
  const pages = openBuiltPages({ manifest, runtime, version: "1" });
  const server = await createServer({ pages, clientDir: CLIENT_DIR, dev: false, port: 0, workers: 1, log: "silent" });
  try {
    await using first = await PageClient.open(server.url);
    await first.shows("level 1, name none, pressed false, changed 0");
    const ids = Object.fromEntries(["Level", "Name", "Press"].map((label) => [label, first.widget(label)]));
    const seeded = async (level: unknown, name: unknown): Promise<PageClient> =>
      PageClient.open(server.url, {
        seeds: [
          [ids.Level as string, level],
          [ids.Name as string, name],
          ["of no widget", 1],
        ],
      });
    await using good = await seeded(7, "Ada");
    await good.shows("level 7, name Ada, pressed false, changed 0");
    await using bad = await seeded(700, { not: "text" });
    await bad.shows("level 1, name none, pressed false, changed 0");
    good.set("Press", true);
    await good.shows("level 7, name Ada, pressed true, changed 0");
  } finally {
    await server.close();
  }
});
