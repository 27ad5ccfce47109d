import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BackMsg } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { FakeServer, type FakeSession } from "./fake-server.ts";
import { button, checkbox, slider, text, textInput } from "./nodes.ts";
import { openBrowser, type TestBrowser } from "./open-browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

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

/** A copy of a tab as soon as something was left in it, as a browser makes one: with the same storage, and its page loaded again. */
async function copyOf(tab: Page, leave: () => void): Promise<Page> {
  const blank = `${server.url}blank`;
  // What opens first takes nothing of what the storage has.
  await tab.context().route(blank, (route) => route.fulfill({ contentType: "text/html", body: "" }));
  await tab.evaluate(() => {
    const timer = setInterval(() => {
      if (sessionStorage.getItem("rivulet.legacy") === null) return;
      clearInterval(timer);
      window.open("/blank");
    }, 5);
  });
  const opened = tab.context().waitForEvent("page");
  leave();
  const copy = await opened;
  await copy.waitForURL(blank);
  await tab.context().unroute(blank);
  await copy.reload();
  return copy;
}

/** Opens the page and says welcome. */
async function open(): Promise<FakeSession> {
  await page.goto(server.url);
  const session = await server.session();
  session.welcome();
  return session;
}
const state = () => page.locator("#root").getAttribute("data-rivulet-state");
const stateIs = (wanted: string) => page.waitForSelector(`#root[data-rivulet-state="${wanted}"]`);

test("[WS1] hello carries protocol, build, place and facts; the page is connecting until its first frame", async () => {
  await page.goto(`${server.url}some/page?x=1`);
  const session = await server.session();
  expect(session.received[0]).toMatchObject({ type: "hello", protocol: 1, build: "b1", path: "/some/page", query: "?x=1" });
  expect(session.received[0]).toHaveProperty("facts.timezone");
  session.welcome();
  expect(await state()).toBe("connecting");
  session.show([text(8, "Hello")]);
  await stateIs("idle");
  expect(await page.getByText("Hello").isVisible()).toBe(true);
});

test("[FM5] each frame is acknowledged once it is in the page", async () => {
  const session = await open();
  session.show([text(8, "one")]);
  session.send({ type: "delta", deltas: [{ type: "props", id: 8, set: { body: "two" } }] });
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 2));
  expect(await page.locator('[data-element="text"]').textContent()).toBe("two");
});

test("the state leaves idle in the very event that sends and returns with the end of the run that took it", async () => {
  const session = await open();
  session.show([button(8, "Go"), text(9, "before")]);
  await stateIs("idle");
  const during = await page.getByRole("button", { name: "Go" }).evaluate((element: HTMLElement) => {
    element.click();
    return document.getElementById("root")?.dataset.rivuletState;
  });
  expect(during).toBe("running");
  await session.until(() => session.numbered.length === 1);
  expect(session.numbered).toMatchObject([{ type: "update", n: 1, seen: 1, values: [["b:Go", true]] }]);
  // The end of a run that started before the click does not make the page idle.
  session.run(0);
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 2));
  expect(await state()).toBe("running");
  session.run(1, { type: "delta", deltas: [{ type: "props", id: 9, set: { body: "after" } }] });
  await stateIs("idle");
  expect(await page.locator('[data-element="text"]').textContent()).toBe("after");
});

test("[FM3] a run that sends no element causes no mutation of the page", async () => {
  const session = await open();
  session.show([text(8, "a"), slider(9, "S"), textInput(10, "T"), checkbox(11, "C")]);
  await stateIs("idle");
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((records) => seen.push(...records.map((record) => `${record.type} ${record.attributeName}`))).observe(
      document.querySelector("main") as Element,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
  });
  session.run(0);
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 2));
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
});

