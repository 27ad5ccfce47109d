import { connect, type WireClient } from "@rivulet/testing";
import { expect, onTestFinished, test, vi } from "vitest";
import { serve } from "./serve.ts";

const STORY = Array.from({ length: 200 }, (_, i) => `word${i} `)
  .join("")
  .trim();

async function open(url?: string): Promise<WireClient> {
  const client = await connect(url ?? (await serve("resume.ts")).url);
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
  const { url } = await serve("resume.ts");
  const [client, reader] = await Promise.all([open(url), open(url)]);
  const before = client.bytesReceived;
  await Promise.all([client.click("Flood"), reader.click("Flood")]);
  client.pause();
  // The same page for one that reads takes as long.
  await reader.waitIdle();
  await client.resume();
  await client.waitIdle();
  expect(client.texts()).toContain("flooded");
  // Eight frames of 30 KB before it fell silent, and what came of the rest.
  expect(client.bytesReceived - before).toBeLessThan(500_000);
  expect(reader.bytesReceived).toBeGreaterThan(600_000);
});

test("[SR8] a client that does not read hears that its run has ended, also when its worker dies before it reads on", async () => {
  const { url } = await serve("resume.ts");
  const [client, other] = await Promise.all([open(url), open(url)]);
  await client.click("Flood");
  client.pause();
  while (!other.texts().includes("1 floods")) {
    await other.rerun();
    await other.waitIdle();
  }
  await other.click("Die");
  await other.waitIdle();
  await client.resume();
  await client.waitIdle({ timeout: 5000 });
  expect(client.texts()).toContain("0 floods");
  expect(client.problem).toBeNull();
});

test("[SR8] a client that was away when its worker died in mid-run is sent the whole page, not what the next worker adds", async () => {
  const { url } = await serve("resume.ts");
  const [client, other] = await Promise.all([open(url), open(url)]);
  await client.click("Tell");
  await more(client);
  await client.drop();
  await other.click("Die");
  await other.waitIdle();
  await client.resume();
  await client.waitIdle();
  expect(story(client)).toBe(STORY);
  expect(client.texts().filter((text) => text === "Tell")).toHaveLength(1);
});
