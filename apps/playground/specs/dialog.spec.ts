import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./dialog.ts", import.meta.url));

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const dialog = (page: Page, name = "Rename") => page.getByRole("dialog", { name });
const gone = (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" });
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.ariaLabel ?? document.activeElement?.textContent);

test("[SR5] a page waits beside its dialog, whose widgets work, and goes on with the answer", async ({ open }) => {
  const page = await open();
  await press(page, "Open");
  await dialog(page).waitFor();
  expect(await page.locator("[data-rivulet-state]").getAttribute("data-rivulet-state")).toBe("running");
  await page.getByRole("textbox", { name: "Name" }).fill("b");
  await page.getByRole("textbox", { name: "Name" }).press("Enter");
  await page.getByText("preview: b plain").waitFor();
  expect(await dialog(page).locator("[data-stale]").count()).toBe(0);
  await press(page, "Save");
  await gone(page);
  await page.getByText("answer: b plain").waitFor();
  await idle(page);
  expect(await page.getByText("run 2").count()).toBe(1);
});

test("the focus begins in the dialog, stays there, and goes back to the button", async ({ open }) => {
  const page = await open();
  await page.getByRole("button", { name: "Open", exact: true }).focus();
  await page.keyboard.press("Enter");
  await dialog(page).waitFor();
  expect(await dialog(page).getAttribute("aria-modal")).toBe("true");
  expect(await page.getByRole("textbox", { name: "Name" }).evaluate((input) => input === document.activeElement)).toBe(true);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    // The browser's own bars are between the last control and the first.
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest("dialog") !== null)).toBe(
      true,
    );
  }
  await page.keyboard.press("Escape");
  await gone(page);
  expect(await focused(page)).toBe("Open");
  await idle(page);
  await page.getByText("answer: undefined").waitFor();
});

test("Escape closes what is open in the dialog first", async ({ open }) => {
  const page = await open();
  await press(page, "Open");
  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "fancy" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("option", { name: "fancy" }).waitFor({ state: "detached" });
  expect(await dialog(page).isVisible()).toBe(true);
  await page.getByRole("textbox", { name: "Name" }).fill("typed");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("a");
  expect(await dialog(page).isVisible()).toBe(true);
  await page.keyboard.press("Escape");
  await gone(page);
});

test("a list opens above the dialog", async ({ open }) => {
  const page = await open();
  await press(page, "Open");
  await page.getByRole("combobox", { name: "Kind" }).click();
  await page.getByRole("option", { name: "fancy" }).click();
  await page.getByText("preview: a fancy").waitFor();
});

test("a click outside dismisses, the end of a selection there does not, and the cross does", async ({ open }) => {
  const page = await open();
  await press(page, "Open");
  const box = await dialog(page).boundingBox();
  if (!box) throw new Error("the dialog is not shown");
  const title = await page.getByRole("heading", { name: "Rename" }).boundingBox();
  if (!title) throw new Error("the title is not shown");
  await page.mouse.move(title.x + 5, title.y + title.height / 2);
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  expect(await dialog(page).isVisible()).toBe(true);
  await page.mouse.click(5, 5);
  await gone(page);
  await idle(page);
  await press(page, "Open wide");
  await dialog(page, "Wide").waitFor();
  await press(page, "Close");
  await gone(page);
  await idle(page);
});

test("one that may not be dismissed has no cross and stays, however often one asks", async ({ open }) => {
  const page = await open();
  await press(page, "Open strict");
  await dialog(page, "Strict").waitFor();
  expect(await page.getByRole("button", { name: "Close" }).count()).toBe(0);
  for (let i = 0; i < 3; i++) await page.keyboard.press("Escape");
  await page.mouse.click(5, 5);
  expect(await dialog(page, "Strict").isVisible()).toBe(true);
  await press(page, "Done");
  await gone(page);
  await page.getByText("answer: done").waitFor();
  await idle(page);
});

test("it goes at once, though the page takes its time with the answer", async ({ open }) => {
  const page = await open();
  await press(page, "Slow");
  await press(page, "Save");
  await gone(page);
  expect(await page.getByText("answer: slow plain").count()).toBe(0);
  await page.getByText("answer: slow plain").waitFor();
  await idle(page);
});

test("the page below does not scroll, and a dialog that was dismissed opens again", async ({ open }) => {
  const page = await open();
  await press(page, "Open wide");
  await dialog(page, "Wide").waitFor();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).toBe("hidden");
  await page.keyboard.press("Escape");
  await gone(page);
  await idle(page);
  await press(page, "Open wide");
  await dialog(page, "Wide").waitFor();
});

test("it is accessible, and fits wide and narrow screens", async ({ open }) => {
  const page = await open();
  const widthAt = async (viewport: number) => {
    await page.setViewportSize({ width: viewport, height: 700 });
    return (await page.getByRole("dialog").boundingBox())?.width;
  };
  await press(page, "Open");
  await dialog(page).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await widthAt(1400)).toBe(500);
  expect(await widthAt(360)).toBe(328);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.keyboard.press("Escape");
  await gone(page);
  await idle(page);
});

test("[BM3] what is half-entered when it is dismissed is forgotten, and the page goes on as it was", async ({ open }) => {
  const page = await open();
  await press(page, "Open");
  await page.getByRole("textbox", { name: "Name" }).pressSequentially("half");
  await press(page, "Close");
  await gone(page);
  await page.getByText("answer: undefined").waitFor();
  await idle(page);
  expect(await page.getByText("run 2").count()).toBe(1);
  await press(page, "Open");
  expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("a");
  await page.keyboard.press("Escape");
  await gone(page);
  await idle(page);
});

test("a toast is over a dialog, can be closed there, and outlives it", async ({ open }) => {
  const page = await open();
  await press(page, "Open noting");
  await press(page, "Note");
  const toast = page.locator(".rv-toast");
  const close = toast.getByRole("button", { name: "Close" });
  await toast.waitFor();
  const onTop = (box: HTMLElement) => {
    const { left, top, width, height } = box.getBoundingClientRect();
    return box.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  expect(await toast.evaluate(onTop)).toBe(true);
  await close.click();
  await toast.waitFor({ state: "detached" });
  await press(page, "Note");
  await toast.waitFor();
  await dialog(page, "Noting").getByRole("button", { name: "Close" }).first().click();
  await gone(page);
  expect(await toast.innerText()).toContain("Noted");
  await close.click();
  await toast.waitFor({ state: "detached" });
});
