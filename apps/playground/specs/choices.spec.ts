import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./choices.ts", import.meta.url), { browser: { viewport: { width: 1000, height: 1400 } } });

const summary = async (page: Page): Promise<unknown> => {
  await idle(page);
  return JSON.parse((await page.getByText(/^\{.*\}$/).textContent()) ?? "");
};

test("what is pressed again is released, unless a choice is required", async ({ open }) => {
  const page = await open();
  const riga = page.getByRole("radiogroup", { name: "Harbour" }).getByRole("radio", { name: "Riga" });
  await riga.click();
  expect(await summary(page)).toMatchObject({ harbour: "Riga" });
  expect(await riga.isChecked()).toBe(true);
  await riga.click();
  expect(await summary(page)).toMatchObject({ harbour: null });
  expect(await riga.isChecked()).toBe(false);
  const list = page.getByRole("radio", { name: "list" });
  await list.click();
  await list.click();
  expect(await summary(page)).toMatchObject({ view: "list" });
  expect(await list.isChecked()).toBe(true);
});

test("a choice is made, moved and released by keys alone", async ({ open }) => {
  const page = await open();
  const harbours = page.getByRole("radiogroup", { name: "Harbour" });
  await harbours.getByRole("radio", { name: "Oslo" }).focus();
  await page.keyboard.press("Space");
  expect(await summary(page)).toMatchObject({ harbour: "Oslo" });
  await page.keyboard.press("ArrowRight");
  expect(await summary(page)).toMatchObject({ harbour: "Riga" });
  await page.keyboard.press("Space");
  expect(await summary(page)).toMatchObject({ harbour: null });
  await page.keyboard.press("Space");
  expect(await summary(page)).toMatchObject({ harbour: "Riga" });
});

test("many are pressed in any order and come in it", async ({ open }) => {
  const page = await open();
  const services = page.getByRole("group", { name: "Services" });
  await services.getByRole("checkbox", { name: "waste" }).check();
  await services.getByRole("checkbox", { name: "pilot" }).check();
  await services.getByRole("checkbox", { name: "tug" }).uncheck();
  expect(await summary(page)).toMatchObject({ services: ["waste", "pilot"] });
});

test("an option that is an icon has its name", async ({ open }) => {
  const page = await open();
  await page.getByRole("radio", { name: "zoom in" }).click();
  expect(await summary(page)).toMatchObject({ zoom: ":material/zoom_in:" });
});

test("stars are given, changed and taken back", async ({ open }) => {
  const page = await open();
  const stars = page.getByRole("radiogroup", { name: "Galley" });
  await stars.getByRole("radio", { name: "4 of 5 stars" }).click();
  expect(await summary(page)).toMatchObject({ stars: 3 });
  await stars.getByRole("radio", { name: "2 of 5 stars" }).click();
  expect(await summary(page)).toMatchObject({ stars: 1 });
  await stars.getByRole("radio", { name: "2 of 5 stars" }).click();
  expect(await summary(page)).toMatchObject({ stars: null });
  await page.getByRole("radiogroup", { name: "Feedback" }).getByRole("radio", { name: "Thumbs up" }).click();
  expect(await summary(page)).toMatchObject({ thumb: 1 });
});

test("a select slider goes from option to option and says which", async ({ open }) => {
  const page = await open();
  const low = page.getByRole("slider", { name: "Season minimum" });
  const high = page.getByRole("slider", { name: "Season maximum" });
  await low.press("ArrowRight");
  await high.press("End");
  expect(await summary(page)).toMatchObject({ season: ["May", "August"] });
  expect(await low.getAttribute("aria-valuetext")).toBe("May");
  await low.press("End");
  expect(await summary(page)).toMatchObject({ season: ["August", "August"] });
});

test("pages are turned by number and by arrows, which keep the focus at the ends", async ({ open }) => {
  const page = await open();
  const pages = page.getByRole("navigation", { name: "Ships" });
  await pages.getByRole("button", { name: "Page 20", exact: true }).click();
  expect(await summary(page)).toMatchObject({ page: 20 });
  expect(await pages.locator("[aria-current=page]").textContent()).toBe("20");
  const next = pages.getByRole("button", { name: "Next page" });
  await pages.getByRole("button", { name: "Page 19", exact: true }).click();
  await next.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  expect(await summary(page)).toMatchObject({ page: 20 });
  expect(await next.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await next.getAttribute("aria-disabled")).toBe("true");
});

test("on a narrow screen there are fewer page buttons, in one line; with room they are back", async ({ open }) => {
  const page = await open();
  const pages = page.getByRole("navigation", { name: "Ships" });
  const buttons = () => pages.getByRole("button").count();
  const height = () => pages.evaluate((element) => element.clientHeight);
  expect(await buttons()).toBe(8);
  const before = await height();
  await page.setViewportSize({ width: 260, height: 1400 });
  await page.waitForFunction(() => document.querySelectorAll("nav[aria-labelledby] button").length < 8);
  expect(await height()).toBe(before);
  await page.setViewportSize({ width: 1000, height: 1400 });
  await page.waitForFunction(() => document.querySelectorAll("nav[aria-labelledby] button").length === 8);
});

test("a line of options scrolls by itself, to what has the focus too, and shows at which edge it goes on", async ({ open }) => {
  const page = await open();
  const line = page.getByRole("radiogroup", { name: "Line" });
  const hidden = (sides: string) => page.locator(`[role=radiogroup][data-hidden="${sides}"]`).waitFor();
  expect(await line.evaluate((element) => element.getBoundingClientRect().right <= innerWidth)).toBe(true);
  await hidden("right");
  await line.getByRole("radio", { name: "Berth 30" }).focus();
  await hidden("left right");
  await line.getByRole("radio", { name: "Berth 59" }).focus();
  await hidden("left");
});
