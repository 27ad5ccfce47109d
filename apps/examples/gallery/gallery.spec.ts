import { expect } from "vitest";
import { accessibilityViolations } from "../../playground/harness/accessibility.ts";
import { browserTest, idle } from "../../playground/harness/browser-test.ts";

const test = browserTest(new URL("./app.ts", import.meta.url), { browser: { viewport: { width: 1280, height: 900 } } });

test.for(["Harbour board", "Register"])("%s fits a phone, and axe finds nothing in it, light and dark", async (name, { open }) => {
  const page = await open();
  await page.getByRole("radio", { name }).check();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await idle(page);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor();
    expect(await accessibilityViolations(page), colorScheme).toEqual([]);
  }
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test("a ship is registered with keys alone", async ({ open }) => {
  const page = await open();
  await page.getByRole("radio", { name: "Register" }).check();
  await page.getByRole("textbox", { name: "Name" }).focus();
  const keys = async (...names: readonly string[]) => {
    for (const name of names) await page.keyboard.press(name);
  };
  await keys("ControlOrMeta+a");
  await page.keyboard.type("MV Fornax");
  await keys("Tab", "Tab");
  await page.keyboard.type("9074729");
  await page.getByRole("textbox", { name: "IMO number" }).press("Enter");
  await page.getByText(/MV Fornax was registered at/).waitFor();
  await page.getByText("Register (2)").waitFor();
});
