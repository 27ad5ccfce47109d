import { type BackMsg, CLOSE_CODES, PROTOCOL_VERSION } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { SocketClient } from "./socket-client.ts";
import { startServer } from "./test-server.ts";

/** One whose words never arrive once it has said hello. */
class SilentClient extends SocketClient {
  override send(msg: BackMsg): void {
    if (msg.type === "hello") super.send(msg);
  }
}

test("[WS1] hello is answered by welcome, then the page runs", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url, { path: "/about", query: "?a=1" });
  expect(await client.next("welcome")).toMatchObject({ resumed: false, dev: false, heartbeat: 20_000 });
  expect(await client.report()).toMatchObject({ path: "/about", query: "a=1", count: 1, outcome: "finished" });
});

test("[WS1] another protocol or another build is told to reload, and keeps its session", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await using newer = await SocketClient.open(server.url, { protocol: PROTOCOL_VERSION + 1, resume: token });
  await newer.next("reload");
  expect(await newer.closed).toBe(1000);
  await using stale = await SocketClient.open(server.url, { build: "another", resume: token });
  await stale.next("reload");
  await using again = await SocketClient.open(server.url, { resume: token });
  expect(await again.next("welcome")).toMatchObject({ resumed: true });
});

test("[WS1] an unknown page is told so, and not to come back", async () => {
  await using server = await startServer();
  for (const path of ["/nothing", "/about/more", "about", "/%ff", "/../app"]) {
    await using client = await SocketClient.open(server.url, { path });
    expect(await client.closed, path).toBe(CLOSE_CODES.unknownPage.code);
  }
});

test("[WS1] heartbeats are answered by the host, whatever the worker does", async () => {
  await using server = await startServer({ workers: 1 });
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "loop" });
  await client.started("loop");
  client.send({ type: "ping" });
  await client.next("pong");
});

test("[SR5] each update is a request of its own, and values are kept", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ a: 1 });
  client.update({ b: { deep: [1, 2] } });
  expect(await client.report((seen) => "b" in seen.values)).toMatchObject({ ran: 3, values: { a: 1, b: { deep: [1, 2] } } });
  client.send({ type: "rerun", n: 3 });
  expect(await client.report()).toMatchObject({ ran: 4, count: 4 });
});

test("[SR5] a newer request supersedes a run that computes", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ do: "polite" });
  await client.started("polite");
  client.update({ a: 1 });
  expect(await client.report()).toMatchObject({ ran: 3, values: { a: 1 } });
});

test("[SR3] sessions take turns at workers", async () => {
  await using server = await startServer({ workers: 2 });
  const threads: number[] = [];
  for (let i = 0; i < 4; i++) {
    const client = await SocketClient.open(server.url);
    threads.push((await client.report()).thread);
  }
  expect(new Set(threads.slice(0, 2)).size).toBe(2);
  expect(threads.slice(2).toSorted()).toEqual(threads.slice(0, 2).toSorted());
});

test("[BM2] a repeated message is answered and not done again; a gap is refused", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.update({ a: 1 });
  const { count } = await client.report();
  client.update({ a: 2 }, 1);
  expect(await client.next("ended")).toEqual({ type: "ended", outcome: "finished", taken: 1 });
  client.update({ a: 3 }, 3);
  expect(await client.next("refused")).toMatchObject({ n: 3, error: { code: "RIVULET_BAD_MESSAGE" } });
  client.update({ a: 4 }, 2);
  expect(await client.report()).toMatchObject({ count: count + 1, values: { a: 4 } });
});

test("[WS2] a dropped browser comes back by its token to the same session, and is sent the whole tree", async () => {
  await using server = await startServer();
  const first = await SocketClient.open(server.url);
  const welcome = await first.next("welcome");
  expect(welcome.token).not.toContain(welcome.session);
  first.update({ a: 1 });
  await first.report((seen) => "a" in seen.values);
  first.socket.terminate();

  await using second = await SocketClient.open(server.url, { resume: welcome.token });
  const again = await second.next("welcome");
  expect(again).toMatchObject({ resumed: true, session: welcome.session });
  expect(again.token).not.toBe(welcome.token);
  expect(await second.next("ended")).toMatchObject({ taken: 1 });
  await second.next("tree");
  second.update({ b: 2 }, 2);
  expect(await second.report()).toMatchObject({ values: { a: 1, b: 2 }, count: 3 });
});