test("[FM3] of 1000 elements only the one that changed is touched", async () => {
  const session = await open();
  session.show(Array.from({ length: 1000 }, (_, i) => text(8 + i, `line ${i}`)));
  await stateIs("idle");
  await page.evaluate(() => {
    const seen: (string | null)[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((records) => seen.push(...records.map((record) => record.target.textContent))).observe(
      document.querySelector("main") as Element,
      { subtree: true, childList: true, attributes: true, characterData: true },
    );
  });
  session.run(0, { type: "delta", deltas: [{ type: "props", id: 508, set: { body: "changed" } }] });
  await page.getByText("changed").waitFor();
  expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual(["changed"]);
});

test("[FM4] a focused input keeps its node, caret and half-typed text when equal inputs appear above it", async () => {
  const session = await open();
  session.show([textInput(8, "Name")]);
  const input = page.getByRole("textbox", { name: "Name" });
  await input.pressSequentially("half-typed");
  await input.evaluate((element: HTMLInputElement) => {
    element.setSelectionRange(2, 4);
    Object.assign(globalThis, { kept: element });
  });
  session.run(0, {
    type: "delta",
    deltas: [{ type: "children", id: 1, order: [text(20, "above"), textInput(21, "Other"), [0, 1], text(22, "below")] }],
  });
  await page.getByText("below").waitFor();
  session.run(0, { type: "delta", deltas: [{ type: "props", id: 8, set: { value: "from the server" } }] });
  await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 3));
  const kept = await input.evaluate((element: HTMLInputElement) => ({
    same: (globalThis as unknown as { kept: Element }).kept === element,
    focused: document.activeElement === element,
    selection: [element.selectionStart, element.selectionEnd],
    value: element.value,
  }));
  expect(kept).toEqual({ same: true, focused: true, selection: [2, 4], value: "half-typed" });
});

test("[BM3] a click on a button takes the half-entered text along in one message", async () => {
  const session = await open();
  session.show([textInput(8, "Name"), button(9, "Save")]);
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("Ada");
  await page.getByRole("button", { name: "Save" }).click();
  await session.until(() => session.numbered.length > 0);
  session.run(1);
  await stateIs("idle");
  expect(session.numbered).toMatchObject([
    {
      n: 1,
      values: [
        ["t:Name", "Ada"],
        ["b:Save", true],
      ],
    },
  ]);
});

test("[BM3] a click beside everything sends the half-entered text after the click", async () => {
  const session = await open();
  session.show([textInput(8, "Name"), text(9, "nothing to press")]);
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("Ada");
  await page.getByText("nothing to press").click();
  await session.until(() => session.numbered.length > 0);
  expect(session.numbered).toMatchObject([{ n: 1, values: [["t:Name", "Ada"]] }]);
  session.run(1, { type: "delta", deltas: [{ type: "props", id: 8, set: { value: "Ada" } }] });
  await stateIs("idle");
});

test("after Escape an input is not edited any more: the server's patches show", async () => {
  const session = await open();
  session.show([textInput(8, "Name", "first")]);
  const input = page.getByRole("textbox", { name: "Name" });
  await input.pressSequentially("half");
  await input.press("Escape");
  session.run(0, { type: "delta", deltas: [{ type: "props", id: 8, set: { value: "patched" } }] });
  await page.waitForFunction(() => document.querySelector("input")?.value === "patched");
  expect(session.numbered).toEqual([]);
});

test("[BM1] a refused value gives way to the server's", async () => {
  const session = await open();
  session.show([checkbox(8, "Agree")]);
  const box = page.getByRole("checkbox", { name: "Agree" });
  await box.click();
  await session.until(() => session.numbered.length > 0);
  expect(await box.isChecked()).toBe(true);
  session.run(1);
  await stateIs("idle");
  expect(await box.isChecked()).toBe(false);
});

test("a slider that moves quicker than it is answered sends few messages, and the last value always", async () => {
  const session = await open();
  session.show([slider(8, "Speed", 0)]);
  await stateIs("idle");
  await page.getByRole("slider", { name: "Speed" }).focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press("ArrowRight");
  await session.until(() => session.numbered.some((msg) => msg.type === "update" && msg.values[0]?.[1] === 40));
  expect(session.numbered.length).toBeLessThan(40);
  session.run(session.numbered.length, { type: "delta", deltas: [{ type: "props", id: 8, set: { value: 40 } }] });
  await stateIs("idle");
});

test("[BM2] after a lost line the page resumes with its token and repeats what was not answered", async () => {
  const session = await open();
  session.show([button(8, "Go")]);
  await page.getByRole("button", { name: "Go" }).click();
  await session.until(() => session.numbered.length === 1);
  session.drop();
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ type: "hello", resume: "t1" });
  next.welcome({ resumed: true, token: "t2" });
  next.sendAs(5, {
    type: "tree",
    roots: [1, 2, 3, 4].map((id) => ({ id, type: "container", props: {}, children: id === 1 ? [button(8, "Go")] : [] })),
    config: {},
    running: [],
  });
  await next.until(() => next.numbered.length === 1);
  expect(next.numbered).toEqual(session.numbered);
  await stateIs("running");
  next.sendAs(6, { type: "runStarted", run: 2 }, { type: "runFinished", run: 2, outcome: "finished", taken: 1 });
  await stateIs("idle");
});

