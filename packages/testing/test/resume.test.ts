import { connect, type WireClient } from "@rivulet/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve } from "./serve.ts";

const STORY = Array.from({ length: 200 }, (_, i) => `word${i} `)
  .join("")
  .trim();

async function open(): Promise<WireClient> {
  const server = await serve("resume.ts");
  const client = await connect(server.url);
  onTestFinished(() => client.close());
  await client.waitIdle();
  return client;
}

const story = (client: WireClient) => client.texts().find((text) => text.startsWith("word0")) ?? "";

/** Waits until the browser has got more of what its server sends. */
async function more(client: WireClient): Promise<void> {
  const { length } = story(client);
  while (story(client).length === length) await new Promise((resolve) => setTimeout(resolve, 1));
}

test("[FM5] a stream survives lost connections without a gap, a repetition or the page's whole tree", async () => {
  const client = await open();
  const apply = vi.spyOn(client.tree, "apply");
  await client.click("Tell");
  for (let cut = 0; cut < 5; cut++) {
    await more(client);
    await client.drop();
    await client.resume();
  }
  await client.waitIdle();
  expect(story(client)).toBe(STORY);
  expect(client.texts()).toContain(`${STORY.length + 1} characters`);
  expect(new Set(apply.mock.calls.map(([msg]) => msg.type))).toEqual(new Set(["delta"]));
});

test("[FM5] what was written while nobody was there comes with the next connection", async () => {
  const client = await open();
  await client.click("Tell");
  await more(client);
  await client.drop();
  const { length } = story(client);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(story(client)).toHaveLength(length);
  await client.resume();
  await client.waitIdle();
  expect(story(client)).toBe(STORY);
});

test("[BM2] a click just before the connection is lost takes effect once", async () => {
  const client = await open();
  for (let clicks = 1; clicks <= 12; clicks++) {
    await client.click("Count");
    // Before it has left, on its way, when it has arrived, and when its answer comes.
    for (let turns = clicks % 4; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    await client.drop();
    await client.resume();
    await client.waitIdle();
    expect(client.texts()).toContain(`count ${clicks}`);
  }
});

test("[FM6] a client that does not read is sent what is there at last, not what was there meanwhile", async () => {
  const client = await open();
  const before = client.bytesReceived;
  await client.click("Flood");
  await new Promise((resolve) => setImmediate(resolve));
  client.pause();
  await new Promise((resolve) => setTimeout(resolve, 600));
  await client.resume();
  await client.waitIdle();
  expect(client.texts()).toContain("flooded");
  // 3000 writes of a kilobyte, of which a frame's time passes between every few.
  expect(client.bytesReceived - before).toBeLessThan(200_000);
});
