import type { Node, WidgetId, Taken } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeServer, rootNode, type FakeSession } from "./fake-server.ts";
import { button, checkbox, text, textInput } from "./nodes.ts";
import { openBrowser, type TestBrowser } from "./open-browser.ts";

let browser: TestBrowser;
let server: FakeServer;
let page: Page;

// A clock that was made to stand still does so for a whole browser: each test has its own.
beforeEach(async () => {
  [browser, server] = await Promise.all([openBrowser(), FakeServer.start()]);
  page = await browser.newPage();
});
afterEach(async () => {
  await browser[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  expect(browser.errors).toEqual([]);
});

async function open(): Promise<FakeSession> {
  await page.goto(server.url);
  const session = await server.session();
  session.welcome();
  return session;
}

/** Opens the page with its time standing still: it passes with `page.clock.runFor`. */
async function openAtRest(): Promise<FakeSession> {
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1000);
  return open();
}

const state = () => page.locator("#root").getAttribute("data-rivulet-state");
const stateIs = (wanted: string) => page.waitForSelector(`#root[data-rivulet-state="${wanted}"]`);
const chip = () => page.getByRole("button", { name: "Stop" }).count();

const fragment = (id: number, props: { id: WidgetId; every?: number }, ...children: Node[]): Node => ({
  id,
  type: "fragment",
  props,
  children,
});
const ticks = (session: FakeSession, id: WidgetId) =>
  session.numbered.filter((msg) => msg.type === "update" && msg.values.length === 0 && msg.fragment === id).length;
const ticked = (session: FakeSession, id: WidgetId, times: number) => session.until(() => ticks(session, id) >= times);

/** Waits until the page has answered a frame; whatever it sent before has arrived by then. */
async function settled(session: FakeSession): Promise<void> {
  session.send({ type: "delta", deltas: [] });
  const { seq } = session;
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === seq));
}

/** A run of a fragment in one frame. */
function runFragment(session: FakeSession, run: number, id: WidgetId, taken: number, but?: Taken["but"]): void {
  session.send({ type: "runStarted", run, fragment: id }, { type: "runFinished", run, outcome: "finished", taken, but });
}

test("[SR5] a message says which fragment all of its values are in", async () => {
  const session = await open();
  session.show([
    textInput(8, "Outside"),
    fragment(9, { id: "outer" }, button(10, "Outer"), fragment(11, { id: "inner" }, button(12, "Inner"), textInput(13, "Name"))),
  ]);
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("Ada");
  await page.getByRole("button", { name: "Inner" }).click();
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("!");
  await page.getByRole("button", { name: "Outer" }).click();
  await page.getByRole("textbox", { name: "Outside" }).pressSequentially("x");
  await page.getByRole("button", { name: "Inner" }).click();
  await session.until(() => session.numbered.length === 3);
  expect(session.numbered.map((msg) => (msg.type === "update" ? [msg.values.length, msg.fragment] : []))).toEqual([
    [2, "inner"],
    [2, "outer"],
    [2, undefined],
  ]);
});

test("[SR5] the page is running while any of its runs is, in whatever order they end", async () => {
  const session = await open();
  session.show([fragment(8, { id: "f" }, text(9, "x"))]);
  await stateIs("idle");
  session.send({ type: "runStarted", run: 1 });
  session.send({ type: "runStarted", run: 2, fragment: "f" });
  await stateIs("running");
  session.send({ type: "runFinished", run: 1, outcome: "finished", taken: 0 });
  await settled(session);
  expect(await state()).toBe("running");
  session.send({ type: "runFinished", run: 2, outcome: "superseded", taken: 0 });
  await stateIs("idle");
  session.send({ type: "runStarted", run: 3 });
  session.send({ type: "runStarted", run: 4, fragment: "f" });
  await stateIs("running");
  session.host({ type: "ended", outcome: "stopped", taken: 0 });
  await stateIs("idle");
});