test("a new session after a lost one builds on an empty page, and what was half entered stays", async () => {
  const session = await open();
  session.show([text(8, "old"), textInput(9, "Name")]);
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("half");
  session.drop();
  const next = await server.session();
  next.welcome({ resumed: false, token: "t2" });
  next.send({ type: "runStarted", run: 1 });
  await next.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === 1));
  expect(await page.getByText("old").isVisible()).toBe(true);
  next.run(0, { type: "delta", deltas: [{ type: "children", id: 1, order: [textInput(8, "Name"), text(9, "new")] }] });
  await stateIs("idle");
  expect(await page.getByText("old").count()).toBe(0);
  expect(await page.getByText("new").isVisible()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("half");
});

test("the page says that it is disconnected while it waits, and stays usable to look at", async () => {
  const session = await open();
  session.show([text(8, "still here")]);
  await stateIs("idle");
  session.close(1001);
  await stateIs("disconnected");
  expect(await page.getByText("still here").isVisible()).toBe(true);
  await server.session();
});

test("[WS1] a session that is gone is asked for no more; one taken over stays closed until the user wants a new one", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  session.close(4410);
  const second = await server.session();
  expect(second.received[0]).not.toHaveProperty("resume");
  second.welcome({ token: "t2" });
  second.show([text(8, "y")]);
  await stateIs("idle");
  second.close(4409);
  await page.getByText("This session goes on in another tab.").waitFor();
  expect(await state()).toBe("disconnected");
  await page.getByRole("button", { name: "Start a new one here" }).click();
  const third = await server.session();
  expect(third.received[0]).not.toHaveProperty("resume");
});

test("[WS1] on a mismatch the page reloads once with its token; a second mismatch is said instead", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  session.host({ type: "reload" });
  const second = await server.session();
  expect(second.received[0]).toMatchObject({ type: "hello", resume: "t1" });
  second.host({ type: "reload" });
  await page.getByText("another version of the server").waitFor();
  await page.getByRole("button", { name: "Reload" }).click();
  const third = await server.session();
  expect(third.received[0]).not.toHaveProperty("resume");
});

test("[WS1] a soft reload keeps the numbers, what is half-typed, and what the server may not have kept", async () => {
  const session = await open();
  session.show([textInput(8, "Name"), textInput(9, "City"), button(10, "Go")]);
  await stateIs("idle");
  await page.getByRole("button", { name: "Go" }).click();
  await session.until(() => session.numbered.length === 1);
  session.run(1);
  await stateIs("idle");
  await page.getByRole("textbox", { name: "City" }).fill("Ulm");
  await page.getByRole("textbox", { name: "City" }).press("Enter");
  await session.until(() => session.numbered.length === 2);
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("half");
  session.host({ type: "saved", n: 1 });
  session.host({ type: "reload" });
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ type: "hello", resume: "t1", repeats: 2 });
  next.welcome({ resumed: true, token: "t2", received: 1 });
  // The host answers what was open before the worker has sent the page.
  next.host({ type: "ended", outcome: "finished", taken: 1 });
  next.show([textInput(8, "Name"), textInput(9, "City"), button(10, "Go")]);
  await next.until(() => next.numbered.length === 1);
  expect(next.numbered).toEqual(session.numbered.slice(1));
  expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("half");
  expect(await page.getByRole("textbox", { name: "City" }).inputValue()).toBe("Ulm");
  await page.getByRole("button", { name: "Go" }).click();
  await next.until(() => next.numbered.length === 2);
  expect(next.numbered[1]).toMatchObject({
    n: 3,
    values: [
      ["t:Name", "half"],
      ["b:Go", true],
    ],
  });
});

