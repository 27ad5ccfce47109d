import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./popover.ts", import.meta.url));

const opener = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const panel = (page: Page, name: string) => page.getByRole("dialog", { name });

test("it stays open while its widgets are used, and closes at a press elsewhere", async ({ open }) => {
  const page = await open();
  await opener(page, "Filters").click();
  await panel(page, "Filters").waitFor();
  await page.getByRole("textbox", { name: "Name" }).fill("a");
  await page.keyboard.press("Enter");
  await page.getByText("chosen: a plain").waitFor();
  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "fancy" }).click();
  await page.getByText("chosen: a fancy").waitFor();
  await page.getByRole("combobox", { name: "At" }).click();
  await page.getByRole("option", { name: "07:00" }).click();
  await page.getByText("chosen: a fancy 07:00").waitFor();
  await opener(page, "Elsewhere").click();
  await panel(page, "Filters").waitFor({ state: "hidden" });
  await opener(page, "Filters").click();
  await panel(page, "Filters").waitFor();
  await opener(page, "Filters").click();
  await panel(page, "Filters").waitFor({ state: "hidden" });
});

test("by the keyboard: opened, walked through, closed, and the focus is back", async ({ open }) => {
  const page = await open();
  await opener(page, "Filters").focus();
  await page.keyboard.press("Enter");
  await panel(page, "Filters").waitFor();
  expect(await opener(page, "Filters").getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Tab");
  expect(await page.getByRole("textbox", { name: "Name" }).evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await panel(page, "Filters").waitFor({ state: "hidden" });
  expect(await opener(page, "Filters").evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Space");
  await panel(page, "Filters").waitFor();
  for (let i = 0; i < 4; i++) await page.keyboard.press("Tab");
  await panel(page, "Filters").waitFor({ state: "hidden" });
});

test("where it tells, opening and closing runs the page", async ({ open }) => {
  const page = await open();
  await opener(page, "Log").click();
  await page.getByText("the log").waitFor();
  await page.getByText("open", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("closed", { exact: true }).waitFor();
  await idle(page);
  await page.getByText("run 3").waitFor();
});

test("Escape closes one in a dialog before the dialog", async ({ open }) => {
  const page = await open();
  await opener(page, "Open window").click();
  await opener(page, "More").click();
  await page.getByText("inside").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("inside").waitFor({ state: "hidden" });
  expect(await panel(page, "Window").isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await panel(page, "Window").waitFor({ state: "detached" });
  await idle(page);
});

test("it is accessible and fits a narrow screen", async ({ open }) => {
  const page = await open();
  await page.setViewportSize({ width: 360, height: 700 });
  await opener(page, "Filters").click();
  await panel(page, "Filters").waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  const box = await panel(page, "Filters").boundingBox();
  if (!box) throw new Error("the panel is not shown");
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(360);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityViolations(page)).toEqual([]);
});