test("[WS2] after a resume nothing that was posted before the whole tree is sent", async () => {
  await using server = await startServer();
  const first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  first.update({ do: "stream" });
  await first.started("stream");
  first.socket.terminate();
  await using second = await SocketClient.open(server.url, { resume: token });
  const { seq } = await second.next("tree");
  const after = await second.next("toast");
  expect(after.seq).toBe(seq + 1);
  expect(second.received.map((msg) => msg.type).filter((type) => type === "toast" || type === "tree")[0]).toBe("tree");
});

test("[WS2] a token is spent by its use", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await using second = await SocketClient.open(server.url, { resume: token });
  await second.next("welcome");
  second.update({ a: 1 });
  await second.report((seen) => "a" in seen.values);
  await using third = await SocketClient.open(server.url, { resume: token });
  expect(await third.closed).toBe(CLOSE_CODES.sessionGone.code);
  second.update({ a: 2 });
  await second.report(({ values }) => values["a"] === 2);
});

// A network may fail between a welcome's way and its browser, and the server hears of it only minutes later.
test("[WS2] a browser that never received its next token comes back with the one it has, also while its lost socket seems open", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { token, session } = await first.next("welcome");
  await first.report();
  await using lost = new SilentClient(server.url);
  await lost.hello({ resume: token });
  await lost.next("welcome");
  await using second = await SocketClient.open(server.url, { resume: token });
  expect(await second.next("welcome")).toMatchObject({ session, resumed: true });
  expect(await lost.closed).toBe(CLOSE_CODES.superseded.code);
  second.update({ a: 1 });
  await second.report((seen) => "a" in seen.values);
});

test("[WS2] who knows a session's id, or makes up a token, is not let in", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { session, token } = await first.next("welcome");
  await first.report();
  for (const resume of [session, token.slice(0, -1), `${token}A`, "", "a".repeat(32)]) {
    await using second = await SocketClient.open(server.url, { resume });
    expect(await second.closed, resume).toBe(CLOSE_CODES.sessionGone.code);
  }
  await using claiming = await SocketClient.open(server.url, { resume: session, claims: true, applied: 0 });
  const other = await claiming.next("welcome");
  expect(other.resumed).toBe(false);
  expect(other.session).not.toBe(session);
  first.update({ a: 1 });
  expect((await first.report()).values).toEqual({ a: 1 });
});

test("[WS2] an older socket cannot act for a newer one", async () => {
  await using server = await startServer();
  await using older = await SocketClient.open(server.url);
  const { token } = await older.next("welcome");
  await older.report();
  await using newer = await SocketClient.open(server.url, { resume: token });
  await newer.next("welcome");
  older.update({ a: "from the older" });
  expect(await older.closed).toBe(CLOSE_CODES.superseded.code);
  newer.update({ b: 1 }, 1);
  expect((await newer.report()).values).toEqual({ b: 1 });
});

test("[WS2] a session that nobody came back to is over", async () => {
  await using server = await startServer({ sessionTtl: 10 });
  const first = await SocketClient.open(server.url);
  let { token } = await first.next("welcome");
  await first[Symbol.asyncDispose]();
  // Each question that comes too early prolongs it, so they come further apart than it lives.
  const ask = async () => {
    await using client = await SocketClient.open(server.url, { resume: token });
    const welcome = await client.next("welcome").catch(() => undefined);
    token = welcome?.token ?? token;
    return welcome ? "resumed" : await client.closed;
  };
  await expect.poll(ask, { interval: 100, timeout: 10_000 }).toBe(CLOSE_CODES.sessionGone.code);
});

test("[SR2] session state goes along to another page", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  first.update({ a: 1 });
  await first.report((seen) => "a" in seen.values);
  await using second = await SocketClient.open(server.url, { resume: token, path: "/about" });
  expect(await second.report()).toMatchObject({ path: "/about", count: 3 });
});

test("[NAV1] a browser that goes to another page keeps its session and its socket", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  client.send({ type: "navigate", n: 1, path: "/about", query: "a=1" });
  expect(await client.report()).toMatchObject({ path: "/about", query: "a=1", count: 2 });
});

