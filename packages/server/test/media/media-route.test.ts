import { request } from "node:http";
import { PROTOCOL_VERSION } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { startMediaServer } from "./media-server.ts";

const text = (bytes: ArrayBuffer) => Buffer.from(bytes).toString();

test("[SEC1] [SEC5] a file comes as an attachment that runs nothing, with its type, name and length", async () => {
  await using server = await startMediaServer();
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  const url = server.media(client, "Tides");
  const response = await fetch(url);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-disposition": `attachment; filename="Gezeiten fur Marz.html"; filename*=UTF-8''Gezeiten%20f%C3%BCr%20M%C3%A4rz.html`,
    "content-length": "10",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-cache",
  });
  expect(response.headers.get("content-security-policy")).toMatch(/^sandbox; default-src 'none'/);
  expect(text(await response.arrayBuffer())).toBe("0123456789");
  const head = await fetch(url, { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), (await head.arrayBuffer()).byteLength]).toEqual([200, "10", 0]);
});

test("a file can be had in part, and is not sent to who has it", async () => {
  await using server = await startMediaServer();
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  const url = server.media(client, "Tides");
  const get = async (headers: Record<string, string>) => {
    const response = await fetch(url, { headers });
    return [response.status, text(await response.arrayBuffer()), response.headers.get("content-range")];
  };
  const etag = (await fetch(url)).headers.get("etag") ?? "";
  expect(await get({ range: "bytes=2-4" })).toEqual([206, "234", "bytes 2-4/10"]);
  expect(await get({ range: "bytes=-3" })).toEqual([206, "789", "bytes 7-9/10"]);
  expect(await get({ range: "bytes=10-" })).toEqual([416, "There is no such part.", "bytes */10"]);
  expect(await get({ range: "bytes=2-4", "if-range": etag })).toEqual([206, "234", "bytes 2-4/10"]);
  expect(await get({ range: "bytes=2-4", "if-range": '"other"' })).toEqual([200, "0123456789", null]);
  expect(await get({ "if-none-match": etag })).toEqual([304, "", null]);
  expect(await get({ "if-none-match": '"other"' })).toEqual([200, "0123456789", null]);
});

test("[SEC3] an address that this server has not made is a 404, one whose bytes are gone a 410", async () => {
  await using server = await startMediaServer({ sessionTtl: 0 });
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  const url = server.media(client, "Tides");
  const flipped = url.slice(0, -1) + (url.endsWith("A") ? "B" : "A");
  for (const bad of [flipped, `${url}x`, `${server.url}_rivulet/media/x`, `${server.url}_rivulet/media/..%2f..%2fetc%2fpasswd`])
    expect((await fetch(bad)).status, bad).toBe(404);
  expect((await fetch(url, { method: "POST" })).status).toBe(404);
  expect((await fetch(url)).status).toBe(200);
  client.socket.close();
  await expect.poll(async () => (await fetch(url)).status).toBe(410);
  expect(await (await fetch(url)).text()).toMatch(/not there any more/);
});

test("equal bytes cross and lie there once; what a page shows no more goes, and what it hands over anew is there", async () => {
  await using server = await startMediaServer();
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  const [tides, same] = [server.media(client, "Tides"), server.media(client, "Same bytes")];
  expect(tides).not.toBe(same);
  expect((await fetch(same)).headers.get("content-disposition")).toBe('attachment; filename="download.txt"');
  expect(await (await fetch(same)).text()).toBe("0123456789");
  expect((await fetch(tides)).headers.get("etag")).toBe((await fetch(same)).headers.get("etag"));
  client.set("Hide", true);
  await client.ran();
  expect(client.has("Tides")).toBe(false);
  client.set("Hide", false);
  await client.ran();
  expect(server.media(client, "Tides"), "the same for the same").toBe(tides);
  expect((await fetch(tides)).status).toBe(200);
});

test("[WS2] a file is there while its user is not", async () => {
  await using server = await startMediaServer();
  const first = await PageClient.open(server.url);
  const { token } = await first.next("welcome");
  await first.shows("ready");
  const url = server.media(first, "Tides");
  await first[Symbol.asyncDispose]();
  expect((await fetch(url)).status).toBe(200);
  await using second = await PageClient.open(server.url, { protocol: PROTOCOL_VERSION, resume: token });
  await second.shows("ready");
  expect(server.media(second, "Tides")).toBe(url);
});

