import { expect } from "vitest";
import { browserTest } from "../harness/browser-test.ts";

const test = browserTest(new URL("./page.ts", import.meta.url));

test("a colour is chosen in the swatch or typed, in short too", async ({ open }) => {
  const page = await open();
  const hull = page.getByRole("textbox", { name: "Hull" });
  await page.locator("input[type=color]").first().fill("#00ff7f");
  await page.getByText("hull #00ff7f,").waitFor();
  expect(await hull.inputValue()).toBe("#00ff7f");
  await hull.fill("F80");
  await page.keyboard.press("Enter");
  await page.getByText("hull #ff8800,").waitFor();
  await hull.fill("no colour");
  await page.keyboard.press("Enter");
  expect(await hull.inputValue()).toBe("#ff8800");
});
