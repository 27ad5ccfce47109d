import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest } from "../harness/browser-test.ts";

const test = browserTest(new URL("./page.ts", import.meta.url), { browser: { viewport: { width: 1000, height: 1000 }, locale: "en-GB" } });

test("a day is chosen in the calendar and the time below it, within the limits", async ({ open }) => {
  const page = await open();
  await page.getByRole("button", { name: "Open the calendar" }).first().click();
  await page.getByRole("gridcell", { name: "24 November 2026" }).click();
  await page.getByText("departure 2026-11-24T13:45").waitFor();
  await page.getByLabel("Time", { exact: true }).fill("08:20");
  await page.keyboard.press("Enter");
  await page.getByText("departure 2026-11-24T08:20").waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.getByLabel("Time", { exact: true }).fill("05:00");
  await page.getByRole("gridcell", { name: "20 November 2026" }).click();
  await page.getByText("departure 2026-11-20T06:00").waitFor();
});

test("day and time are typed", async ({ open }) => {
  const page = await open();
  const field = page.getByRole("textbox", { name: "Departure" });
  await field.fill("1.12.2026 9:05");
  await page.keyboard.press("Enter");
  await page.getByText("departure 2026-12-01T09:05").waitFor();
  expect(await field.inputValue()).toBe("01.12.2026, 09:05");
});
