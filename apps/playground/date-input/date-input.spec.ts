import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./page.ts", import.meta.url), { browser: { viewport: { width: 1000, height: 1000 }, locale: "de-DE" } });

test("a day is chosen in the calendar by keyboard alone, with the names of the browser's language", async ({ open }) => {
  const page = await open();
  const field = page.getByRole("textbox", { name: "Launch" });
  await field.focus();
  await page.keyboard.press("ArrowDown");
  const grid = page.getByRole("grid", { name: "April 2026" });
  await grid.waitFor();
  expect(await grid.getByRole("columnheader").first().innerText()).toBe("Mo");
  const day = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset.day);
  expect(await day()).toBe("2026-04-18");
  const walk: string[] = [];
  for (const key of [
    "ArrowRight",
    "ArrowDown",
    "ArrowLeft",
    "ArrowUp",
    "Home",
    "End",
    "PageDown",
    "PageUp",
    "Shift+PageDown",
    "Shift+PageUp",
  ]) {
    await page.keyboard.press(key);
    walk.push(`${key} ${await day()}`);
  }
  expect(walk).toEqual([
    "ArrowRight 2026-04-19",
    "ArrowDown 2026-04-26",
    "ArrowLeft 2026-04-25",
    "ArrowUp 2026-04-18",
    "Home 2026-04-13",
    "End 2026-04-19",
    "PageDown 2026-05-19",
    "PageUp 2026-04-19",
    "Shift+PageDown 2027-04-19",
    "Shift+PageUp 2026-04-19",
  ]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await grid.waitFor({ state: "detached" });
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByText("launch 2026-04-19").waitFor();
  expect(await field.inputValue()).toBe("19.04.2026");
});

test("a range is sent once both its days are chosen, in either order", async ({ open }) => {
  const page = await open();
  await page.getByRole("textbox", { name: "Season" }).click();
  await page.getByRole("gridcell", { name: "20. Mai 2026" }).click();
  await page.getByRole("dialog").waitFor();
  await idle(page);
  expect(await page.getByText("season 2026-05-01 to 2026-09-30").isVisible()).toBe(true);
  await page.getByRole("gridcell", { name: "10. Mai 2026" }).click();
  await page.getByText("season 2026-05-10 to 2026-05-20").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("a day is typed; what is none, or outside, is told and not sent", async ({ open }) => {
  const page = await open();
  const field = page.getByRole("textbox", { name: "Launch" });
  await field.fill("2.5.26");
  await page.keyboard.press("Enter");
  await page.getByText("launch 2026-05-02").waitFor();
  expect(await field.inputValue()).toBe("02.05.2026");
  const season = page.getByRole("textbox", { name: "Season" });
  await season.fill("2026/03/01 – 2026/05/05");
  await page.keyboard.press("Enter");
  await page.getByText("Erwartet: YYYY/MM/DD – YYYY/MM/DD, ab 2026/04/01, bis 2026/10/31").waitFor();
  await idle(page);
  expect(await page.getByText("season 2026-05-01 to 2026-09-30").isVisible()).toBe(true);
  await season.fill("2026/04/10 - 2026/05/05");
  await page.keyboard.press("Enter");
  await page.getByText("season 2026-04-10 to 2026-05-05").waitFor();
});

test("days outside of the limits cannot be chosen; months and years are", async ({ open }) => {
  const page = await open();
  await page.getByRole("textbox", { name: "Season" }).click();
  await page.getByRole("combobox", { name: "Monat" }).selectOption("10");
  await page.getByRole("grid", { name: "Oktober 2026" }).waitFor();
  expect(await page.getByRole("button", { name: "Nächster Monat" }).isDisabled()).toBe(true);
  expect(await page.getByRole("gridcell", { name: "1. November 2026" }).getAttribute("aria-disabled")).toBe("true");
  expect(await page.getByRole("combobox", { name: "Jahr" }).locator("option").allInnerTexts()).toEqual(["2026"]);
});
