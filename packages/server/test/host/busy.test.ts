import inspector from "node:inspector";
import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer, type TestServer } from "./test-server.ts";

async function open(server: TestServer): Promise<SocketClient> {
  const client = await SocketClient.open(server.url);
  await client.report();
  return client;
}

/** Starts a run that computes until it is stopped. */
async function compute(client: SocketClient): Promise<void> {
  client.update({ do: "polite" });
  await client.started("polite");
}

async function stop(client: SocketClient): Promise<void> {
  client.send({ type: "stop" });
  expect(await client.report((seen) => seen.outcome !== "finished")).toMatchObject({ outcome: "stopped" });
}

test("[SR10] a neighbour is served while another session computes, and goes on where it was", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  await using neighbour = await open(server);
  neighbour.update({ a: 1 });
  const { thread } = await neighbour.report();
  await compute(busy);
  neighbour.update({ b: 2 });
  const moved = await neighbour.report((seen) => "b" in seen.values);
  expect(moved).toMatchObject({ values: { a: 1, b: 2 }, count: 3, moved: "seed" });
  expect(moved.thread).not.toBe(thread);
  expect(server.stats()).toEqual({ workers: 2, moves: 1 });
  neighbour.update({ c: 3 });
  expect(await neighbour.report()).toMatchObject({ thread: moved.thread, count: 4 });
  await stop(busy);
  expect(server.stats().moves).toBe(1);
});

test("[SR10] a neighbour whose run waits for something goes too: its run is ended where it was", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  await using neighbour = await open(server);
  neighbour.update({ do: "wait", a: 1 });
  await neighbour.started("wait");
  await compute(busy);
  neighbour.update({ do: "", b: 1 });
  expect(await neighbour.report()).toMatchObject({ values: { a: 1, b: 1 }, moved: "seed", count: 2 });
  await stop(busy);
  expect(neighbour.received.filter((msg) => msg.type === "runFinished")).toHaveLength(2);
});

test("[SR10] a browser that comes back beside a session that computes sees its page, by a run elsewhere", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  first.update({ a: 1 });
  await first.report((seen) => "a" in seen.values);
  await compute(busy);
  await first[Symbol.asyncDispose]();
  await using second = await SocketClient.open(server.url, { resume: token });
  await second.next("tree");
  expect(await second.report()).toMatchObject({ values: { a: 1 }, count: 3, moved: "seed" });
  await stop(busy);
});

test("[SR10] the session that computes stays, and its newer request waits for it", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  await using neighbour = await open(server);
  busy.update({ do: "deaf" });
  await busy.started("deaf");
  busy.update({ a: 1 });
  neighbour.update({ b: 1 });
  const { thread: elsewhere } = await neighbour.report((seen) => "b" in seen.values);
  busy.update({ c: 1 }, 3, "f");
  const threads = [(await busy.report()).thread, (await busy.report()).thread];
  expect(await busy.report()).toMatchObject({ values: { a: 1, c: 1 }, count: 4 });
  expect(threads).not.toContain(elsewhere);
  expect(server.stats().moves).toBe(1);
});

test("[SR10] where it is not known whose code runs, nobody moves with a run under way: what was taken back comes again", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  await using neighbour = await open(server);
  await using other = await open(server);
  busy.update({ do: "deafLater" });
  await busy.started("deafLater");
  // The last to be noted is another one, which has come to its end.
  other.update({ do: "resume" });
  const { thread } = await other.report();
  await busy.started("deaf");
  busy.update({ do: "", a: 1 });
  neighbour.update({ b: 1 });
  const moved = await neighbour.report((seen) => "b" in seen.values);
  expect(moved.thread).not.toBe(thread);
  busy.update({ c: 1 }, 3, "f");
  expect(await busy.report()).toMatchObject({ thread, values: {} });
  expect(await busy.report()).toMatchObject({ thread, values: { a: 1 } });
  expect(await busy.report()).toMatchObject({ thread, values: { a: 1, c: 1 }, count: 4 });
  expect(server.stats().moves).toBe(1);
});

test("[SR10] new sessions begin away from a busy worker", async () => {
  await using server = await startServer({ workers: 2, maxWorkers: 4 });
  await using busy = await open(server);
  await using other = await open(server);
  await using neighbour = await open(server);
  await compute(busy);
  neighbour.update({ a: 1 });
  const { thread } = await neighbour.report();
  for (let i = 0; i < 4; i++) {
    await using fresh = await SocketClient.open(server.url);
    expect((await fresh.report()).thread).toBe(thread);
  }
  other.update({ a: 1 });
  expect((await other.report()).thread).toBe(thread);
  expect(server.stats()).toEqual({ workers: 2, moves: 1 });
  await stop(busy);
});

