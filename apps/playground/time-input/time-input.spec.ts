import { expect } from "vitest";
import { browserTest } from "../harness/browser-test.ts";

const test = browserTest(new URL("./page.ts", import.meta.url), { browser: { locale: "en-US" } });

test("a time is chosen from the list by keyboard", async ({ open }) => {
  const page = await open();
  await page.getByRole("combobox", { name: "Wake me at" }).focus();
  for (const key of ["ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  await page.getByText("wake 06:40,").waitFor();
});

test("any time is typed, and sent by Enter or by leaving the field", async ({ open }) => {
  const page = await open();
  const tide = page.getByRole("combobox", { name: "High tide" });
  await tide.fill("3:07 pm");
  await page.keyboard.press("Enter");
  await page.getByText("tide 15:07,").waitFor();
  expect(await tide.inputValue()).toBe("3:07 PM");
  await page.getByRole("combobox", { name: "Wake me at" }).fill("415");
  await page.keyboard.press("Tab");
  await page.getByText("wake 04:15,").waitFor();
});
