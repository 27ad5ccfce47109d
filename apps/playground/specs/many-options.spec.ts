import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";
import { countReceived } from "./received.ts";

const test = browserTest(new URL("./many-options.ts", import.meta.url), { browser: { viewport: { width: 1000, height: 1000 } } });

const summary = async (page: Page): Promise<unknown> => {
  await idle(page);
  return JSON.parse((await page.getByText(/^\{.*\}$/).textContent()) ?? "");
};

test("[FM3] 10,000 options are sent once: neither a rerun nor a choice among them sends them again", async ({ page, open }) => {
  const received = await countReceived(page);
  await open();
  const first = await received();
  expect(first).toBeGreaterThan(100_000);
  await page.getByRole("button", { name: "Again" }).click();
  await idle(page);
  await page.getByRole("combobox", { name: "Port" }).fill("9999");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Stops" }).fill("number 77");
  await page.keyboard.press("Enter");
  expect(await summary(page)).toMatchObject({ port: 9999, stops: [77] });
  expect((await received()) - first).toBeLessThan(2000);
});

test("a list of 10,000 draws what can be seen, around what is chosen, and tells of the rest", async ({ open }) => {
  const page = await open();
  const port = page.getByRole("combobox", { name: "Port" });
  await port.click();
  const options = page.getByRole("listbox").getByRole("option");
  expect(await options.count()).toBe(200);
  expect(await options.first().getAttribute("aria-setsize")).toBe("10000");
  expect(await page.getByText("9,800 more: type to search").isVisible()).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  await port.fill("4321");
  expect(await options.first().textContent()).toBe("Port number 4321");
  await options.first().click();
  expect(await summary(page)).toMatchObject({ port: 4321 });
  await port.press("ArrowDown");
  const chosen = page.getByRole("option", { selected: true });
  expect(await chosen.textContent()).toBe("Port number 4321");
  expect(await chosen.evaluate((option) => option.checkVisibility())).toBe(true);
  await port.press("ArrowDown");
  await port.press("Enter");
  expect(await summary(page)).toMatchObject({ port: 4322 });
});

test("no more than maxSelections are chosen; one that is given back makes room", async ({ open }) => {
  const page = await open();
  const stops = page.getByRole("combobox", { name: "Stops" });
  await stops.click();
  for (const name of ["Port number 3", "Port number 1", "Port number 2"]) await page.getByRole("option", { name, exact: true }).click();
  expect(await summary(page)).toMatchObject({ stops: [3, 1, 2] });
  expect(await page.getByText("No more than 3 can be chosen").isVisible()).toBe(true);
  expect(await page.getByRole("option").count()).toBe(3);
  await page.getByRole("option", { name: "Port number 1", exact: true }).click();
  expect(await summary(page)).toMatchObject({ stops: [3, 2] });
  expect(await page.getByRole("option").count()).toBe(200);
});

test("a search by prefix finds beginnings only; what is empty at first can be emptied again", async ({ open }) => {
  const page = await open();
  const code = page.getByRole("combobox", { name: "Code" });
  await code.fill("AB");
  expect(await page.getByRole("option").allTextContents()).toEqual(["ab", "abc"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await summary(page)).toMatchObject({ exact: "abc" });
  await page.getByRole("button", { name: "Clear" }).first().click();
  expect(await summary(page)).toMatchObject({ exact: null });
});

test("a new option is added as typed, but an option in other letters is that option", async ({ open }) => {
  const page = await open();
  const tag = page.getByRole("combobox", { name: "Tag" });
  expect(await tag.getAttribute("placeholder")).toBe("Choose or add an option");
  await tag.fill("Whale");
  await page.keyboard.press("Enter");
  expect(await summary(page)).toMatchObject({ tag: "Whale" });
  expect(await tag.inputValue()).toBe("Whale");
  await tag.fill("coal");
  await page.keyboard.press("Enter");
  expect(await summary(page)).toMatchObject({ tag: "Coal" });
});