test("[WS2] a copy of a tab that is being loaded again for a newer build is a new session; half a password is left to nobody", async () => {
  const nodes = [textInput(8, "Name"), textInput(9, "Code", "", "password")];
  const session = await open();
  session.show(nodes);
  await stateIs("idle");
  const name = page.getByRole("textbox", { name: "Name" });
  const code = page.getByLabel("Code", { exact: true });
  await name.pressSequentially("Ada");
  await code.pressSequentially("half");
  await session.until(() => session.numbered.length === 1);
  // The old page is there until the new one comes.
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(server.url, async (route) => {
    await arrived;
    await route.continue();
  });
  const copy = await copyOf(page, () => session.host({ type: "reload" }));
  const second = await server.session();
  expect(second.received[0]).not.toHaveProperty("resume");
  second.welcome({ session: "s2", token: "other" });
  second.show(nodes);
  await copy.waitForSelector('#root[data-rivulet-state="idle"]');
  expect(await copy.getByRole("textbox", { name: "Name" }).inputValue()).toBe("");
  arrive();
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ resume: "t1" });
  next.welcome({ resumed: true, token: "t2" });
  next.show(nodes);
  await stateIs("running");
  expect(await name.inputValue()).toBe("Ada");
  expect(await code.inputValue()).toBe("");
  await copy.close();
});

test("[WS3] what is kept of a hidden page is what a reload finds, also when the server has taken more since; a shown one leaves nothing behind", async () => {
  server.resumes = true;
  const session = await open();
  session.show([button(8, "Go")]);
  await stateIs("idle");
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      if (value) Object.defineProperty(document, "hidden", { value, configurable: true });
      else Reflect.deleteProperty(document, "hidden");
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  const left = () => page.evaluate(() => sessionStorage.getItem("rivulet.legacy") !== null);
  await setHidden(true);
  expect(await left()).toBe(true);
  await setHidden(false);
  expect(await left()).toBe(false);
  await page.reload();
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ resume: "t1" });
  next.welcome({ resumed: true, token: "t2", received: 3 });
  next.show([button(8, "Go")]);
  await stateIs("idle");
  await page.getByRole("button", { name: "Go" }).click();
  await next.until(() => next.numbered.length === 1);
  expect(next.numbered[0]).toMatchObject({ n: 4 });
});

test("[WS1] when the network comes or goes, or the page is looked at again, the server is asked for a sign of life", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  const pings = (received: readonly BackMsg[]) => received.filter(({ type }) => type === "ping").length;
  for (const [count, event] of ["online", "offline", "visibilitychange"].entries()) {
    await page.evaluate((type) => document.dispatchEvent(new Event(type, { bubbles: true })), event);
    await session.until((received) => pings(received) === count + 1);
    // Its answer has been read: acknowledgements follow it.
    session.send({ type: "toast", toast: { body: event } });
    await session.until((received) => received.some((msg) => msg.type === "ack" && msg.seq === session.seq));
  }
});

test("[WS3] a page that is at an end begins anew when it is loaded again", async () => {
  server.resumes = true;
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  session.close(4400);
  await page.getByRole("button", { name: "Reload" }).click();
  const next = await server.session();
  expect(next.received[0]).not.toHaveProperty("resume");
});

test("[BM1] a session whose server has forgotten it begins with what its user had entered, as the server had it", async () => {
  const session = await open();
  expect(session.received[0]).toMatchObject({ seeds: [] });
  session.show([checkbox(8, "Old", true), checkbox(9, "New"), checkbox(10, "Untouched", true), button(11, "Go")]);
  await stateIs("idle");
  for (const name of ["Old", "New"]) await page.getByRole("checkbox", { name }).click();
  await page.getByRole("button", { name: "Go" }).click();
  await session.until(() => session.numbered.length === 3);
  // The first was refused.
  session.run(3, { type: "delta", deltas: [{ type: "props", id: 9, set: { value: true } }] });
  await stateIs("idle");
  session.close(4410);
  const next = await server.session();
  expect(next.received[0]).toMatchObject({
    seeds: [
      ["c:Old", true],
      ["c:New", true],
    ],
  });
  next.welcome();
  next.show([text(8, "x")]);
  await stateIs("idle");
});

test("[WS1] a chunk of an older build reloads the page once; one that never comes leaves the page as it is", async () => {
  await page.route(/Json-[^/]*\.js/, (route) => route.fulfill({ status: 404, body: "Not found" }));
  const session = await open();
  const nodes = [text(8, "still here"), { id: 9, type: "json", props: { body: "{}" } }] as const;
  session.show(nodes);
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ type: "hello", resume: "t1" });
  next.welcome({ resumed: true, token: "t2" });
  next.show(nodes);
  await page.getByRole("alert").waitFor();
  expect(await page.getByText("still here").isVisible()).toBe(true);
  await page.unroute(/Json-[^/]*\.js/);
  await page.getByRole("alert").getByRole("button").click();
  await page.locator('[data-element="json"] [role="alert"]').waitFor({ state: "detached" });
  expect(browser.errors.splice(0).length).toBeGreaterThan(0);
});

