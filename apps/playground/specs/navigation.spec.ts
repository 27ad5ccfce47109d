import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("../navigation/page.ts", import.meta.url), {
  args: ["--base", "/harbour"],
  browser: { viewport: { width: 1200, height: 320 } },
});

const link = (page: Page, name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name, exact: true });
const path = (page: Page) => new URL(page.url()).pathname;

test("[NAV1] links, back and forward change the page, not the document, its session or its socket", async ({ page, open }) => {
  await open();
  await page.evaluate(() => ((globalThis as { marked?: true }).marked = true));
  expect(await link(page, "Harbour").getAttribute("aria-current")).toBe("page");
  await page.evaluate(() => scrollTo(0, 60));
  await page.getByRole("link", { name: "Grace II" }).click();
  await heading(page, "Grace II").waitFor();
  expect(path(page)).toBe("/harbour/ships/grace%2F2");
  await idle(page);
  expect(await page.title()).toBe("A ship");
  expect(await page.evaluate(() => [scrollY, document.activeElement?.tagName])).toEqual([0, "MAIN"]);
  await link(page, "Berths").click();
  await heading(page, "Berths").waitFor();
  expect(await link(page, "Berths").getAttribute("aria-current")).toBe("page");
  expect(await link(page, "Harbour").getAttribute("aria-current")).toBeNull();
  await page.getByRole("textbox", { name: "Berth" }).fill("7");
  await page.getByRole("button", { name: "To the ship" }).click();
  await heading(page, "Ada").waitFor();
  await idle(page);
  expect(page.url()).toMatch(/\/harbour\/ships\/ada\?from=berths$/);
  await page.goBack();
  await heading(page, "Berths").waitFor();
  expect(await page.getByRole("textbox", { name: "Berth" }).inputValue()).toBe("");
  await page.goBack();
  await heading(page, "Grace II").waitFor();
  await page.goBack();
  await heading(page, "Harbour").waitFor();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(60);
  await page.goForward();
  await heading(page, "Grace II").waitFor();
  await idle(page);
  // Each move was one run of one session; the press of the button another one.
  expect(await page.getByText(/^runs: /).textContent()).toBe("runs: 9");
  expect(await page.evaluate(() => (globalThis as { marked?: true }).marked)).toBe(true);
});

test("[NAV1] a page is there at its address, and a click with Ctrl opens it beside this one", async ({ page, open, problems }) => {
  await open("ships/ada");
  expect(await heading(page, "Ada").isVisible()).toBe(true);
  expect(await link(page, "Berths").getAttribute("href")).toBe("/harbour/berths");
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link(page, "Berths").click({ modifiers: ["ControlOrMeta"] })]);
  await heading(tab, "Berths").waitFor();
  expect(await heading(page, "Ada").isVisible()).toBe(true);
  expect(await tab.getByText(/^runs: /).textContent()).toBe("runs: 1");
  // Said by the page of its own address; the run knows it in time, unless the machine is very busy.
  problems.expect(/status of 404 .*nowhere\/at\/all/);
  await open("nowhere/at/all");
  expect(await page.getByText("There is no page at /nowhere/at/all.").isVisible()).toBe(true);
  expect(await page.title()).not.toBe("A ship");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await page.getByRole("link", { name: "Grace II" }).waitFor();
  expect(path(page)).toBe("/harbour/");
});

test("[NAV2] the list of pages can be used by keyboard, at the side, at the top and in a narrow window", async ({ page, open }) => {
  await open("berths");
  await link(page, "Settings").waitFor();
  expect(await accessibilityViolations(page), "side").toEqual([]);
  await page.getByRole("radio", { name: "top" }).check();
  await idle(page);
  const menu = page.getByRole("button", { name: "Harbour" });
  await menu.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await link(page, "Berths").evaluate((element) => element === document.activeElement)).toBe(true);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityViolations(page), "top, dark").toEqual([]);
  await page.keyboard.press("Escape");
  expect(await menu.getAttribute("aria-expanded")).toBe("false");
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await heading(page, "Settings").waitFor();
  expect(await menu.getAttribute("aria-expanded")).toBe("false");
  expect(await page.title()).toBe("Settings of the harbour");
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Show sidebar" }).click();
  expect(await accessibilityViolations(page), "narrow, dark").toEqual([]);
  await link(page, "Berths").click();
  await heading(page, "Berths").waitFor();
  expect(await page.getByRole("complementary", { name: "Sidebar" }).isVisible()).toBe(false);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
