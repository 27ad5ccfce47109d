import { connect } from "@rivulet/testing";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "./serve.ts";

async function open(page: string) {
  const server = await serve(page);
  const client = await connect(server.url);
  onTestFinished(() => client.close());
  return { server, client };
}

test("a client sees the first run, presses a button and sees the next", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  expect(client.texts()).toEqual(["Increment", "Wait", "count: 0."]);
  const [bytes, messages] = [client.bytesReceived, client.messagesReceived];
  await client.click("Increment");
  await client.waitIdle();
  expect(client.texts()).toEqual(["Increment", "Wait", "count: 1."]);
  expect(client.bytesReceived).toBeGreaterThan(bytes);
  expect(client.messagesReceived).toBeGreaterThan(messages);
  expect(client.sessionId).not.toBe("");
});

test("everything sent before a wait has been run when it ends", async () => {
  const { client } = await open("waits.ts");
  for (let i = 0; i < 20; i++) {
    await client.waitIdle();
    await Promise.all([client.click("Increment"), client.rerun()]);
  }
  await client.waitIdle();
  expect(client.texts()).toContain("count: 20.");
});

test("every kind of widget is set by its visible label, choices by theirs", async () => {
  const { client } = await open("widgets.ts");
  await client.waitIdle();
  await client.click("Press me");
  await client.byLabel("Age").set(42);
  await client.byLabel("Range").set([3, 9]);
  await client.byLabel("Name").set("Ada");
  await client.byLabel("Guests").set(5);
  await client.byLabel("City").set("Porto");
  await client.byLabel("Size").set("large");
  await client.byLabel("Fruit").set(["plum", "apple"]);
  await client.byLabel("Agree").set(true);
  await client.click("Night");
  await client.waitIdle();
  const texts = client.texts();
  expect(texts).toContain("presses: 1");
  for (const value of [42, [3, 9], "Ada", 5, "Porto", "large", ["plum", "apple"]]) expect(texts).toContain(JSON.stringify(value));
  expect(texts.filter((text) => text === "true")).toHaveLength(2);
});

test("[BM1] what a widget does not take, the server refuses, and the page keeps what it had", async () => {
  const { client } = await open("widgets.ts");
  await client.waitIdle();
  const before = client.texts();
  for (const [label, value] of [
    ["Age", 121],
    ["Age", "old"],
    ["City", "Paris"],
    ["Range", [4, 2]],
    ["Guests", 1.5],
    ["Locked", 5],
  ] as const) {
    await client.byLabel(label).set(value);
    await client.waitIdle();
    expect(client.texts()).toEqual(before);
  }
});

test("a label that is not there rejects with what is there and the nearest match", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  await expect(client.click("Incremnt")).rejects.toMatchObject({
    code: "RIVULET_TEST_NOT_FOUND",
    message: 'A widget labelled "Incremnt" is not on the page. There is: button "Increment", button "Wait". Did you mean "Increment"?',
  });
  await expect(client.byLabel("Increment me").set(1)).rejects.toMatchObject({ code: "RIVULET_TEST_NOT_FOUND" });
});

test("Stop ends a run that waits for ever", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  await client.click("Wait");
  await expect(client.waitIdle({ timeout: 100 })).rejects.toMatchObject({ code: "RIVULET_TEST_TIMEOUT" });
  await client.stop();
  await client.waitIdle();
  await client.click("Increment");
  await client.waitIdle();
  expect(client.texts()).toContain("count: 1.");
});

test("[BM2] a click that was on its way when the connection was lost counts once", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  const session = client.sessionId;
  for (let i = 1; i <= 50; i++) {
    await client.click("Increment");
    await client.drop();
    await expect(client.click("Increment")).rejects.toMatchObject({ code: "RIVULET_TEST_CONNECTION" });
    await client.resume();
    await client.waitIdle();
    expect(client.texts()).toContain(`count: ${i}.`);
  }
  expect(client.sessionId).toBe(session);
});

test("a run goes on while the browser is away, and is shown when it is back", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  await client.click("Wait");
  await client.drop();
  await client.resume();
  await client.stop();
  await client.waitIdle();
  await client.click("Increment");
  await client.waitIdle();
  expect(client.texts()).toContain("count: 1.");
});

test("a paused client reads nothing until it goes on", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  client.pause();
  await client.click("Increment");
  const before = client.messagesReceived;
  await expect(client.waitIdle({ timeout: 200 })).rejects.toMatchObject({ code: "RIVULET_TEST_TIMEOUT" });
  expect(client.messagesReceived).toBe(before);
  await client.resume();
  await client.waitIdle();
  expect(client.texts()).toContain("count: 1.");
});

test("a page that is not there and a server that is not there reject with the reason", async () => {
  const server = await serve("waits.ts");
  await expect(connect(`${server.url}nowhere`)).rejects.toMatchObject({
    code: "RIVULET_TEST_CONNECTION",
    message: expect.stringContaining("unknownPage") as string,
  });
  await server.close();
  await expect(connect(server.url)).rejects.toMatchObject({
    code: "RIVULET_TEST_CONNECTION",
    message: expect.stringContaining("ECONNREFUSED") as string,
  });
});

test("whoever waits when the server goes is told", async () => {
  const { server, client } = await open("waits.ts");
  await client.waitIdle();
  await client.click("Wait");
  const waiting = client.waitIdle().catch((error: unknown) => error);
  await server.close();
  expect(await waiting).toMatchObject({ code: "RIVULET_TEST_CONNECTION" });
});

test("a message that is none is refused, and the session lives on", async () => {
  const { client } = await open("waits.ts");
  await client.waitIdle();
  await client.sendRaw("{");
  await client.click("Increment");
  await client.waitIdle();
  expect(client.refusals).toMatchObject([{ code: "RIVULET_BAD_MESSAGE" }]);
  expect(client.texts()).toContain("count: 1.");
});