test("[FM5] a missing frame makes the page come back for the whole tree", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  session.sendAs(9, { type: "delta", deltas: [{ type: "props", id: 8, set: { body: "wrong" } }] });
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ resume: "t1" });
  expect(await page.locator('[data-element="text"]').textContent()).toBe("x");
});

test("a slow run shows its indicator with Stop, and marks only what it has not reached", async () => {
  const session = await open();
  session.show([text(8, "reached"), text(9, "not yet"), button(10, "usable")]);
  await stateIs("idle");
  session.send({ type: "runStarted", run: 2 }, { type: "pending", blocks: [[1, 1]] });
  await page.locator("[data-stale]").first().waitFor();
  expect(await page.locator("[data-stale]").evaluateAll((all) => all.map((element) => element.textContent))).toEqual(["not yet", "usable"]);
  await page.getByRole("button", { name: "Stop" }).click();
  await session.until((received) => received.some((msg) => msg.type === "stop"));
  session.host({ type: "ended", outcome: "stopped", taken: 0 });
  await stateIs("idle");
  expect(await page.locator("[data-stale]").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Stop" }).count()).toBe(0);
});

test("a problem lies over the last good page, can be put away, and leaves by itself", async () => {
  const session = await open();
  session.show([text(8, "last good")]);
  const error = {
    name: "SyntaxError",
    message: "Expected a semicolon",
    frame: {
      file: "app.ts",
      line: 2,
      column: 7,
      excerpt: [
        { line: 1, text: "import x" },
        { line: 2, text: "const y = = 1" },
      ],
    },
  };
  session.host({ type: "problem", error });
  const problem = page.getByRole("alert", { name: "The page cannot run" });
  await problem.waitFor();
  expect(await problem.textContent()).toContain("app.ts:2:7");
  expect(await page.getByText("last good").isVisible()).toBe(true);
  await problem.getByRole("button", { name: "Dismiss" }).click();
  expect(await problem.count()).toBe(0);
  session.host({ type: "problem", error });
  await problem.waitFor();
  session.host({ type: "problem", error: null });
  await problem.waitFor({ state: "detached" });
});

test("a page that wrote nothing says so", async () => {
  const session = await open();
  session.show([]);
  await page.getByText("Nothing was written: call st.write.").waitFor();
});

test("title, layout and toasts follow the page", async () => {
  const session = await open();
  session.show([text(8, "x")], { config: { title: "Harbour", layout: "wide", icon: "⚓" } });
  await page.waitForFunction(() => document.title === "Harbour");
  expect(await page.locator('link[rel="icon"]').getAttribute("href")).toContain(encodeURIComponent("⚓"));
  session.run(0, { type: "toast", toast: { body: "Saved", duration: "infinite" } });
  await page.getByText("Saved").waitFor();
  await page.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Close" }).click();
  expect(await page.getByText("Saved").count()).toBe(0);
});

test("the theme is chosen by keyboard, remembered, and there before the first paint", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await page.getByRole("button", { name: "Menu" }).press("Enter");
  await page.getByRole("menuitemradio", { name: "Light" }).press("ArrowRight");
  await page.getByRole("menuitemradio", { name: "Dark" }).press("Enter");
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("menu").count()).toBe(0);
  expect(await page.getByRole("button", { name: "Menu" }).evaluate((element) => document.activeElement === element)).toBe(true);
  await page.route("**/*.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
  browser.errors.length = 0;
});

test("Rerun from the menu runs the page again", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Rerun" }).click();
  await session.until(() => session.numbered.length === 1);
  expect(await state()).toBe("running");
  session.run(1);
  await stateIs("idle");
});

