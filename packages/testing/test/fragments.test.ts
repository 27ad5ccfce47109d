import { AppTest, connect } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, onTestFinished, test } from "vitest";
import { fixture, serve } from "./serve.ts";

const PAGE = "fragments.ts";
const counts = (texts: readonly string[]) => texts.filter((text) => /\d/.test(text)).map((text) => text.trim());

async function open(options: { readonly ticks?: boolean } = {}) {
  const server = await serve(PAGE);
  const client = await connect(server.url, options);
  onTestFinished(() => client.close());
  await client.waitIdle();
  return client;
}

test.each([false, true])("[SR5] an AppTest runs the fragment of what is used, and the page for anything else (real: %s)", async (real) => {
  await using app = await AppTest.fromFile(fixture(PAGE), { real });
  await app.run();
  expect(counts(app.texts())).toEqual(["page 1", "clock 1", "inner 1"]);
  app.get("button", { label: "Inner" }).click();
  await app.run();
  expect(counts(app.texts())).toEqual(["page 1", "clock 1", "inner 2"]);
  app.get("button", { label: "Inner" }).click();
  app.get("button", { label: "Outer" }).click();
  await app.run();
  expect(counts(app.texts())).toEqual(["page 1", "clock 2", "inner 3"]);
  app.get("button", { label: "Inner" }).click();
  app.get("textInput").set("Ada");
  await app.run();
  expect(counts(app.texts())).toEqual(["page 2", "clock 3", "inner 4 Ada"]);
});

test.each([false, true])(
  "a fragment's timer runs in an AppTest when the test says so, and staged values stay staged (real: %s)",
  async (real) => {
    await using app = await AppTest.fromFile(fixture(PAGE), { real });
    await app.run();
    app.get("textInput").set("Ada");
    await app.tick("clock");
    await app.tick();
    expect(counts(app.texts())).toEqual(["page 1", "clock 3", "inner 3"]);
    await app.run();
    expect(counts(app.texts())).toEqual(["page 2", "clock 4", "inner 4 Ada"]);
    await expect(app.tick("clokc")).rejects.toMatchObject({
      code: "RIVULET_TEST_NOT_FOUND",
      message: expect.stringContaining('Did you mean "clock"?') as string,
    });
  },
);

test("a fragment of a function ticks too, and one without a timer does not", async () => {
  let runs = 0;
  await using app = await AppTest.fromFunction(() => {
    st.fragment(() => st.text(`never ${runs}`), { key: "still" })();
    st.fragment(() => st.text(`runs ${++runs}`), { runEvery: "1h" })();
  });
  await app.run();
  await app.tick();
  expect(app.texts()).toEqual(["never 0", "runs 2"]);
  await expect(app.tick("still")).rejects.toMatchObject({ code: "RIVULET_TEST_NOT_FOUND" });
  const ticking = app.tick();
  await expect(app.tick()).rejects.toMatchObject({ code: "RIVULET_TEST_USE" });
  await ticking;
});

test("[SR5] a client's click runs its fragment alone, beside a page that waits; idle is when both have been answered", async () => {
  const client = await open();
  await client.click("Wait");
  await expect.poll(() => counts(client.texts())).toEqual(["page 2", "clock 2", "inner 2"]);
  await client.click("Inner");
  await expect.poll(() => counts(client.texts())).toEqual(["page 2", "clock 2", "inner 3"]);
  await expect(client.waitIdle({ timeout: 50 })).rejects.toMatchObject({ code: "RIVULET_TEST_TIMEOUT" });
  await client.stop();
  await client.waitIdle();
  expect(counts(client.texts())).toEqual(["page 2", "clock 2", "inner 3"]);
});

test("a client runs a fragment when it is told to tick, and by itself only if it was opened so", async () => {
  const client = await open();
  await client.tick("clock");
  await client.waitIdle();
  await client.tick();
  await client.waitIdle();
  expect(counts(client.texts())).toEqual(["page 1", "clock 3", "inner 3"]);
  const ticking = await open({ ticks: true });
  await expect.poll(() => Number(/clock (\d+)/.exec(ticking.texts().join(" "))?.[1])).toBeGreaterThan(5);
  expect(ticking.texts()).toContain("page 1");
  await ticking.drop();
  await ticking.resume();
  await ticking.byLabel("Name").set("Ada");
  await ticking.waitIdle();
  expect(ticking.texts().join(" ")).toMatch(/inner \d+ Ada/);
  expect(counts(client.texts())).toEqual(["page 1", "clock 3", "inner 3"]);
});
