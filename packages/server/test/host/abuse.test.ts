import type { Socket } from "node:net";
import { CLOSE_CODES } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

const nested = (depth: number): string => `${"[".repeat(depth)}1${"]".repeat(depth)}`;
const deepUpdate = (n: number, depth: number) => `{"type":"update","n":${n},"seen":0,"values":[["w",${nested(depth)}]]}`;

test.each([
  ["no JSON", "}{"],
  ["no object", "17"],
  ["an unknown type", '{"type":"shutdown"}'],
  ["a type from the prototype", '{"type":"constructor"}'],
  ["an update without values", '{"type":"update","n":1,"seen":0}'],
  ["an update whose values are no pairs", '{"type":"update","n":1,"seen":0,"values":[["w"]]}'],
  ["a number that is none", '{"type":"rerun","n":"1"}'],
  ["a value nested too deep", deepUpdate(1, 40)],
  ["a value nested absurdly deep", deepUpdate(1, 200_000)],
  ["a place with half a character", String.raw`{"type":"navigate","n":1,"path":"/orders/\ud800","query":""}`],
  ["a place with a query in its path", '{"type":"navigate","n":1,"path":"/?a=1","query":""}'],
  ["facts of another kind", '{"type":"facts","facts":{"timezone":["UTC"]}}'],
  ["a time that is none", '{"type":"facts","facts":{"timezoneOffset":"1"}}'],
  ["an acknowledgement below zero", '{"type":"ack","seq":-1}'],
  ["a second hello", '{"type":"hello","protocol":1,"build":"","path":"/","query":"","facts":{}}'],
])("[SEC7] %s is refused, and the session goes on", async (_, text) => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.socket.send(text);
  const { n, error } = await client.next("refused");
  expect(error).toMatchObject({ name: "BadMessageError", code: "RIVULET_BAD_MESSAGE" });
  expect(error).not.toHaveProperty("stack");
  client.update({ a: 1 }, n + 1);
  expect((await client.report()).values).toEqual({ a: 1 });
});

test("[SEC7] binary messages are refused", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.socket.send(Buffer.from('{"type":"rerun","n":1}'));
  expect(await client.next("refused")).toMatchObject({ n: 0 });
});

test("[SEC7] who sends nothing but nonsense is shown out, and nobody else notices", async () => {
  await using server = await startServer({ workers: 1 });
  await using good = await SocketClient.open(server.url);
  await good.report();
  await using bad = await SocketClient.open(server.url);
  await bad.report();
  for (let i = 0; i < 10; i++) bad.socket.send("nonsense");
  expect(await bad.closed).toBe(CLOSE_CODES.badMessage.code);
  expect(bad.received.filter((msg) => msg.type === "refused")).toHaveLength(5);
  good.update({ a: 1 });
  expect(await good.report()).toMatchObject({ count: 2, values: { a: 1 } });
  expect(good.received.some((msg) => msg.type === "refused")).toBe(false);
});

test("[SEC7] the first message must be hello, and must come in time", async () => {
  await using server = await startServer({ limits: { hello: 50 } });
  await using rude = new SocketClient(server.url);
  await rude.opened();
  rude.update({ a: 1 });
  expect(await rude.closed).toBe(CLOSE_CODES.badMessage.code);
  await using silent = new SocketClient(server.url);
  expect(await silent.closed).toBe(CLOSE_CODES.badMessage.code);
});

test("[SEC7] a message over the limit closes its socket alone", async () => {
  await using server = await startServer({ limits: { messageBytes: 1000 } });
  await using good = await SocketClient.open(server.url);
  await using bad = await SocketClient.open(server.url);
  await good.report();
  await bad.report();
  bad.update({ a: "x".repeat(2000) });
  expect(await bad.closed).toBe(CLOSE_CODES.tooBig.code);
  good.update({ a: 1 });
  expect((await good.report()).values).toEqual({ a: 1 });
});

test("[SEC7] who does not wait for answers is refused beyond the rate, then shown out", async () => {
  await using server = await startServer({ limits: { messageRate: 10 } });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "wait" });
  await client.started("wait");
  for (let i = 0; i < 15; i++) client.update({ do: "wait" });
  expect(await client.next("refused")).toMatchObject({ error: { code: "RIVULET_TOO_MANY" } });
  for (let i = 0; i < 30; i++) client.update({ do: "wait" });
  expect(await client.closed).toBe(CLOSE_CODES.tooMany.code);
});

test("[SEC7] who waits for each answer is not limited", async () => {
  await using server = await startServer({ limits: { messageRate: 10 } });
  await using client = await SocketClient.open(server.url);
  await client.next("runFinished");
  for (let i = 0; i < 100; i++) {
    client.update({ i });
    await client.next("runFinished");
  }
  expect(client.received.some((msg) => msg.type === "refused")).toBe(false);
});