test("the sidebar is resized by keyboard and pointer within its limits, and collapses", async () => {
  const session = await open();
  session.show([text(8, "main")], { sidebar: [text(9, "side")] });
  const sidebar = page.getByRole("complementary", { name: "Sidebar" });
  const width = () => sidebar.evaluate((element) => element.getBoundingClientRect().width);
  expect(await width()).toBe(280);
  const handle = page.getByRole("separator", { name: "Sidebar width" });
  await handle.press("ArrowRight");
  expect(await width()).toBe(296);
  await page.mouse.move(296, 500);
  await page.mouse.down();
  await page.mouse.move(1300, 500);
  await page.mouse.up();
  expect(await width()).toBe(520);
  await page.getByRole("button", { name: "Hide sidebar" }).click();
  expect(await page.getByText("side").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Show sidebar" }).click();
  expect(await page.getByText("side").isVisible()).toBe(true);
  await handle.dblclick();
  expect(await width()).toBe(280);
});

test("on a narrow screen the sidebar starts closed, opens over the page and closes with Escape", async () => {
  await page.setViewportSize({ width: 360, height: 700 });
  const session = await open();
  session.show([text(8, "main")], { sidebar: [text(9, "side")] });
  await page.getByText("main").waitFor();
  expect(await page.getByText("side").isVisible()).toBe(false);
  await page.getByRole("button", { name: "Show sidebar" }).click();
  await page.getByText("side").waitFor();
  expect(await page.locator(".rv-page").evaluate((element: HTMLElement) => element.inert)).toBe(true);
  await page.keyboard.press("Escape");
  await page.getByText("side").waitFor({ state: "hidden" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test("a frame that does not fit makes the page come back for the whole tree", async () => {
  const session = await open();
  session.show([text(8, "x")]);
  await stateIs("idle");
  session.send({ type: "delta", deltas: [{ type: "props", id: 999, set: { body: "nobody" } }] });
  const next = await server.session();
  expect(next.received[0]).toMatchObject({ resume: "t1" });
  expect(browser.errors.splice(0)).toEqual([expect.stringContaining("node 999 is not known")]);
});

test("the anchor in the address is shown once the page is there", async () => {
  await page.goto(`${server.url}#far-down`);
  const session = await server.session();
  session.welcome();
  session.show([
    ...Array.from({ length: 100 }, (_, i) => text(8 + i, `line ${i}`)),
    { id: 500, type: "heading", props: { body: "Far down", level: 2 } },
  ]);
  await stateIs("idle");
  await page.waitForFunction(() => scrollY > 0);
  expect(await page.getByRole("heading", { name: "Far down" }).isVisible()).toBe(true);
});

for (const [name, size] of [
  ["wide", { width: 1400, height: 900 }],
  ["narrow", { width: 360, height: 700 }],
] as const) {
  for (const theme of ["light", "dark"] as const) {
    test(`axe finds nothing in the frame: ${name}, ${theme}`, async () => {
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize(size);
      const session = await open();
      session.show(
        [{ id: 20, type: "heading", props: { body: "Title", level: 1 } }, text(8, "main"), textInput(9, "Name"), button(10, "Go")],
        { sidebar: [checkbox(11, "Side")], bottom: [text(12, "bottom")] },
      );
      await stateIs("idle");
      expect(await violations()).toEqual([]);
      session.run(0, { type: "toast", toast: { body: "Saved", icon: "⚓", duration: "infinite" } });
      session.host({
        type: "problem",
        error: {
          name: "SyntaxError",
          message: "x",
          code: "RIVULET_SYNTAX",
          hint: "y",
          frame: { file: "a.ts", line: 1, excerpt: [{ line: 1, text: "const" }] },
        },
      });
      session.send({ type: "runStarted", run: 9 });
      await page.getByRole("button", { name: "Stop" }).waitFor();
      await page.getByRole("button", { name: "Dismiss" }).waitFor();
      await page.getByRole("button", { name: "Menu" }).click();
      await page.getByRole("menu").waitFor();
      expect(await violations()).toEqual([]);
      await page.getByRole("menuitem", { name: "About" }).click();
      await page.getByRole("dialog").waitFor();
      expect(await violations()).toEqual([]);
      await page.keyboard.press("Escape");
      if (name === "narrow") {
        await page.getByRole("button", { name: "Show sidebar" }).click();
        expect(await violations()).toEqual([]);
        await page.keyboard.press("Escape");
      }
      session.close(4409);
      await page.getByRole("button", { name: "Start a new one here" }).waitFor();
      expect(await violations()).toEqual([]);
    });
  }
}

/** What axe-core finds on the page as it is. */
async function violations(): Promise<unknown> {
  // The page's policy forbids scripts by address; the debugger may still evaluate.
  return page.evaluate(`(async () => {
    if (!globalThis.axe) { ${axe} }
    const { violations } = await globalThis.axe.run();
    return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" "));
  })()`);
}
