import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, type PageSession } from "./page-session.ts";

/** The browser's address and how it came to be, message by message. */
function locations({ msgs }: PageSession): string[] {
  return msgs.flatMap((msg) => (msg.type === "location" ? [`${msg.mode} ${msg.path}?${msg.query}`] : []));
}

/** The user follows a link, or goes back. */
function goTo(session: PageSession, query: string, path = "/"): Promise<unknown> {
  const no = session.startRaw([], undefined, undefined, { place: { path, query } });
  return session.end(no);
}

const bound = { key: "a", bind: "query-params" } as const;

test("a bound widget's value is in the address, each step can be gone back from, and back is what the widget shows", async () => {
  const page = new Script(() => st.text(`a ${st.slider("A", { value: 5, ...bound })}`)).open();
  await page.run();
  await page.run({ A: 7 });
  await page.run({ A: 9 });
  await page.run({ A: 5 });
  expect(locations(page)).toEqual(["push /?a=7", "push /?a=9", "push /?"]);
  await goTo(page, "a=9");
  expect(page.texts()).toContain("a 9");
  await goTo(page, "");
  expect(page.texts()).toContain("a 5");
  // Nothing was written that the browser does not say itself.
  expect(locations(page)).toHaveLength(3);
});

test("user edits win over the address, then the page's code", async () => {
  let given: number | undefined;
  const page = new Script(() => {
    if (given !== undefined) st.sessionState.a = given;
    st.text(`a ${st.slider("A", bound)}`);
  }).open(undefined, "a=30");
  await page.run();
  expect(page.texts()).toContain("a 30");
  await page.run({ A: 40 });
  expect(page.texts()).toContain("a 40");
  given = 50;
  await page.run();
  expect(page.texts()).toContain("a 50");
  expect(locations(page)).toEqual(["push /?a=40", "replace /?a=50"]);
});

test.each([
  ["a=x&b=1", "replace /?b=1", 0],
  ["a=1&a=2", "replace /?", 0],
  ["a=-5", "replace /?", 0],
  ["a=500", "replace /?a=100", 100],
  ["a=7.5", "replace /?", 0],
  ["a=0x10", "replace /?", 0],
  ["a=", "replace /?", 0],
])("%s: what is no value is dropped, what is outside is cut, and the address corrected", async (query, location, value) => {
  const page = new Script(() => st.text(`a ${st.slider("A", bound)}`)).open(undefined, query);
  await page.run();
  expect(page.texts()).toContain(`a ${value}`);
  expect(locations(page)).toEqual([location]);
});

test("a widget that is gone takes its parameter along; one that persists leaves it", async () => {
  const page = new Script(() => {
    if (!st.checkbox("Show", { value: true })) return;
    st.slider("A", bound);
    st.slider("B", { key: "b", bind: "query-params", persistState: "page" });
  }).open();
  await page.run();
  await page.run({ A: 1, B: 2 });
  await page.run({ Show: false });
  expect(locations(page)).toEqual(["push /?a=1&b=2", "push /?b=2"]);
  await page.run({ Show: true });
  expect([page.find("A").props.value, page.find("B").props.value]).toEqual([0, 2]);
});

test("another page has its own parameters", async () => {
  const page = new Script(() => st.text(`a ${st.slider("A", bound)}`)).open();
  await page.run({});
  await page.run({ A: 7 });
  await goTo(page, "x=1&a=3", "/other");
  expect(page.texts()).toContain("a 3");
  expect(locations(page)).toEqual(["push /?a=7"]);
});

test("[SR7] what a superseded run has written stays, and nothing of it reaches a place that the user has gone to", async () => {
  let [reached, wait] = [gate(), gate()];
  const page = new Script(async () => {
    if (st.button("Write")) {
      st.queryParams.step = "1";
      reached.open();
      await wait.passed;
      st.queryParams.step = "2";
    }
    st.text(`step ${st.queryParams.step ?? "none"}`);
  }).open();
  await page.run();
  page.start({ Write: true });
  await reached.passed;
  await page.run();
  expect(page.texts()).toContain("step 1");
  [reached, wait] = [gate(), gate()];
  page.start({ Write: true });
  await reached.passed;
  await goTo(page, "step=9");
  wait.open();
  await page.run();
  expect(page.texts()).toContain("step 9");
  expect(locations(page)).toEqual(["push /?step=1"]);
});

test("several writes of one request are one step in the history", async () => {
  const page = new Script(async () => {
    const pressed = st.button("Write");
    for (const n of [1, 2, 3]) {
      if (pressed) st.queryParams.n = String(n);
      await new Promise((resolve) => setTimeout(resolve, 20));
      st.text(`n ${n}`);
    }
  }).open();
  await page.run();
  await page.run({ Write: true });
  expect(locations(page).filter((text) => text.startsWith("push"))).toHaveLength(1);
  expect(locations(page).at(-1)).toMatch(/\?n=3$/);
});

test("[SR8] a page that runs unseen writes nothing into the address", async () => {
  const page = new Script(() => {
    st.queryParams.seen = String(Number(st.queryParams.seen ?? "0") + 1);
    st.button("Press", { onClick: () => {} });
  }).open();
  await page.run();
  expect(locations(page)).toEqual(["replace /?seen=1"]);
  const id = page.find("Press").widget as string;
  const moved = new Script(() => {
    st.queryParams.seen = String(Number(st.queryParams.seen ?? "0") + 1);
    st.button("Press", { onClick: () => {} });
  }).open(undefined, "seen=1");
  await moved.end(moved.startRaw([[id, true]], undefined, undefined, { moved: "rehydrate" }));
  expect(locations(moved).at(-1)).toMatch(/seen=2$/);
});