test("[SEC7] what waits for a busy page is bounded", async () => {
  await using server = await startServer({ limits: { pendingBytes: 2000 } });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "loop" });
  await client.started("loop");
  client.update({ a: "x".repeat(1500) });
  client.update({ a: "x".repeat(1500) });
  expect(await client.next("refused")).toMatchObject({ n: 3, error: { code: "RIVULET_TOO_MANY" } });
});

test("[SEC7] what is said before a welcome is bounded", async () => {
  await using server = await startServer({ limits: { pendingBytes: 2000 } });
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first[Symbol.asyncDispose]();
  await using client = new SocketClient(server.url);
  await client.opened();
  // In one piece: all of it is there before the next token is in the store.
  const { _socket: wire } = client.socket as unknown as { readonly _socket: Socket };
  wire.cork();
  await client.hello({ resume: token });
  for (let i = 0; i < 3; i++) client.update({ a: "x".repeat(900) });
  wire.uncork();
  expect(await client.closed).toBe(CLOSE_CODES.tooMany.code);
});

test("[SEC7] what a browser says that it repeats is bounded like the rest", async () => {
  await using server = await startServer({ limits: { pendingBytes: 2000 } });
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  await first[Symbol.asyncDispose]();
  // Elsewhere: so its page runs, for whose end what is repeated waits.
  await using client = await SocketClient.open(server.url, { resume: token, path: "/about", repeats: Number.MAX_SAFE_INTEGER });
  await client.report();
  client.update({ do: "wait" });
  await client.started("wait");
  for (let i = 0; i < 4; i++) client.update({ a: "x".repeat(900) });
  expect(await client.next("refused")).toMatchObject({ error: { code: "RIVULET_TOO_MANY" } });
});

test.for([
  { trustedProxies: ["loopback"], outcome: ["welcome", CLOSE_CODES.tooMany.code] },
  { trustedProxies: ["10.0.0.0/8"], outcome: [CLOSE_CODES.tooMany.code, CLOSE_CODES.tooMany.code] },
])("[SEC7] a proxy says who visits if it is one of $trustedProxies", async ({ trustedProxies, outcome }) => {
  await using server = await startServer({ trustedProxies, limits: { sessionsPerAddress: 1 } });
  const visit = async (address: string) => {
    const client = new SocketClient(server.url, { headers: { "x-forwarded-for": `1.2.3.4, ${address}` } });
    await client.hello();
    return client;
  };
  await using first = await visit("203.0.113.1");
  await first.next("welcome");
  const outcomes = [];
  for (const address of ["203.0.113.2", "203.0.113.1"]) {
    await using next = await visit(address);
    outcomes.push(
      await Promise.race([
        next.closed,
        next.next("welcome").then(
          ({ type }) => type,
          () => undefined,
        ),
      ]),
    );
  }
  expect(outcomes).toEqual(outcome);
});

test("[SEC7] sessions are limited by address and in all; those left alone give way", async () => {
  await using server = await startServer({ limits: { sessionsPerAddress: 2 } });
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await using second = await SocketClient.open(server.url);
  await second.next("welcome");
  await using third = await SocketClient.open(server.url);
  expect(await third.closed).toBe(CLOSE_CODES.tooMany.code);

  await first[Symbol.asyncDispose]();
  // The server may hear of the close a moment later than we do.
  await expect
    .poll(async () => {
      await using again = await SocketClient.open(server.url);
      return await Promise.race([
        again.closed,
        again.next("welcome").then(
          (msg) => msg.type,
          () => undefined,
        ),
      ]);
    })
    .toBe("welcome");
  await using late = await SocketClient.open(server.url, { resume: token });
  expect(await late.closed).toBe(CLOSE_CODES.sessionGone.code);
});

test("[SEC7] a made-up acknowledgement changes nothing", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.send({ type: "ack", seq: Number.MAX_SAFE_INTEGER });
  client.send({ type: "ack", seq: 1 });
  client.send({ type: "ack", seq: 0 });
  client.send({ type: "stop" });
  client.update({ a: 1 });
  expect((await client.report()).values).toEqual({ a: 1 });
});

test("[SEC7] a flood of pings and stops is cut off", async () => {
  await using server = await startServer({ limits: { messageRate: 10 } });
  await using client = await SocketClient.open(server.url);
  await client.report();
  for (let i = 0; i < 100; i++) client.send({ type: "stop" });
  expect(await client.closed).toBe(CLOSE_CODES.tooMany.code);
});
