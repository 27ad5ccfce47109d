import type { Browser, Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { PageProblems } from "../harness/page-problems.ts";
import { Gates } from "./gate.ts";

const gates = new Gates();
afterAll(() => gates.remove());

const test = browserTest(new URL("./endless.ts", import.meta.url), { env: gates.env });

const thread = (page: Page) => page.getByText(/^thread/).textContent();
const count = (page: Page) => page.getByText(/^count/).textContent();
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const stop = (page: Page) => page.getByRole("status").getByRole("button", { name: "Stop" }).click();

/** Opens tabs until one is at home in the same worker as `page`: neighbours share their fate until they are moved. */
async function openNeighbour(browser: Browser, page: Page): Promise<{ neighbour: Page; problems: PageProblems }> {
  for (;;) {
    const context = await browser.newContext();
    const neighbour = await context.newPage();
    const problems = new PageProblems(neighbour);
    await neighbour.goto(page.url());
    await idle(neighbour);
    if ((await thread(neighbour)) === (await thread(page))) return { neighbour, problems };
    await context.close();
  }
}

test("a page that never ends and calls nothing: Stop replaces its worker, and the session beside it goes on with its state", async ({
  browser,
  open,
}) => {
  const page = await open();
  await press(page, "Count");
  await idle(page);
  const { neighbour, problems } = await openNeighbour(browser, page);
  await press(neighbour, "Count");
  await idle(neighbour);
  await press(neighbour, "Count");
  await idle(neighbour);
  const before = await thread(page);

  await press(page, "Spin");
  await stop(page);
  await idle(page);
  expect(await page.getByRole("checkbox", { name: "At the end of the page" }).isVisible()).toBe(true);
  expect(await page.getByRole("alert", { name: "The page cannot run" }).textContent()).toContain("RIVULET_STOPPED_HARD");
  await press(page, "Count");
  await idle(page);
  expect(await count(page)).toBe("count 2");
  expect(await page.getByRole("alert").count()).toBe(0);
  expect(await thread(page)).not.toBe(before);

  await press(neighbour, "Count");
  await idle(neighbour);
  expect(await count(neighbour)).toBe("count 3");
  expect(await thread(neighbour)).not.toBe(before);
  expect(await neighbour.getByRole("alert").count()).toBe(0);
  expect(problems.unexpected).toEqual([]);
  await neighbour.context().close();
});

test("a page that never ends but uses st is stopped where it is", async ({ open }) => {
  const page = await open();
  const before = await thread(page);
  await press(page, "Count on for ever");
  await stop(page);
  await idle(page);
  expect(await page.getByRole("alert").count()).toBe(0);
  expect(await page.getByRole("checkbox", { name: "At the end of the page" }).isVisible()).toBe(true);
  await page.getByRole("checkbox", { name: "At the end of the page" }).check();
  await idle(page);
  expect(await thread(page)).toBe(before);
  expect(Number((await count(page))?.slice(6))).toBeGreaterThan(1000);
});

test("Stop ends an awaiting run and keeps what is on the page", async ({ open }) => {
  const page = await open();
  await press(page, "Count");
  await idle(page);
  const before = await thread(page);
  await press(page, "Wait");
  await page.getByText("waiting").waitFor();
  await stop(page);
  await idle(page);
  expect(await page.getByText("waiting").isVisible()).toBe(true);
  expect(await page.getByRole("checkbox", { name: "At the end of the page" }).isVisible()).toBe(true);
  expect(await page.locator("[data-stale]").count()).toBe(0);
  await page.getByRole("checkbox", { name: "At the end of the page" }).check();
  await idle(page);
  expect(await page.getByText("waiting").count()).toBe(0);
  expect(await count(page)).toBe("count 1");
  expect(await thread(page)).toBe(before);
});