test.each(["/nowhere", "/50%"])(
  "[NAV1] a browser that has gone to %s, where no page is, comes back to its session all the same",
  async (nowhere) => {
    await using server = await startServer();
    const first = await SocketClient.open(server.url);
    const { token, session } = await first.next("welcome");
    await first.report();
    first.send({ type: "navigate", n: 1, path: nowhere, query: "" });
    await first.report(({ path }) => path === nowhere);
    await first[Symbol.asyncDispose]();
    await using second = await SocketClient.open(server.url, { resume: token, path: nowhere });
    expect(await second.next("welcome")).toMatchObject({ session });
  },
);

test("[NAV1] a browser that missed where its page has sent it is not taken to have gone back", async () => {
  await using server = await startServer();
  await using first = await SocketClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.report();
  first.update({ place: { path: "/about", query: "", after: 1 }, do: "goTo" });
  await first.report();
  await using second = await SocketClient.open(server.url, { resume: token });
  const { token: next } = await second.next("welcome");
  second.send({ type: "rerun", n: 2 });
  expect(await second.report()).toMatchObject({ ran: 3 });
  await using third = await SocketClient.open(server.url, { resume: next, path: "/about", query: "b" });
  expect(await third.report()).toMatchObject({ ran: 4, path: "/about", query: "b" });
});

test("[NAV1] where a run has gone counts, unless its user has gone elsewhere since", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  await client.report();
  const inAnotherWorker = async (n: number) => {
    client.update({ do: "exit" }, n);
    await client.next("problem");
    client.send({ type: "rerun", n: n + 1 });
    return client.report();
  };
  client.update({ place: { path: "/about", query: "", after: 1 }, do: "goTo" });
  await client.report();
  expect(await inAnotherWorker(2)).toMatchObject({ path: "/about" });
  client.send({ type: "navigate", n: 4, path: "/", query: "" });
  await client.report();
  client.update({ place: { path: "/about", query: "", after: 3 }, do: "goTo" }, 5);
  await client.report();
  expect(await inAnotherWorker(6)).toMatchObject({ path: "/" });
});

test("a change of the code runs every page again, those without a browser when it comes back", async () => {
  await using server = await startServer();
  await using here = await SocketClient.open(server.url);
  const away = await SocketClient.open(server.url);
  const { token } = await away.next("welcome");
  await here.report();
  await away.report();
  await away[Symbol.asyncDispose]();
  server.change();
  expect(await here.report()).toMatchObject({ count: 2 });
  await using back = await SocketClient.open(server.url, { resume: token });
  back.send({ type: "rerun", n: 1 });
  // Once at first, once for the change, once for this request.
  expect(await back.report((seen) => seen.count > 2)).toMatchObject({ count: 3 });
});

test("a problem of the page's code is shown until it is mended, also to a browser that comes back", async () => {
  await using server = await startServer();
  await using client = await SocketClient.open(server.url);
  const { token } = await client.next("welcome");
  client.update({ do: "problem" });
  expect(await client.next("problem")).toMatchObject({ error: { message: "bad" } });
  await using again = await SocketClient.open(server.url, { resume: token });
  expect(await again.next("problem")).toMatchObject({ error: { message: "bad" } });
  again.update({ do: "solve" }, 2);
  expect(await again.next("problem")).toEqual({ type: "problem", error: null });
});

test("[WS1] a socket that has gone silent is cut, one that answers is kept", async () => {
  await using server = await startServer({ limits: { heartbeat: 30, sessionsPerAddress: 2 } });
  await using silent = await SocketClient.open(server.url);
  await using idle = await SocketClient.open(server.url);
  await silent.report();
  await idle.report();
  silent.socket.pause();
  // A third session has room as soon as one of the two has lost its browser.
  const answer = async () => {
    await using third = await SocketClient.open(server.url);
    return await Promise.race([
      third.closed,
      third.next("welcome").then(
        (msg) => msg.type,
        () => undefined,
      ),
    ]);
  };
  await expect.poll(answer, { timeout: 10_000 }).toBe("welcome");
  idle.update({ a: 1 });
  await idle.report((seen) => "a" in seen.values);
});