test("[BM2] a value that was taken gives way to the server's although an earlier one is open", async () => {
  const session = await open();
  session.show([checkbox(8, "Slow"), fragment(9, { id: "f" }, checkbox(10, "Quick"))]);
  const [slow, quick] = [page.getByRole("checkbox", { name: "Slow" }), page.getByRole("checkbox", { name: "Quick" })];
  await slow.click();
  await quick.click();
  await session.until(() => session.numbered.length === 2);
  session.send({ type: "runStarted", run: 1 });
  runFragment(session, 2, "f", 2, [[1, 1]]);
  await settled(session);
  expect(await quick.isChecked()).toBe(false);
  expect(await slow.isChecked()).toBe(true);
  expect(await state()).toBe("running");
  session.send({ type: "runFinished", run: 1, outcome: "finished", taken: 2 });
  await stateIs("idle");
  expect(await slow.isChecked()).toBe(false);
});

test("a fragment ticks by itself, again and again, and a short tick neither leaves idle nor shows in the page's frame", async () => {
  const session = await open();
  session.show([fragment(8, { id: "f", every: 0.05 }, text(9, "tick 0"))]);
  await stateIs("idle");
  await page.evaluate(() => {
    const seen: (string | undefined)[] = [];
    const root = document.getElementById("root") as HTMLElement;
    Object.assign(globalThis, { seen });
    new MutationObserver(() => seen.push(root.dataset.rivuletState)).observe(root, { attributes: true });
  });
  for (let n = 1; n <= 3; n++) {
    await ticked(session, "f", n);
    session.send(
      { type: "runStarted", run: n, fragment: "f" },
      { type: "delta", deltas: [{ type: "props", id: 9, set: { body: `tick ${n}` } }] },
      { type: "runFinished", run: n, outcome: "finished", taken: n },
    );
  }
  await page.getByText("tick 3").waitFor();
  expect(session.numbered.slice(0, 3)).toMatchObject([{ n: 1, values: [], fragment: "f" }, { n: 2 }, { n: 3 }]);
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
});

test("the time to the next tick counts from the end of a run, whoever asked for it, and none comes while one runs", async () => {
  const session = await openAtRest();
  session.show([fragment(8, { id: "f", every: 1 }, button(9, "Go"))]);
  await settled(session);
  await page.clock.runFor(900);
  await page.getByRole("button", { name: "Go" }).click();
  await session.until(() => session.numbered.length === 1);
  session.send({ type: "runStarted", run: 1, fragment: "f" });
  await settled(session);
  await page.clock.runFor(5000);
  session.send({ type: "runFinished", run: 1, outcome: "finished", taken: 1 });
  await settled(session);
  await page.clock.runFor(999);
  await settled(session);
  expect(ticks(session, "f")).toBe(0);
  await page.clock.runFor(1);
  await ticked(session, "f", 1);
});

test("no second tick goes out before the first is answered, while another fragment's go on", async () => {
  const session = await openAtRest();
  session.show([fragment(8, { id: "stuck", every: 1 }, text(9, "a")), fragment(10, { id: "quick", every: 1 }, text(11, "b"))]);
  await settled(session);
  for (let n = 1; n <= 3; n++) {
    await page.clock.runFor(1000);
    await ticked(session, "quick", n);
    runFragment(session, n, "quick", n + 1, [[1, 1]]);
    await settled(session);
  }
  expect(ticks(session, "stuck")).toBe(1);
  session.host({ type: "refused", n: 1, error: { name: "E", message: "no such fragment" } });
  await page.clock.runFor(1000);
  await ticked(session, "stuck", 2);
  expect(await page.getByText("no such fragment").count()).toBe(0);
});

test("a tick leaves half-entered values alone", async () => {
  const session = await openAtRest();
  session.show([fragment(8, { id: "f", every: 1 }, textInput(9, "Name", "first"))]);
  const input = page.getByRole("textbox", { name: "Name" });
  await input.fill("half");
  await page.clock.runFor(1000);
  await ticked(session, "f", 1);
  expect(await state()).toBe("idle");
  runFragment(session, 1, "f", 1);
  await settled(session);
  expect(await input.inputValue()).toBe("half");
  expect(session.numbered).toHaveLength(1);
});