test("[SR8] a session that has moved makes its files where it is now", async () => {
  await using server = await startMediaServer({ workers: 1 });
  await using client = await PageClient.open(server.url);
  await using culprit = await PageClient.open(server.url);
  await client.shows("ready");
  await culprit.shows("ready");
  const url = server.media(client, "Tides");
  culprit.set("Die", true);
  await culprit.next("problem", (msg) => msg.error !== null);
  expect(await (await fetch(url)).text(), "what was handed over is the host's").toBe("0123456789");
  client.set("On demand", true);
  const { media } = await client.next("download");
  expect(await (await fetch(server.at(media))).text()).toMatch(/^made in \d+ \(/);
  client.rerun();
  await client.ran();
  expect(client.text(/^run/), "what the page wrote when it ran for it was taken back").toBe("run 2");
});

test("[SR8] a file that was being made where the worker is gone is told to be lost, and can be asked for again", async () => {
  await using server = await startMediaServer({ workers: 1 });
  await using client = await PageClient.open(server.url);
  await using culprit = await PageClient.open(server.url);
  await client.shows("ready");
  await culprit.shows("ready");
  const button = () => client.props("downloadButton").find(({ label }) => label === "Slow");
  client.set("Slow", true);
  await client.until(() => button()?.preparing === true, "the button to say that its file is on its way");
  culprit.set("Die", true);
  const { error } = await client.next("problem");
  expect(error).toMatchObject({ name: "FileLostError", code: "RIVULET_FILE_LOST" });
  await client.next("tree");
  await client.until(() => button() !== undefined && button()?.preparing === undefined, "the button to be as before");
  client.set("On demand", true);
  const { media } = await client.next("download");
  expect((await fetch(server.at(media))).status).toBe(200);
});

test("[SR8] a file that was made while its user was away is told to be lost with its worker, and can be asked for again", async () => {
  await using server = await startMediaServer({ workers: 1 });
  const client = await PageClient.open(server.url);
  await using culprit = await PageClient.open(server.url);
  const { token } = await client.next("welcome");
  await client.shows("ready");
  await culprit.shows("ready");
  const preparing = (page: PageClient) => page.props("downloadButton").find(({ label }) => label === "Gated")?.preparing;
  client.set("Gated", true);
  await client.until(() => preparing(client) === true, "the button to say that its file is on its way");
  await client[Symbol.asyncDispose]();
  culprit.set("Open the gate", true);
  await culprit.ran();
  // The file is there by the time that the worker has come to another run.
  culprit.rerun();
  await culprit.ran();
  culprit.set("Die", true);
  await culprit.next("problem", (msg) => msg.error !== null);
  await using back = await PageClient.open(server.url, { protocol: PROTOCOL_VERSION, resume: token });
  const { error } = await back.next("problem", (msg) => msg.error !== null);
  expect(error).toMatchObject({ code: "RIVULET_FILE_LOST" });
  await back.shows("ready");
  expect(preparing(back)).toBeUndefined();
});

test("what makes a file hears that its session is over", async () => {
  await using server = await startMediaServer({ workers: 1, sessionTtl: 10 });
  const client = await PageClient.open(server.url);
  await using other = await PageClient.open(server.url);
  await client.shows("ready");
  client.set("Slow", true);
  await client.ran();
  await client[Symbol.asyncDispose]();
  await expect
    .poll(async () => {
      other.rerun();
      await other.ran();
      return other.text(/^given up/);
    })
    .toBe("given up: true");
});

test("a stream is read no faster than its browser takes it, once, and ends when nobody wants it", async () => {
  await using server = await startMediaServer();
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  client.set("Endless", true);
  const { media, name } = await client.next("download");
  expect(name).toBe("endless.bin");
  const head = await fetch(server.at(media), { method: "HEAD" });
  expect([head.status, head.headers.get("content-disposition")]).toEqual([200, 'attachment; filename="endless.bin"']);
  // Nothing is read of the answer: what waits between here and the page is bounded.
  const slow = request(server.at(media)).end();
  const response = await new Promise<NodeJS.ReadableStream & { destroy(): void }>((resolve) => slow.once("response", resolve));
  expect((await fetch(server.at(media))).status, "it is given once").toBe(410);
  const megabytes = async () => {
    client.rerun();
    await client.ran();
    return Number(/\d+/.exec(client.text(/^megabytes/) ?? "")?.[0]);
  };
  let before = -1;
  await expect
    .poll(async () => {
      const now = await megabytes();
      const stands = now === before;
      before = now;
      return stands;
    })
    .toBe(true);
  expect(before).toBeLessThan(60);
  response.destroy();
  await expect.poll(async () => (await megabytes(), client.text(/^ended/))).toBe("ended: true, aborted: true");
});

test("[SEC6] what fails in mid-file is no file; its button tells", async () => {
  await using server = await startMediaServer({ dev: false });
  await using client = await PageClient.open(server.url);
  await client.shows("ready");
  client.set("Breaks", true);
  const { media } = await client.next("download");
  const whole = fetch(server.at(media)).then(async (response) => (await response.arrayBuffer(), response.ok));
  expect(await whole.catch(() => false), "half a file is none").toBe(false);
  await client.until(() => client.props("downloadButton").some(({ error }) => error !== undefined), "the error");
  const error = client.props("downloadButton").find((props) => props.error !== undefined)?.error;
  expect(JSON.stringify(error)).not.toContain("tide gauge");
  expect(error).toMatchObject({ id: expect.any(String) });
});
