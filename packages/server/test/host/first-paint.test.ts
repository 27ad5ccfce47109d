import { expect, test } from "vitest";
import { askForPage, type PageAnswer } from "./page-request.ts";
import { type RunReport, SocketClient } from "./socket-client.ts";
import type { ServerOptions } from "../../dist/host/options.js";
import { startServer, type TestServer } from "./test-server.ts";

/** A server that waits for a page's run however busy the machine is. */
function startPatient({ limits, ...options }: Partial<ServerOptions> = {}): Promise<TestServer> {
  return startServer({ workers: 1, limits: { firstWords: 20_000, ...limits }, ...options });
}

/** What the runs in the HTML saw. */
function reportsOf({ msgs }: PageAnswer): readonly RunReport[] {
  return msgs.flatMap((msg) => (msg.type === "toast" && msg.toast.body.includes('"ran"') ? [JSON.parse(msg.toast.body) as RunReport] : []));
}

const claim = ({ token, applied }: PageAnswer) => ({ resume: token, claims: true, applied }) as const;

test("[FP1] a navigation runs the page at once, and its HTML carries what it says", async () => {
  await using server = await startPatient();
  const page = await askForPage(`${server.url}about?a=1`);
  expect(reportsOf(page)).toMatchObject([{ ran: 1, path: "/about", query: "a=1", outcome: "finished" }]);
  expect(page.title).toBe("About");
});

test("[FP2] the browser that has the HTML goes on with that session, and nothing runs again", async () => {
  await using server = await startPatient();
  const page = await askForPage(server.url);
  await using client = await SocketClient.open(server.url, claim(page));
  expect(await client.next("welcome")).toMatchObject({ resumed: true, replays: true, received: 0 });
  client.update({ a: 1 });
  // The run that its first message asks for is the second one.
  expect(await client.report()).toMatchObject({ ran: 2, count: 2, values: { a: 1 } });
  expect(client.received.filter((msg) => msg.type === "toast" && msg.toast.body.includes('"ran":1'))).toEqual([]);
});

test("[FP2] frames that came too late for the HTML are sent over the socket", async () => {
  await using server = await startPatient();
  const page = await askForPage(server.url);
  await using client = await SocketClient.open(server.url, { ...claim(page), applied: 0 });
  expect(await client.report()).toMatchObject({ ran: 1, count: 1 });
});

test("[FP2] a token is good for one browser: another one that has it gets a session of its own", async () => {
  await using server = await startPatient();
  const page = await askForPage(server.url);
  await using first = await SocketClient.open(server.url, claim(page));
  const { session } = await first.next("welcome");
  await using second = await SocketClient.open(server.url, claim(page));
  const welcome = await second.next("welcome");
  expect(welcome.resumed).toBe(false);
  expect(welcome.session).not.toBe(session);
  expect(await second.report()).toMatchObject({ ran: 1, count: 1 });
  first.send({ type: "ping" });
  await first.next("pong");
});

test.each([
  ["claims it all the same", { claims: true }],
  ["only comes back to it", {}],
] as const)("[FP2] a browser that cannot apply what the HTML brought and %s is sent the page, and no longer awaited", async (_, how) => {
  await using server = await startPatient({ limits: { navigationsPerAddress: 1 } });
  const { token } = await askForPage(server.url);
  await using client = await SocketClient.open(server.url, { resume: token, ...how });
  expect(await client.next("welcome")).toMatchObject({ resumed: true, replays: false });
  await client.next("tree");
  client.update({ a: 1 });
  expect(await client.report()).toMatchObject({ ran: 2 });
  // It is kept like any other.
  await client.next("saved");
  expect((await askForPage(server.url)).token).toBeDefined();
});

test.each([
  ["reloads", "max-age=0"],
  ["reloads all", "no-cache"],
])("[WS3] who %s where reloads go on with sessions runs nothing; elsewhere it is a visit like any other", async (_, caching) => {
  const headers = { "cache-control": caching };
  await using resuming = await startPatient({ resumeOnReload: true });
  expect((await askForPage(resuming.url, headers)).token).toBeUndefined();
  expect((await askForPage(resuming.url)).token).toBeDefined();
  await using other = await startPatient();
  expect((await askForPage(other.url, headers)).token).toBeDefined();
});

test("[FP2] a session that nobody comes for is over soon, and who comes later begins one", async () => {
  await using server = await startPatient({ limits: { unclaimed: 50, navigationsPerAddress: 1 } });
  const page = await askForPage(server.url);
  expect(page.token).toBeDefined();
  // Only when the first is over there is room for another.
  for (;;) if ((await askForPage(server.url)).token !== undefined) break;
  await using client = await SocketClient.open(server.url, claim(page));
  expect(await client.next("welcome")).toMatchObject({ resumed: false });
  await client.report();
});

test.each([
  ["HEAD", {}, "HEAD"],
  ["a prefetch", { "sec-purpose": "prefetch" }],
  ["a prerendering", { "sec-purpose": "prefetch;prerender" }],
  ["an older prefetch", { purpose: "prefetch" }],
  ["a bot", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }],
  ["a probe", { "user-agent": "kube-probe/1.30" }],
  ["a script's fetch", { "sec-fetch-mode": "cors", "sec-fetch-dest": "empty" }],
  ["a frame of another site", { "sec-fetch-dest": "iframe", "sec-fetch-site": "cross-site" }],
  ["an image", { "sec-fetch-dest": "image" }],
  ["who does not want HTML", { accept: "*/*" }],
  ["a page that is loaded again for a newer build", { cookie: "a=b; rivulet-reload=1" }],
])("[FP1] %s runs nothing", async (_, headers: Record<string, string>, method = "GET") => {
  await using server = await startPatient({ limits: { navigationsPerAddress: 1 } });
  const { status, token } = await askForPage(server.url, headers, method);
  expect({ status, token }).toEqual({ status: 200, token: undefined });
  // There is room for one session, and it is free.
  expect((await askForPage(server.url)).token).toBeDefined();
});

test("[SEC7] a flood of navigations begins few sessions, and everybody gets the page", async () => {
  await using server = await startPatient({ limits: { navigationsPerAddress: 3 } });
  const pages = await Promise.all(Array.from({ length: 20 }, () => askForPage(server.url)));
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200));
  expect(pages.filter(({ token }) => token !== undefined)).toHaveLength(3);
  expect(new Set(pages.map(({ token }) => token)).size).toBe(4);
  // A browser that comes for its session makes room.
  await using client = await SocketClient.open(server.url, claim(pages.find(({ token }) => token !== undefined) as PageAnswer));
  await client.next("welcome");
  expect((await askForPage(server.url)).token).toBeDefined();
});

test("the HTML is compressed as the browser likes", async () => {
  await using server = await startPatient();
  const { headers, token } = await askForPage(server.url, { "accept-encoding": "gzip, br" });
  expect(headers).toMatchObject({ "content-encoding": "br", vary: "accept-encoding", "cache-control": "no-store" });
  expect(token).toBeDefined();
});
