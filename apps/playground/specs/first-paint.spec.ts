import type { Page, WebSocketRoute } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { Gates } from "./gate.ts";

const gates = new Gates();
afterAll(() => gates.remove());
const test = browserTest(new URL("./first-paint.ts", import.meta.url), {
  env: gates.env,
  browser: { timezoneId: "Europe/Oslo", colorScheme: "light" },
});

const line = (page: Page, text: string | RegExp) => page.getByText(text, { exact: true });

/** Opens the page until its HTML has said a word: on a busy machine it may have waited for nothing. Returns who it was. */
async function openSaying(page: Page, address: string, word: string): Promise<{ readonly who: string; readonly html: string }> {
  for (let visit = 1; ; visit++) {
    const who = `${word}-${visit}`;
    const response = await page.goto(`${address}?who=${who}`);
    const html = (await response?.text()) ?? "";
    const frames = /id="rivulet-first"[^>]*>([^<]*)/.exec(html)?.[1]?.split(" ") ?? [];
    if (frames.some((frame) => Buffer.from(frame, "base64").includes(word))) return { who, html };
  }
}

/** Keeps the page's sockets from opening, until told. */
async function holdSockets(page: Page): Promise<() => void> {
  const held: WebSocketRoute[] = [];
  let released = false;
  await page.routeWebSocket(/\/ws$/, (socket) => {
    if (released) socket.connectToServer();
    else held.push(socket);
  });
  return () => {
    released = true;
    // The browser takes it for a lost connection, and comes again.
    for (const socket of held) void socket.close({ code: 1012 });
  };
}

test("[FP1] the first words are in the HTML: they are there while no socket is, and one run has made them", async ({ page, server }) => {
  const release = await holdSockets(page);
  const { who, html } = await openSaying(page, server.address, "Again");
  expect(html).toContain(`<meta name="description" content="What is &quot;first&quot; for ${who}">`);
  await line(page, "run 1").waitFor();
  expect(await page.title()).toBe(`First words for ${who}`);
  expect(await page.locator("#root").getAttribute("data-rivulet-state")).toBe("connecting");
  // What is done before the socket is there is not lost.
  await page.getByRole("button", { name: "Again" }).click();
  release();
  await line(page, "clicked").waitFor();
  expect(await line(page, "run 2").isVisible()).toBe(true);
});

test("[FP2] opening, reloading and coming back run the page once each", async ({ open, page, server }) => {
  await open("?who=once");
  expect(await line(page, "run 1").isVisible()).toBe(true);
  await page.reload();
  await idle(page);
  expect(await line(page, "run 2").isVisible()).toBe(true);
  await page.goto(`${server.address}?who=other`);
  await idle(page);
  await page.goBack();
  await idle(page);
  expect(await line(page, /^run [23]$/).isVisible()).toBe(true);
  await page.getByRole("button", { name: "Again" }).click();
  await line(page, "clicked").waitFor();
  expect(await line(page, /^run [34]$/).isVisible()).toBe(true);
});

test("[FP1] a page that takes long does not hold up its HTML, and its browser goes on with the run under way", async ({ page, server }) => {
  gates.close("slow");
  await page.goto(`${server.address}?who=slow&page=slow`);
  await line(page, "run 1").waitFor();
  expect(await page.locator('[data-element="json"]').count()).toBe(0);
  await page.locator('[data-rivulet-state="running"]').waitFor();
  gates.open("slow");
  await idle(page);
  expect(await line(page, "run 1").isVisible()).toBe(true);
  expect(await page.locator('[data-element="json"]').count()).toBe(1);
});

test("[FP3] a page runs again if it has read of the browser what is not so, and only then, and only at the first visit", async ({
  open,
  page,
}) => {
  await open("?who=zone&page=zone");
  expect(await line(page, "zone: Europe/Oslo").isVisible()).toBe(true);
  expect(await line(page, "run 2").isVisible()).toBe(true);
  await page.reload();
  await idle(page);
  expect(await line(page, "zone: Europe/Oslo").isVisible()).toBe(true);
  expect(await line(page, "run 3").isVisible()).toBe(true);
  // The device is dark since then. Who does not ask does not care.
  await page.evaluate(() => localStorage.setItem("rivulet.theme", "dark"));
  await open("?who=zone&page=zone");
  expect(await line(page, "run 4").isVisible()).toBe(true);
});

test("[FP3] what a page reads that has computed since before its browser came is made good", async ({ page, server }) => {
  await page.goto(`${server.address}?who=blocked&page=blocked`);
  await page.locator('[data-rivulet-state="running"]').waitFor();
  gates.open("computing");
  await line(page, "zone: Europe/Oslo").waitFor();
  await idle(page);
  expect(await line(page, "run 2").isVisible()).toBe(true);
});

test("[FP3] what only the tab keeps is known too late, and makes a second run", async ({ open, page }) => {
  await open("?who=tab&page=tab");
  expect(await line(page, "run 1").isVisible()).toBe(true);
  await page.getByRole("textbox", { name: "Tab" }).fill("mine");
  await page.keyboard.press("Enter");
  await line(page, "tab: mine").waitFor();
  await page.reload();
  await idle(page);
  expect(await line(page, "tab: mine").isVisible()).toBe(true);
  expect(await line(page, "run 4").isVisible()).toBe(true);
});

test("[FP1] chunks of the first elements are asked for by the HTML", async ({ page, server }) => {
  const { html } = await openSaying(page, server.address, "json");
  await idle(page);
  const named = [...html.matchAll(/<link rel="modulepreload" crossorigin href="([^"]*Json[^"]*)">/g)].map(([, href]) => href);
  expect(named).toHaveLength(1);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname));
  expect(loaded.filter((name) => name === named[0])).toHaveLength(1);
});
