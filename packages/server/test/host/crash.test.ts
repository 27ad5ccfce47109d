import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

test.each([
  ["ends its thread", "exit", "exit code 3"],
  ["throws outside everything", "throw", "thrown outside any run"],
])("[SR8] a page that %s loses its request, not its session", async (_, action, reason) => {
  await using server = await startServer({ workers: 1, dev: true });
  await using client = await SocketClient.open(server.url);
  await using other = await SocketClient.open(server.url);
  await client.report();
  client.update({ kept: 1 });
  await client.report();
  const before = await other.report();
  const n = client.update({ do: action });
  expect(await client.next("ended")).toEqual({ type: "ended", outcome: "error", taken: n });
  const { error } = await client.next("problem");
  expect(error).toMatchObject({ name: "WorkerCrashedError", code: "RIVULET_WORKER_CRASHED" });
  expect(error?.message).toContain(reason);
  // Its page is still right, so nothing of it runs until its user asks for something.
  other.update({ mine: 1 });
  expect(await other.report()).toMatchObject({ count: before.count + 1, moved: "seed", values: { mine: 1 } });
  expect(other.received.some((msg) => msg.type === "problem")).toBe(false);

  client.update({ next: 1 });
  expect(await client.next("problem")).toEqual({ type: "problem", error: null });
  expect(await client.report((seen) => "next" in seen.values)).toMatchObject({ values: { kept: 1, next: 1 } });
  expect(server.workers).toEqual({ started: 2, ended: 1 });
});

test("[SEC6] in production a browser hears of a thrown error by its name in the log, of other ends what they were", async () => {
  await using server = await startServer({ workers: 1, dev: false });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "throw" });
  const thrown = await client.next("problem");
  expect(thrown.error?.message).toMatch(/ended \(an unexpected error, in the server's log under [\da-f]{10}\)/);
  expect(JSON.stringify(client.received)).not.toContain("thrown outside any run");
  client.update({ do: "exit" });
  await client.next("problem", ({ error }) => error?.message.includes("(exit code 3)") === true);
});

test("[SEC6] nor of one in every start", async () => {
  await using server = await startServer({ workers: 1, dev: false, manifest: "throw-at-start" });
  await using client = await SocketClient.open(server.url);
  const { error } = await client.next("problem");
  expect(error).toMatchObject({ code: "RIVULET_WORKER_START" });
  expect(error?.message).toMatch(/under [\da-f]{10}/);
  expect(error?.message).not.toContain("/srv/app");
});

test("[SR8] a request that kills every worker is repeated once at most", async () => {
  await using server = await startServer({ workers: 1 });
  await using culprit = await SocketClient.open(server.url);
  await using waiting = await SocketClient.open(server.url);
  await culprit.report();
  await waiting.report();
  culprit.update({ do: "wait" });
  await culprit.started("wait");
  // The one that waits has been posted last, so the blame is wrong at first.
  culprit.update({ do: "exit" });
  waiting.update({ do: "wait" });
  expect(await culprit.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
  expect(server.workers.started).toBeLessThanOrEqual(3);
  waiting.update({ a: 1 });
  expect(await waiting.report((seen) => "a" in seen.values)).toMatchObject({ values: { a: 1 } });
});

test("[SR8] a browser that comes back after a crash is told, and the page runs again", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.report();
  client.update({ do: "exit" });
  await client.next("problem");
  await using again = await SocketClient.open(server.url, { resume: token });
  expect(await again.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
  expect(await again.next("problem")).toMatchObject({ error: null });
  expect(await again.report()).toMatchObject({ count: 2 });
});

test("[WS2] a browser that has missed that a problem is over is told when it comes back", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.report();
  client.update({ do: "exit" });
  await client.next("problem");
  await using again = await SocketClient.open(server.url, { resume: token });
  const welcome = await again.next("welcome");
  await again.next("problem", ({ error }) => error === null);
  await again.report();
  await using late = await SocketClient.open(server.url, { resume: welcome.token });
  expect(await late.next("problem")).toEqual({ type: "problem", error: null });
});

test("[SR3] workers that die at start are not started for ever, and are again after a change", async () => {
  await using server = await startServer({ workers: 1, manifest: "die-at-start" });
  await using client = await SocketClient.open(server.url);
  expect(await client.next("problem")).toMatchObject({ error: { name: "WorkerStartError", code: "RIVULET_WORKER_START" } });
  await client.next("ended");
  expect(server.workers.started).toBe(3);
  expect((await fetch(`${server.url}readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}healthz`)).status).toBe(200);
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await using late = await SocketClient.open(server.url, { resume: token });
  expect(await late.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_START" } });

  server.manifest = "";
  server.change();
  expect(await client.next("problem")).toEqual({ type: "problem", error: null });
  expect(await client.report()).toMatchObject({ outcome: "finished", count: 1 });
  await late.report();
  await expect.poll(async () => (await fetch(`${server.url}readyz`)).status).toBe(200);
});
