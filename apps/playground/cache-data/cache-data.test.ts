import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test, vi } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { Deferred } from "../harness/deferred.ts";

const asked = (app: AppTest): string | undefined => app.texts().find((text) => text.startsWith("Asked at"));

test("a value is kept from run to run and for other sessions, until it is cleared", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("metric").props.value).toBe("1642 m");
  const first = asked(app);
  expect(first).toBeDefined();
  app.get("selectbox", { label: "Lake" }).set("Superior");
  await app.run();
  expect(app.get("metric").props.value).toBe("406 m");
  app.get("selectbox", { label: "Lake" }).set("Baikal");
  await app.run();
  expect(asked(app)).toBe(first);

  await using other = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await other.run();
  expect(asked(other)).toBe(first);
  const seen = (one: AppTest): string | undefined => one.texts().find((text) => text.startsWith("seen"));
  expect(seen(other)).not.toBe(seen(app));

  app.get("button", { label: "Ask again" }).click();
  await app.run();
  expect(asked(app)).not.toBe(first);
});

test("[FM3] a run that finds its values sends no spinner", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  await app.run();
  expect(app.getAll("spinner")).toEqual([]);
});

test("a spinner turns where the call stands while it takes long, and goes", async () => {
  const answer = new Deferred<string>();
  const load = st.cacheData(
    async function load() {
      return answer.promise;
    },
    { showTime: true },
  );
  await using app = await AppTest.fromFunction(async () => {
    const value = load();
    st.text("below");
    st.text(await value);
  });
  const running = app.run();
  await vi.waitFor(() => expect(app.getAll("spinner").map(({ props }) => props.active)).toEqual([true]));
  expect(app.get("spinner").props).toMatchObject({ text: "Running `load(...)`.", showTime: true });
  const order = [...app.tree.nodes.values()].find(({ children }) => children !== undefined && children.length > 1)?.children ?? [];
  expect(order.map((id) => app.tree.nodes.get(id)?.type)).toEqual(["spinner", "text"]);
  answer.resolve("above");
  await running;
  expect(app.get("spinner").props.active).toBe(false);
  expect(app.texts()).toEqual(["below", "above"]);
});

test("calls between which nothing is written share a place for a spinner", async () => {
  const load = st.cacheData(async (n: number) => n * 2);
  await using app = await AppTest.fromFunction(async () => {
    let sum = 0;
    for (let i = 0; i < 100; i++) sum += await load(i);
    st.text(sum);
    await Promise.all([load(100), load(101)]);
  });
  await app.run();
  expect(app.getAll("spinner").length).toBe(2);
  expect(app.texts()).toEqual(["9900"]);
});

test("the spinner of a call whose run is over is gone, and the value is made all the same", async () => {
  const answer = new Deferred<number>();
  const load = st.cacheData(async () => answer.promise);
  await using app = await AppTest.fromFunction(async () => {
    const value = load();
    if (st.button("Stop")) st.stop();
    st.text(await Promise.race([value, new Promise<string>((resolve) => setTimeout(resolve, 150, "waited"))]));
  });
  await app.run();
  expect(app.texts()).toContain("waited");
  app.get("button", { label: "Stop" }).click();
  await app.run();
  expect(app.getAll("spinner").some(({ props }) => props.active)).toBe(false);
  answer.resolve(7);
  expect(await load()).toBe(7);
});

test("showSpinner: false shows none, a text shows itself", async () => {
  const gate = new Deferred<void>();
  const silent = st.cacheData(async () => gate.promise, { showSpinner: false });
  const loud = st.cacheData(async (_: number) => gate.promise, { showSpinner: "Hold on" });
  await using app = await AppTest.fromFunction(async () => {
    await Promise.all([silent(), loud(1)]);
  });
  const running = app.run();
  await vi.waitFor(() => expect(app.getAll("spinner").map(({ props }) => [props.text, props.active])).toEqual([["Hold on", true]]));
  gate.resolve();
  await running;
});

test("functions made at one place are told apart by key", async () => {
  const make = (factor: number) => st.cacheData(async (n: number) => n * factor, { key: String(factor) });
  expect([await make(2)(3), await make(5)(3), await make(2)(3)]).toEqual([6, 15, 6]);
});

test("a session's value cannot be asked for outside a session", async () => {
  const mine = st.cacheData(async () => 1, { scope: "session" });
  await expect(mine()).rejects.toThrow(expect.objectContaining({ code: "RIVULET_NO_SESSION_CONTEXT" }));
});

test.each([
  ["ttl must be a number of seconds above 0", { ttl: 0 }],
  ["ttl must be a number of seconds above 0", { ttl: "soon" }],
  ["maxEntries must be a whole number above 0", { maxEntries: 1.5 }],
  ['scope must be "app" or "user" or "session"', { scope: "world" as never }],
  ["key must be a string", { key: 1 as never }],
  ["showSpinner must be true, false or a text", { showSpinner: 1 as never }],
  ["hash must be a function", { hash: "x" as never }],
  ["staleFor must be with a ttl, after which values are stale", { staleFor: "1h" }],
  ["staleFor must be a number of seconds above 0", { ttl: 1, staleFor: "soon" }],
  ['persist must be "disk"', { persist: "memory" as never }],
  ['persist must be left out with scope "session"', { persist: "disk" as const, scope: "session" as const }],
])("st.cacheData: %s", async (message, options) => {
  expect(await badOptionOf(() => void st.cacheData(async () => 1, options))).toContain(`st.cacheData: ${message}`);
});

test("st.cacheData needs a function", async () => {
  expect(await badOptionOf(() => void st.cacheData(5 as never))).toContain("st.cacheData: the first argument must be a function");
});
