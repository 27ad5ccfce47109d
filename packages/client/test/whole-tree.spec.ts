import type { Node } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { FakeServer, rootNode, type FakeSession } from "./fake-server.ts";
import { button, checkbox, slider, text, textInput } from "./nodes.ts";
import { openBrowser, type TestBrowser } from "./open-browser.ts";
import { mutations, watchMutations } from "./page-mutations.ts";

let browser: TestBrowser;
let server: FakeServer;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
});
beforeEach(async () => {
  server = await FakeServer.start();
  page = await browser.newPage();
});
afterEach(async () => {
  await page.close();
  await server[Symbol.asyncDispose]();
  expect(browser.errors.splice(0)).toEqual([]);
});

async function open(): Promise<FakeSession> {
  await page.goto(server.url);
  const session = await server.session();
  session.welcome();
  return session;
}

/** Waits until the page has answered the last frame. */
async function settled(session: FakeSession): Promise<void> {
  const { seq } = session;
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq >= seq));
  await page.waitForSelector('#root[data-rivulet-state="idle"]');
}

const box = (id: number, props: object, ...children: Node[]): Node => ({ id, type: "container", props, children });
const expander = (id: number, label: string, ...children: Node[]): Node => ({ id, type: "expander", props: { label }, children });
const tabs = (id: number, labels: string[], ...children: Node[]): Node => ({ id, type: "tabs", props: { labels }, children });
const tab = (id: number, label: string, ...children: Node[]): Node => ({ id, type: "tab", props: { label }, children }) as Node;
const select = (id: number, label: string, options: string[], value: string): Node => ({
  id,
  type: "selectbox",
  widget: `s:${label}`,
  props: { label, options, value, clearable: false },
});

/** A page with what a user can leave in a certain state; its ids begin at `first`, as each worker's do where it likes. */
function content(first: number): Node[] {
  let id = first;
  return [
    text(id++, "Title"),
    textInput(id++, "Name"),
    expander(id++, "More", text(id++, "inside"), checkbox(id++, "Agree")),
    tabs(id++, ["One", "Two"], tab(id++, "One", text(id++, "first tab")), tab(id++, "Two", text(id++, "second tab"))),
    box(id++, { height: 120 }, ...Array.from({ length: 40 }, (_, i) => text(id++, `line ${i}`))),
    select(id++, "City", ["Ghent", "Bruges", "Ypres"], "Ghent"),
    slider(id++, "Speed"),
    button(id++, "Go"),
  ];
}

/** Sends the page as another worker would: the same, with other ids. */
async function move(session: FakeSession, main = content(500)): Promise<void> {
  session.show(main, { sidebar: [text(900, "side")] });
  await settled(session);
}

async function openContent(): Promise<FakeSession> {
  const session = await open();
  session.show(content(8), { sidebar: [text(100, "side")] });
  await settled(session);
  return session;
}

const input = () => page.getByRole("textbox", { name: "Name" });
const caret = () =>
  input().evaluate((element: HTMLInputElement) => ({
    focused: document.activeElement === element,
    selection: [element.selectionStart, element.selectionEnd],
    value: element.value,
  }));

test("[SR8] an identical page from another worker touches nothing in the document", async () => {
  const session = await openContent();
  await watchMutations(page);
  await move(session);
  expect(await mutations(page)).toEqual([]);
  await move(session, content(8));
  expect(await mutations(page)).toEqual([]);
});

test("[SR8][BM3] a half-typed text keeps its focus and selection when the session moves, and goes along with the next press", async () => {
  const session = await openContent();
  await input().pressSequentially("half-typed");
  await input().evaluate((element: HTMLInputElement) => element.setSelectionRange(2, 4));
  await watchMutations(page);
  await move(session);
  expect(await caret()).toEqual({ focused: true, selection: [2, 4], value: "half-typed" });
  expect(await mutations(page)).toEqual([]);
  await page.keyboard.insertText("X");
  await page.getByRole("button", { name: "Go" }).click();
  await session.until(() => session.numbered.length > 0);
  expect(session.numbered).toMatchObject([
    {
      values: [
        ["t:Name", "haX-typed"],
        ["b:Go", true],
      ],
    },
  ]);
});

test("[WS2] after a lost connection the half-typed text, focus and selection are as they were", async () => {
  const session = await openContent();
  await input().pressSequentially("half-typed");
  await input().evaluate((element: HTMLInputElement) => element.setSelectionRange(2, 4));
  await watchMutations(page, ".rv-content");
  session.drop();
  const next = await server.session();
  next.welcome({ resumed: true, token: "t2" });
  await move(next);
  expect(await caret()).toEqual({ focused: true, selection: [2, 4], value: "half-typed" });
  expect(await mutations(page)).toEqual([]);
});

test("[SR8] an open expander, an open tab and a scrolled box stay as the user left them", async () => {
  const session = await openContent();
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("tab", { name: "Two" }).click();
  const line = page.getByText("line 30");
  await line.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const top = () => line.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  const before = await top();
  await watchMutations(page);
  await move(session);
  expect(await mutations(page)).toEqual([]);
  expect(await page.getByText("inside").isVisible()).toBe(true);
  expect(await page.getByText("second tab").isVisible()).toBe(true);
  expect(await top()).toBe(before);
});

test("[SR8] a popup stays open with the option that the keyboard has reached", async () => {
  const session = await openContent();
  await page.getByRole("combobox", { name: "City" }).click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await watchMutations(page);
  await move(session);
  expect(await mutations(page)).toEqual([]);
  expect(await page.getByRole("option", { name: "Ypres" }).getAttribute("data-active")).toBe("true");
  await page.keyboard.press("Enter");
  await session.until(() => session.numbered.length > 0);
  expect(session.numbered).toMatchObject([{ values: [["s:City", "Ypres"]] }]);
});