test("[SR10] while all are busy the pool grows to its maximum, and shrinks when they are idle", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 2, workerIdle: 100 });
  await using first = await open(server);
  await using second = await open(server);
  await using third = await open(server);
  await compute(first);
  // It waits, is moved, and computes there.
  await compute(second);
  expect(server.stats()).toEqual({ workers: 2, moves: 1 });
  third.update({ a: 1 });
  third.send({ type: "ping" });
  await third.next("pong");
  await stop(first);
  expect(await third.report()).toMatchObject({ values: { a: 1 }, count: 2 });
  await stop(second);
  await expect.poll(() => server.stats().workers, { timeout: 10_000 }).toBe(1);
  for (const client of [first, second, third]) {
    client.update({ after: 1 });
    await client.report((seen) => "after" in seen.values);
  }
  expect(server.workers).toEqual({ started: 2, ended: 1 });
});

test("[SR10] two hundred healthy sessions in a closed loop on one worker move nowhere", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  const clients = await Promise.all(Array.from({ length: 200 }, () => open(server)));
  await Promise.all(
    clients.map(async (client) => {
      // A queue of two hundred is served in one turn of the worker's loop, and takes long.
      for (let i = 0; i < 8; i++) {
        client.update({ do: "compute", ms: 1 });
        await client.report();
      }
    }),
  );
  // None at all, but where the machine does not run the thread itself for two ticks. Long queues alone would move hundreds.
  expect(server.stats().moves).toBeLessThan(16);
  await Promise.all(clients.map((client) => client[Symbol.asyncDispose]()));
});

test("[SR10] nobody moves while a debugger is attached", async () => {
  await using server = await startServer({ workers: 1, maxWorkers: 3 });
  await using busy = await open(server);
  await using neighbour = await open(server);
  inspector.open(0, "127.0.0.1");
  try {
    busy.update({ do: "compute", ms: 300 });
    await busy.started("compute");
    neighbour.update({ a: 1 });
    expect(await neighbour.report()).toMatchObject({ values: { a: 1 } });
    expect(server.stats()).toEqual({ workers: 1, moves: 0 });
  } finally {
    inspector.close();
  }
});

/** Sessions that do something with an effect outside, one after the other, while others keep their workers busy in turn. */
async function stress(manifest = ""): Promise<{ readonly done: Map<string, number>; readonly asked: string[]; readonly counts: boolean }> {
  await using server = await startServer({ workers: 2, maxWorkers: 3, workerIdle: 50, manifest });
  const done = new Map<string, number>();
  const effects = new BroadcastChannel("rivulet-effects");
  effects.onmessage = (event) => {
    const { data } = event as MessageEvent<string>;
    done.set(data, (done.get(data) ?? 0) + 1);
  };
  const asked: string[] = [];
  let counts = true;
  let working = true;
  const hogs = [await open(server), await open(server)];
  const clients = await Promise.all(Array.from({ length: 6 }, () => open(server)));
  const hogging = hogs.map(async (hog) => {
    while (working) {
      hog.update({ do: "compute", ms: 120 });
      await hog.report();
    }
  });
  await Promise.all(
    clients.map(async (client, i) => {
      for (let k = 0; k < 12; k++) {
        const effect = `${i}.${k}`;
        asked.push(effect);
        client.update({ effect });
        const { count, values } = await client.report();
        counts &&= count === k + 2 && values.effect === effect;
      }
    }),
  );
  working = false;
  await Promise.all(hogging);
  expect(server.stats().moves).toBeGreaterThan(0);
  // What the workers have told before this arrives before it.
  await new Promise<void>((resolve) => {
    const last = new BroadcastChannel("rivulet-effects");
    effects.onmessage = (event) => {
      const { data } = event as MessageEvent<string>;
      if (data === "last") resolve();
      else done.set(data, (done.get(data) ?? 0) + 1);
    };
    last.postMessage("last");
    last.close();
  });
  effects.close();
  return { done, asked, counts };
}

test("[SR10] no session runs in two workers: whatever it does is done once", async () => {
  const { done, asked, counts } = await stress();
  expect([...done].filter(([, times]) => times !== 1)).toEqual([]);
  expect([...done.keys()].toSorted()).toEqual(asked.toSorted());
  expect(counts).toBe(true);
});

test("[SR10] that goes red with a bug planted: a worker that ignores its tickets", async () => {
  const { done } = await stress("ticket-ignored");
  expect([...done.values()].some((times) => times > 1)).toBe(true);
});
