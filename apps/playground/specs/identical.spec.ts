import { elements } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { recordMutations } from "./mutations.ts";
import { countReceived } from "./received.ts";

const test = browserTest(new URL("../everything/page.ts", import.meta.url), { browser: { viewport: { width: 1400, height: 1000 } } });

async function rerun(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("menuitem", { name: "Rerun" }).click();
  await idle(page);
}

test("[FM3] an identical rerun of a page with every element sends none and touches no node of it", async ({ page, open }) => {
  const received = await countReceived(page);
  await open();
  const mutations = await recordMutations(page);
  const before = await received();
  await rerun(page);
  const bytes = (await received()) - before;
  expect(await mutations()).toEqual([]);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(100);
});

test("[FM3] a rerun touches the one element that changed", async ({ page, open }) => {
  await open();
  const mutations = await recordMutations(page);
  await page.getByRole("button", { name: "Button", exact: true }).click();
  await idle(page);
  await page.getByText("not pressed").waitFor({ state: "detached" });
  const touched = await mutations();
  expect(touched.length).toBeGreaterThan(0);
  for (const line of touched) expect(line).toMatch(/^characterData {2}in text: .*pressed/);
});

test("[FM3] a widget that was used leaves the other elements alone", async ({ page, open }) => {
  await open();
  await page.getByRole("checkbox", { name: "Checkbox" }).check();
  await idle(page);
  const mutations = await recordMutations(page);
  await rerun(page);
  expect(await mutations()).toEqual([]);
});

test("every element there is has a wrapper that says what it is", async ({ open }) => {
  const page = await open();
  const found = await page
    .locator("[data-element]")
    .evaluateAll((wrappers: HTMLElement[]) => wrappers.map(({ dataset }) => dataset.element));
  // A dialog stands on the page while it is open, what was not found where no page is. A fragment is no box: what is in it stands where it stands.
  expect(Object.keys(elements).filter((type) => !found.includes(type))).toEqual(["dialog", "fragment", "pageNotFound"]);
});