test("a hidden page does not tick; when it is seen again, it does at once if the time is over", async () => {
  const session = await openAtRest();
  session.show([fragment(8, { id: "f", every: 1 }, text(9, "x"))]);
  await settled(session);
  await hide(true);
  await page.clock.runFor(10_000);
  await settled(session);
  expect(ticks(session, "f")).toBe(0);
  await hide(false);
  await ticked(session, "f", 1);
});

/** As if another tab came to the front; a browser without windows never hides its pages. */
const hide = (hidden: boolean) =>
  page.evaluate((is) => {
    Object.defineProperty(document, "hidden", { value: is, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: is ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

test("ticks end when the fragment goes, and when it has no interval any more", async () => {
  const session = await openAtRest();
  const [gone, silent] = [fragment(8, { id: "gone", every: 1 }), fragment(9, { id: "silent", every: 1 })];
  session.show([gone, silent, fragment(10, { id: "stays", every: 1 })]);
  await settled(session);
  session.run(
    0,
    { type: "delta", deltas: [{ type: "children", id: 1, order: [[1, 2]] }] },
    { type: "delta", deltas: [{ type: "props", id: 9, unset: ["every"] }] },
  );
  await settled(session);
  await page.clock.runFor(10_000);
  await ticked(session, "stays", 1);
  expect(session.numbered).toHaveLength(1);
});

test("a page without connection does not tick; back in its session it repeats what was open and goes on", async () => {
  const session = await openAtRest();
  const nodes = [fragment(8, { id: "f", every: 1 }, text(9, "x")), fragment(10, { id: "g", every: 8 })];
  session.show(nodes);
  await settled(session);
  await page.clock.runFor(1000);
  await ticked(session, "f", 1);
  session.drop();
  await stateIs("disconnected");
  await page.clock.runFor(1000);
  const next = await server.session();
  // Ticks were due each second. An attempt that nobody answers would end after 10.
  await page.clock.runFor(8000);
  expect(next.numbered).toEqual([]);
  next.welcome({ resumed: true, token: "t2" });
  await next.until(() => next.numbered.length === 1);
  expect(next.numbered).toEqual(session.numbered);
  next.show(nodes);
  await ticked(next, "g", 1);
});

test("short runs of fragments in a row are not a long run; a long one says that it runs, and can be stopped", async () => {
  const session = await openAtRest();
  session.show([fragment(8, { id: "f" }, text(9, "x")), fragment(10, { id: "g" }, text(11, "y"))]);
  await settled(session);
  session.send({ type: "runStarted", run: 1, fragment: "f" });
  for (let run = 1; run < 6; run++) {
    await settled(session);
    await page.clock.runFor(200);
    session.send({ type: "runStarted", run: run + 1, fragment: run % 2 ? "g" : "f" });
    session.send({ type: "runFinished", run, outcome: "finished", taken: 0 });
  }
  await settled(session);
  expect(await state()).toBe("running");
  expect(await chip()).toBe(0);
  await page.clock.runFor(400);
  expect(await chip()).toBe(1);
});

test("[SR5] fragments beside a slow run leave its stale marks alone; what is in a fragment carries them itself", async () => {
  const session = await open();
  session.show([
    text(8, "reached"),
    fragment(9, { id: "f" }, text(10, "in f"), fragment(11, { id: "g" }, text(12, "in g"))),
    text(13, "last"),
  ]);
  await stateIs("idle");
  const marked = () => page.locator("[data-stale]").evaluateAll((all) => all.map((element) => element.textContent));
  session.send({ type: "runStarted", run: 1 }, { type: "pending", blocks: [[1, 1]] });
  await page.locator("[data-stale]").first().waitFor();
  expect(await marked()).toEqual(["in f", "in g", "last"]);
  runFragment(session, 2, "g", 0);
  await settled(session);
  expect(await marked()).toEqual(["in f", "in g", "last"]);
  session.send({ type: "pending", blocks: [[1, 2]] });
  await settled(session);
  expect(await marked()).toEqual(["last"]);
  session.send({ type: "runFinished", run: 1, outcome: "error", taken: 0 });
  await stateIs("idle");
  session.send({ type: "runStarted", run: 3, fragment: "g" });
  await settled(session);
  expect(await marked()).toEqual(["last"]);
});

const metric = (id: number): Node => ({ id, type: "metric", props: { label: "Ships", value: "12", border: true } });
const box = (id: number, props: object, ...children: Node[]) => ({ id, type: "container", props, children }) as Node;
const column = (id: number, ...children: Node[]): Node => ({ id, type: "column", props: { weight: 1 }, children });

/** Every way to lay elements out, with the given ones around those that a fragment may hold. */
function layouts(wrap: (id: number, ...children: Node[]) => Node[]): Node[] {
  return [
    text(8, "first"),
    ...wrap(100, button(9, "Fits its label"), text(10, "second")),
    ...wrap(110),
    {
      id: 11,
      type: "columns",
      props: {},
      children: [column(12, ...wrap(120, metric(13))), column(14, text(15, "a"), ...wrap(130, text(16, "b")))],
    },
    box(
      17,
      { horizontal: true },
      button(18, "Left"),
      ...wrap(140, button(19, "Middle"), ...wrap(150, textInput(20, "Wide"))),
      button(21, "Right"),
    ),
    box(22, { height: 200 }, ...wrap(160, box(23, { height: "stretch" }, text(24, "fills the height")))),
    ...wrap(170, { id: 25, type: "expander", props: { label: "More", expanded: true }, children: [...wrap(180, text(26, "inside"))] }),
    text(27, "last"),
  ];
}

test.each([1400, 360])("at %d px a fragment's elements stand as if it were not there", async (width) => {
  await page.setViewportSize({ width, height: 1000 });
  const session = await open();
  const places = async (nodes: Node[]) => {
    session.show(nodes);
    await settled(session);
    // What the metric needs has arrived.
    await stateIs("idle");
    return page.locator("main [data-node]").evaluateAll((all) =>
      all.map((element) => {
        const { x, y, width: wide, height } = element.getBoundingClientRect();
        return `${(element as HTMLElement).dataset.element}: ${x} ${y} ${wide} ${height}`;
      }),
    );
  };
  const plain = await places(layouts((_, ...children) => children));
  expect(plain).toHaveLength(21);
  expect(await places(layouts((id, ...children) => [fragment(id, { id: `f${id}` }, ...children)]))).toEqual(plain);
  if (process.env.RIVULET_SHOTS !== undefined) await page.screenshot({ path: `${process.env.RIVULET_SHOTS}/fragments-${width}.png` });
});

test("[SR8] a whole tree from another worker sets no fragment's timer back but that of the one that ran", async () => {
  const session = await openAtRest();
  const main = (first: number) => [
    fragment(first, { id: "f", every: 2 }, text(first + 1, "f")),
    fragment(first + 2, { id: "g", every: 2 }),
  ];
  session.show(main(8));
  await settled(session);
  await page.clock.runFor(1500);
  session.send(
    {
      type: "tree",
      roots: [rootNode(1, main(50)), rootNode(2, []), rootNode(3, []), rootNode(4, [])],
      config: {},
      running: [{ no: 1, fragment: "g" }],
    },
    { type: "runFinished", run: 1, outcome: "finished", taken: 0 },
  );
  await settled(session);
  await page.clock.runFor(499);
  await settled(session);
  expect([ticks(session, "f"), ticks(session, "g")]).toEqual([0, 0]);
  await page.clock.runFor(1);
  await ticked(session, "f", 1);
  await page.clock.runFor(1499);
  await settled(session);
  expect(ticks(session, "g")).toBe(0);
  await page.clock.runFor(1);
  await ticked(session, "g", 1);
});
