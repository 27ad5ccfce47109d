import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

test('[SR3] isolation "session" gives each session a worker of its own, which ends with it', async () => {
  await using server = await startServer({ isolation: "session", sessionTtl: 10 });
  const clients = await Promise.all(Array.from({ length: 3 }, () => SocketClient.open(server.url)));
  const threads = await Promise.all(clients.map(async (client) => (await client.report()).thread));
  expect(new Set(threads).size).toBe(3);
  // One is kept ready.
  expect(server.stats()).toEqual({ workers: 4, moves: 0 });
  await clients[0]?.[Symbol.asyncDispose]();
  await expect.poll(() => server.workers).toEqual({ started: 4, ended: 1 });
  expect(server.stats().workers).toBe(3);
  for (const client of clients.slice(1)) {
    client.update({ a: 1 });
    expect(threads).toContain((await client.report()).thread);
    await client[Symbol.asyncDispose]();
  }
  await expect.poll(() => server.workers.ended).toBe(3);
});

test('[SR3] a crash under isolation "session" is one session\'s alone', async () => {
  await using server = await startServer({ isolation: "session" });
  await using culprit = await SocketClient.open(server.url);
  await using other = await SocketClient.open(server.url);
  const before = await culprit.report();
  const { thread } = await other.report();
  culprit.update({ do: "exit" });
  expect(await culprit.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
  culprit.update({ a: 1 });
  const after = await culprit.report();
  expect(after).toMatchObject({ values: { a: 1 }, moved: "seed" });
  expect(after.thread).not.toBe(before.thread);
  other.update({ b: 1 });
  expect(await other.report()).toMatchObject({ thread, values: { b: 1 } });
});

test('[SR2] a session stays in its worker when it goes to another page under isolation "session"', async () => {
  await using server = await startServer({ isolation: "session" });
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  const { thread } = await first.report();
  await using second = await SocketClient.open(server.url, { resume: token, path: "/about" });
  const report = await second.report();
  expect(report).toMatchObject({ path: "/about", count: 2 });
  expect(report.thread).toBe(thread);
  expect(server.workers.ended).toBe(0);
});
