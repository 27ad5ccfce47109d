import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

test("[SR8] a session whose worker is gone runs nothing until it is asked; its request says how it comes", async () => {
  await using server = await startServer({ workers: 1 });
  await using culprit = await SocketClient.open(server.url);
  await using other = await SocketClient.open(server.url);
  await culprit.report();
  await other.report();
  other.update({ do: "bind", bound: 1 });
  await other.report();
  for (const [values, moved] of [
    [{ free: 1 }, "seed"],
    [{ bound: 2, free: 2 }, "rehydrate"],
  ] as const) {
    culprit.update({ do: "exit" });
    expect(await culprit.next("problem", (msg) => msg.error !== null)).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
    const before = other.received.length;
    other.update(values);
    expect(await other.report()).toMatchObject({ moved, values });
    expect(other.received.slice(before).filter((msg) => msg.type === "runFinished")).toHaveLength(1);
    // What comes next is a request as any other.
    other.update({ free: 3 });
    expect((await other.report()).moved).toBeUndefined();
  }
});

test("[SR8] after a move a fragment's request needs the page; a mere rerun does not", async () => {
  await using server = await startServer({ workers: 1 });
  await using culprit = await SocketClient.open(server.url);
  await using client = await SocketClient.open(server.url);
  await culprit.report();
  await client.report();
  culprit.update({ do: "exit" });
  await culprit.next("problem");
  client.update({ a: 1 }, 1, "f");
  expect(await client.report()).toMatchObject({ moved: "rehydrate", fragments: ["f"] });
  culprit.update({ do: "exit" });
  await culprit.next("problem", (msg) => msg.error !== null);
  client.send({ type: "rerun", n: 2 });
  expect(await client.report()).toMatchObject({ moved: "seed", values: { a: 1 } });
});

test("[SR8] a browser that comes back to a session which was moved gets the page, by a run", async () => {
  await using server = await startServer({ workers: 1 });
  await using culprit = await SocketClient.open(server.url);
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  first.update({ a: 1 });
  await first.report();
  await culprit.report();
  culprit.update({ do: "exit" });
  await culprit.next("problem");
  await first[Symbol.asyncDispose]();
  await using second = await SocketClient.open(server.url, { resume: token });
  await second.next("tree");
  expect(await second.report()).toMatchObject({ moved: "seed", values: { a: 1 }, count: 3 });
});

test("[SR8] a request that kills its worker is never repeated: the noted session is to blame, whoever was posted last", async () => {
  await using server = await startServer({ workers: 1 });
  await using culprit = await SocketClient.open(server.url);
  await using waiting = await SocketClient.open(server.url);
  await culprit.report();
  await waiting.report();
  culprit.update({ do: "exitLater" });
  await culprit.started("exitLater");
  waiting.update({ do: "wait", b: 1 });
  await waiting.started("wait");
  // It calls something of rivulet, and dies.
  culprit.update({ let: "go" }, 2, "f");
  expect(await culprit.next("problem")).toMatchObject({ error: { code: "RIVULET_WORKER_CRASHED" } });
  // The innocent one's run is repeated, once; no worker dies of the culprit's again.
  await waiting.started("wait");
  expect(waiting.received.some((msg) => msg.type === "problem")).toBe(false);
  culprit.update({ a: 1 });
  expect(await culprit.report()).toMatchObject({ values: { a: 1 } });
  expect(server.workers.ended).toBe(1);
});

test("[SR8] a request that its worker had not received is run elsewhere, also that of the session to blame", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "exitSlowly" });
  await client.started("exitSlowly");
  client.update({ a: 1 });
  expect(await client.next("ended")).toMatchObject({ outcome: "error", taken: 2, but: [[2, 2]] });
  expect(await client.report()).toMatchObject({ moved: "seed", values: { a: 1 } });
  expect(await client.next("runFinished")).toMatchObject({ taken: 2 });
});

test("[SR5] a fragment's request does not interrupt the page's run that computes, and ends beside one that waits", async () => {
  await using server = await startServer({ workers: 1 });
  const client = await SocketClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.report();
  client.update({ do: "wait" });
  await client.started("wait");
  client.update({ a: 1 }, 2, "f");
  expect(await client.report()).toMatchObject({ outcome: "finished", fragments: ["f"], values: { a: 1 } });
  expect(await client.next("runFinished")).toMatchObject({ taken: 2, but: [[1, 1]] });
  // The browser lost that answer: what is done is answered, what waits is not.
  await client[Symbol.asyncDispose]();
  await using again = await SocketClient.open(server.url, { resume: token });
  again.update({ do: "wait" }, 1);
  again.update({ a: 1 }, 2, "f");
  expect(await again.next("ended")).toEqual({ type: "ended", outcome: "finished", taken: 2, but: [[1, 1]] });
  await again.next("tree", (msg) => msg.running.length > 0);
  again.send({ type: "stop" });
  expect(await again.next("runFinished")).toMatchObject({ outcome: "stopped", taken: 2 });
});

test("[SR5] a fragment's request lets the page compute, another one of the page does not", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "polite" });
  await client.started("polite");
  client.update({ a: 1 }, 2, "f");
  // The run knows of it, and goes on.
  await client.next("toast", (msg) => msg.toast.body.includes("fragmentWaits"));
  client.update({ b: 1 }, 3);
  expect(await client.report()).toMatchObject({ fragments: ["f"], values: { a: 1 } });
  expect(await client.report()).toMatchObject({ values: { a: 1, b: 1 } });
});

test("[SR9] a stop drops what has not begun at once", async () => {
  await using server = await startServer({ workers: 1, grace: 60_000 });
  await using client = await SocketClient.open(server.url);
  client.send({ type: "stop" });
  // Its worker is still starting.
  expect(await client.next("ended")).toMatchObject({ outcome: "stopped", taken: 0 });
  client.update({ a: 1 });
  expect(await client.report()).toMatchObject({ ran: 2 });
});
