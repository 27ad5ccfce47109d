import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

test("[SR9] stop ends a run that computes, by the run itself", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "polite" });
  await client.started("polite");
  client.send({ type: "stop" });
  expect(await client.report()).toMatchObject({ outcome: "stopped" });
  expect(server.workers.started).toBe(1);
});

test("[SR9] stop ends a run that waits for ever", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "wait" });
  await client.started("wait");
  client.send({ type: "stop" });
  expect(await client.report()).toMatchObject({ outcome: "stopped" });
  expect(server.workers.started).toBe(1);
});

test("[SR9] a run that does not answer loses its worker; the session goes on, the request is not repeated", async () => {
  await using server = await startServer({ workers: 1, grace: 50 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ kept: 1 });
  await client.report();
  const n = client.update({ do: "loop", lost: 1 });
  await client.started("loop");
  client.send({ type: "stop" });
  expect(await client.next("ended")).toEqual({ type: "ended", outcome: "stopped", taken: n });
  expect(await client.next("problem")).toMatchObject({ error: { name: "StoppedHardError", code: "RIVULET_STOPPED_HARD" } });
  await expect.poll(() => server.workers).toEqual({ started: 2, ended: 1 });

  client.update({ next: 1 });
  expect(await client.next("problem")).toEqual({ type: "problem", error: null });
  await client.next("tree");
  expect(await client.report((seen) => "next" in seen.values)).toMatchObject({ values: { kept: 1, next: 1 } });
});

test("[SR9] others at home in a replaced worker go on from their committed state", async () => {
  await using server = await startServer({ workers: 1, grace: 50 });
  await using looping = await SocketClient.open(server.url);
  await using idle = await SocketClient.open(server.url);
  await using busy = await SocketClient.open(server.url);
  for (const client of [looping, idle, busy]) await client.report();
  idle.update({ a: 1 });
  const { thread, count } = await idle.report();
  busy.update({ do: "wait", b: 1 });
  await busy.started("wait");
  looping.update({ do: "loop" });
  await looping.started("loop");
  idle.update({ a: 2 });
  looping.send({ type: "stop" });

  await idle.next("tree");
  expect(await idle.report((seen) => seen.values.a === 2)).toMatchObject({ values: { a: 2 }, count: count + 1, moved: "seed" });
  expect(idle.received.some((msg) => msg.type === "problem")).toBe(false);
  // Its request was in flight, so it is repeated from the start.
  await busy.next("tree");
  await busy.started("wait");
  busy.send({ type: "stop" });
  const report = await busy.report((seen) => seen.outcome === "stopped");
  expect(report).toMatchObject({ values: { b: 1 } });
  expect(report.thread).not.toBe(thread);
});

test("[SR9] a request that came after the stop is run in the new worker", async () => {
  await using server = await startServer({ workers: 1, grace: 100 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "loop" });
  await client.started("loop");
  client.send({ type: "stop" });
  const n = client.update({ after: 1 });
  expect(await client.next("ended")).toMatchObject({ outcome: "stopped", taken: 2, but: [[2, 2]] });
  expect(await client.report((seen) => "after" in seen.values)).toMatchObject({ values: { after: 1 } });
  expect(await client.next("runFinished")).toMatchObject({ taken: n });
});

test("[SR9] runTimeout does the same by itself", async () => {
  await using server = await startServer({ workers: 1, grace: 100, runTimeout: 400 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "wait" });
  expect(await client.report()).toMatchObject({ outcome: "timeout" });
  client.update({ do: "loop" });
  expect(await client.next("ended")).toEqual({ type: "ended", outcome: "timeout", taken: 2 });
  expect(await client.next("problem")).toMatchObject({ error: { code: "RIVULET_RUN_TIMEOUT" } });
  client.update({ a: 1 });
  expect(await client.report((seen) => "a" in seen.values)).toMatchObject({ values: { a: 1 } });
});

test("[SR9] a runaway whose browser is gone is ended with its session", async () => {
  await using server = await startServer({ workers: 1, grace: 50, sessionTtl: 50 });
  const client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "loop" });
  await client.started("loop");
  await client[Symbol.asyncDispose]();
  await expect.poll(() => server.workers, { timeout: 5000 }).toEqual({ started: 2, ended: 1 });
  await using next = await SocketClient.open(server.url);
  await next.report();
});

test("[SR9] stop with nothing running does nothing", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.send({ type: "stop" });
  client.update({ a: 1 });
  expect(await client.report()).toMatchObject({ outcome: "finished", values: { a: 1 } });
});