test("[SR8] of a page that differs only what differs is touched, and the focused input above which rows appear stays", async () => {
  const session = await openContent();
  await page.getByRole("button", { name: "More" }).click();
  await input().pressSequentially("half");
  await watchMutations(page);
  const [, ...rest] = content(500);
  await move(session, [text(700, "Another title"), text(701, "A new row"), ...rest]);
  const seen = await mutations(page);
  expect(seen.map(({ type }) => type).toSorted()).toEqual(["characterData", "childList"]);
  expect(seen.flatMap(({ added }) => added)).toEqual(["A new row"]);
  expect(seen.flatMap(({ removed }) => removed)).toEqual([]);
  expect(await caret()).toMatchObject({ focused: true, value: "half" });
  expect(await page.getByText("inside").isVisible()).toBe(true);
});

test("[SR8] after a move the new worker's deltas reach the nodes they mean, whatever the browser calls them", async () => {
  const session = await openContent();
  // The new worker's ids overlap with those of the old one, but mean other nodes.
  const moved = content(10);
  await move(session, moved);
  session.run(0, {
    type: "delta",
    deltas: [
      { type: "props", id: 10, set: { body: "Changed title" } },
      { type: "children", id: 1, order: [[0, 2], text(200, "between"), [2, 6]] },
    ],
  });
  await settled(session);
  session.run(0, { type: "delta", deltas: [{ type: "props", id: 200, append: { body: " them" } }] });
  await settled(session);
  const main = page.locator('[data-node="1"]');
  expect((await main.innerText()).split("\n").slice(0, 4)).toEqual(["Changed title", "Name", "between them", "More"]);
  session.send({ type: "runStarted", run: 50 }, { type: "pending", blocks: [[1, 8]] });
  await page.locator("[data-stale]").first().waitFor();
  expect(await page.locator("[data-stale]").evaluateAll((all) => all.map((element) => element.textContent))).toEqual(["Go"]);
  session.send({ type: "runFinished", run: 50, outcome: "finished", taken: 0 });
  await settled(session);
});

test("[SR8] what a slow run in the new worker has not reached stays, dimmed, with its focus and half-typed text", async () => {
  const session = await openContent();
  await page.getByRole("button", { name: "More" }).click();
  await input().pressSequentially("half-typed");
  await input().evaluate((element: HTMLInputElement) => element.setSelectionRange(2, 4));
  await watchMutations(page, ".rv-content");
  const [title, name, ...rest] = content(500) as [Node, Node, ...Node[]];
  const roots = [rootNode(1, [title]), rootNode(2, []), rootNode(3, []), rootNode(4, [])];
  session.send({ type: "tree", roots, config: {}, running: [{ no: 7 }] });
  const stale = () => page.locator("[data-stale]").evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset.element));
  await page.locator("[data-stale]").first().waitFor();
  expect(await stale()).toEqual(["text", "textInput", "expander", "tabs", "container", "selectbox", "slider", "button"]);
  session.send({ type: "delta", deltas: [{ type: "children", id: 1, order: [[0, 1], name] }] });
  await page.locator('[data-element="textInput"]:not([data-stale])').waitFor();
  expect(await stale()).toEqual(["text", "expander", "tabs", "container", "selectbox", "slider", "button"]);
  session.send(
    {
      type: "delta",
      deltas: [
        { type: "children", id: 1, order: [[0, 2], ...rest] },
        { type: "children", id: 2, order: [text(900, "side")] },
      ],
    },
    { type: "runFinished", run: 7, outcome: "finished", taken: 0 },
  );
  await settled(session);
  expect(await stale()).toEqual([]);
  expect((await mutations(page)).filter(({ at }) => !at.endsWith(" data-stale"))).toEqual([]);
  expect(await caret()).toEqual({ focused: true, selection: [2, 4], value: "half-typed" });
  expect(await page.getByText("inside").isVisible()).toBe(true);
});

test("[SR8] what is not in the new page is gone once the run that makes it has ended, also by being stopped", async () => {
  const session = await openContent();
  const [title] = content(500) as [Node];
  session.send({
    type: "tree",
    roots: [rootNode(1, [title]), rootNode(2, []), rootNode(3, []), rootNode(4, [])],
    config: {},
    running: [{ no: 7 }],
  });
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 2));
  expect(await input().isVisible()).toBe(true);
  session.host({ type: "ended", outcome: "stopped", taken: 0 });
  await page.waitForSelector('#root[data-rivulet-state="idle"]');
  expect(await page.locator("main").innerText()).toBe("Title");
});

test("a new session's page takes over from a lost one's what it has in common, with the half-typed text", async () => {
  const session = await openContent();
  await input().pressSequentially("half");
  await watchMutations(page, ".rv-content");
  session.drop();
  const next = await server.session();
  next.welcome({ resumed: false, token: "t2" });
  next.send({ type: "runStarted", run: 1 });
  const [title, ...rest] = content(8) as [Node, ...Node[]];
  next.send({ type: "delta", deltas: [{ type: "children", id: 1, order: [title] }] });
  next.send(
    { type: "delta", deltas: [{ type: "children", id: 1, order: [[0, 1], ...rest] }] },
    { type: "runFinished", run: 1, outcome: "finished", taken: 0 },
  );
  await settled(next);
  expect((await mutations(page)).filter(({ at }) => !at.endsWith(" data-stale"))).toEqual([]);
  expect(await caret()).toMatchObject({ focused: true, value: "half" });
});
