import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./inputs.ts", import.meta.url));

const box = (page: Page, name: string) => page.getByRole("textbox", { name });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search" });
const values = async (page: Page) => JSON.parse((await page.getByText(/^\{"log"/).textContent()) ?? "") as Record<string, unknown>;
const runs = (page: Page) => page.getByText(/^run \d+$/).textContent();
const focusedName = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const menu = (page: Page) => page.getByRole("menu", { name: "Actions" });
const actions = (page: Page) => page.getByRole("button", { name: "Actions" });

test("a text area takes Enter as a new line, grows, counts, and sends on Ctrl+Enter", async ({ open }) => {
  const page = await open();
  const log = box(page, "Log");
  const before = await log.evaluate((area) => area.clientHeight);
  await log.press("Control+End");
  for (const line of ["second", "third", "fourth"]) {
    await page.keyboard.press("Enter");
    await page.keyboard.type(line);
  }
  expect(await log.evaluate((area) => area.clientHeight)).toBeGreaterThan(before);
  expect(await page.getByText("25/30 · Ctrl+Enter to apply").isVisible()).toBe(true);
  expect(await runs(page)).toBe("run 1");
  await page.keyboard.type("123456789");
  expect(await log.inputValue()).toBe("first\nsecond\nthird\nfourth12345");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  expect(await values(page)).toMatchObject({ log: "first\nsecond\nthird\nfourth12345" });
  expect(await log.evaluate((area) => document.activeElement === area)).toBe(true);
});

test("[BM3] a text area that is left sends its text, and a click straight after goes with it", async ({ open }) => {
  const page = await open();
  await box(page, "Log").fill("left");
  await page.getByRole("button", { name: "Go" }).click();
  await idle(page);
  expect(await values(page)).toMatchObject({ log: "left" });
  expect(await page.getByText("gone").isVisible()).toBe(true);
  expect(await runs(page)).toBe("run 2");
});

test("a text area fills the height of its column and of its container", async ({ open }) => {
  const page = await open();
  const heightOf = (name: string) => box(page, name).evaluate((area) => area.clientHeight);
  expect(await heightOf("Beside")).toBeGreaterThan(200);
  expect(await heightOf("Inside")).toBeGreaterThan(200);
});

test("a live field sends when the keys rest, without Enter", async ({ open }) => {
  const page = await open();
  await search(page).pressSequentially("olga");
  await page.getByText('"search":"olga"').waitFor();
  expect(await search(page).evaluate((input) => document.activeElement === input)).toBe(true);
});

test("what is no mail address is told and not sent; an emptied field is sent", async ({ open }) => {
  const page = await open();
  const mail = box(page, "Mail");
  expect(await mail.getAttribute("autocomplete")).toBe("email");
  await mail.fill("ada@example.com");
  await mail.press("Enter");
  await page.getByText('"mail":"ada@example.com"').waitFor();
  await mail.fill("ada");
  await mail.press("Enter");
  await page.getByText("This is no mail address").waitFor();
  expect(await mail.getAttribute("aria-invalid")).toBe("true");
  expect(await values(page)).toMatchObject({ mail: "ada@example.com" });
  await mail.fill("");
  await mail.press("Enter");
  await page.getByText('"mail":""').waitFor();
  expect(await page.getByText("This is no mail address").count()).toBe(0);
});

test("values that may wait run nothing, stay visible, and go with what is sent next", async ({ open }) => {
  const page = await open();
  await box(page, "Later").fill("note");
  await page.keyboard.press("Enter");
  await page.getByRole("spinbutton", { name: "Spare" }).press("ArrowUp");
  await search(page).focus();
  expect(await runs(page)).toBe("run 1");
  expect(await box(page, "Later").inputValue()).toBe("note");
  expect(await page.getByRole("spinbutton", { name: "Spare" }).inputValue()).toBe("2");
  expect(await values(page)).toMatchObject({ later: "", spare: 1 });
  await box(page, "Log").fill("x");
  await page.keyboard.press("Control+Enter");
  await idle(page);
  expect(await values(page)).toMatchObject({ log: "x", later: "note", spare: 2 });
  expect(await runs(page)).toBe("run 2");
});

test("a menu is used by the keyboard alone", async ({ open }) => {
  const page = await open();
  await actions(page).focus();
  await page.keyboard.press("ArrowUp");
  expect(await focusedName(page)).toBe("Export");
  await page.keyboard.press("ArrowDown");
  expect(await focusedName(page)).toBe("Edit");
  await page.keyboard.press("e");
  expect(await focusedName(page)).toBe("Export");
  await page.keyboard.press("Home");
  expect(await actions(page).getAttribute("aria-expanded")).toBe("true");
  await page.keyboard.press("Escape");
  await menu(page).waitFor({ state: "detached" });
  expect(await actions(page).evaluate((button) => document.activeElement === button)).toBe(true);
  expect(await runs(page)).toBe("run 1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await values(page)).toMatchObject({ action: "Duplicate" });
  expect(await actions(page).evaluate((button) => document.activeElement === button)).toBe(true);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await menu(page).waitFor({ state: "detached" });
  expect(await focusedName(page)).toContain("Report");
});

test("a menu is used by the pointer, closes when something else is pressed, and has no accessibility violation", async ({ open }) => {
  const page = await open();
  await actions(page).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.mouse.move(0, 0);
  await actions(page).hover();
  expect(await page.getByRole("tooltip").count()).toBe(0);
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await idle(page);
  expect(await values(page)).toMatchObject({ action: ":red[Delete]" });
  await actions(page).click();
  await page.getByText(/^run /).click();
  await menu(page).waitFor({ state: "detached" });
  await page.keyboard.press("Control+Shift+M");
  await menu(page).waitFor();
  await actions(page).click();
  await menu(page).waitFor({ state: "detached" });
});

test("[BM3] a pick takes along what was typed", async ({ open }) => {
  const page = await open();
  await box(page, "Mail").fill("ada@example.com");
  await actions(page).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await idle(page);
  expect(await values(page)).toMatchObject({ action: "Edit", mail: "ada@example.com" });
});

test("a link button leads where it says, by click and by keys, and tells its page", async ({ open }) => {
  const page = await open();
  await page.getByRole("link", { name: "Report" }).click();
  await idle(page);
  expect(new URL(page.url()).hash).toBe("#report");
  expect(await values(page)).toMatchObject({ opened: 1 });
  await page.keyboard.press("Control+Shift+Y");
  await idle(page);
  expect(await values(page)).toMatchObject({ opened: 2 });
  const [other] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Elsewhere" }).click()]);
  await other.waitForURL("**/health?a=1&copy=2");
  expect(await other.evaluate(() => globalThis.opener)).toBeNull();
  expect(await runs(page)).toBe("run 3");
});

test("a disabled link button is a link that leads nowhere", async ({ open }) => {
  const page = await open();
  const link = page.getByRole("link", { name: "Nowhere" });
  expect([await link.getAttribute("href"), await link.isDisabled()]).toEqual([null, true]);
});

test("a key without Ctrl presses its button, but not while somebody types", async ({ open }) => {
  const page = await open();
  await box(page, "Mail").press("g");
  expect(await box(page, "Mail").inputValue()).toBe("g");
  expect(await runs(page)).toBe("run 1");
  await box(page, "Mail").fill("");
  await box(page, "Mail").blur();
  await page.keyboard.press("g");
  await page.getByText("gone").waitFor();
});
