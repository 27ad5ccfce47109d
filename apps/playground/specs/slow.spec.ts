import type { Page } from "playwright-core";
import { afterAll, beforeEach, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { Gates } from "./gate.ts";

const gates = new Gates();
beforeEach(() => gates.close("work"));
afterAll(() => gates.remove());

const test = browserTest(new URL("./slow.ts", import.meta.url), { env: gates.env });

const choose = (page: Page, how: string) => page.getByRole("radio", { name: how }).check();
/** What is hinted as not reached: each outermost element by its text. */
const stale = (page: Page) => page.locator("[data-stale]").evaluateAll((elements) => elements.map(({ textContent }) => textContent));
const opacity = (page: Page, text: string) =>
  page.getByText(text, { exact: true }).evaluate((element) => {
    let product = 1;
    for (let at: Element | null = element; at; at = at.parentElement) product *= Number(getComputedStyle(at).opacity);
    return product;
  });

for (const how of ["blocking", "awaiting"]) {
  test(`[FM2] what is written before ${how} work is visible before the work ends, and what comes after stays`, async ({ open }) => {
    const page = await open();
    await choose(page, how);
    await page.getByText("Loading, run 2").waitFor();
    expect(await page.locator("#root").getAttribute("data-rivulet-state")).toBe("running");
    expect(await page.getByText("chosen: false, run 1").isVisible()).toBe(true);
    expect(await page.getByText("inside a box").isVisible()).toBe(true);
    gates.open("work");
    await idle(page);
    expect(await page.getByText("chosen: false, run 2").isVisible()).toBe(true);
  });
}

test("[FM4] what a slow run has not reached is usable: using it supersedes the run", async ({ open }) => {
  const page = await open();
  await choose(page, "awaiting");
  await page.getByText("Loading, run 2").waitFor();
  await page.getByRole("checkbox", { name: "Not reached yet" }).check();
  await page.getByText("Loading, run 3").waitFor();
  gates.open("work");
  await idle(page);
  expect(await page.getByText("chosen: true, run 3").isVisible()).toBe(true);
  expect(await page.getByRole("checkbox", { name: "Not reached yet" }).isChecked()).toBe(true);
});

test("what is used while a run blocks counts once the run can be left", async ({ open }) => {
  const page = await open();
  await choose(page, "blocking");
  await page.getByText("Loading, run 2").waitFor();
  await page.getByRole("checkbox", { name: "Not reached yet" }).check();
  gates.open("work");
  await idle(page);
  expect(await page.getByText("chosen: true, run 3").isVisible()).toBe(true);
});

test("a slow run says so after a delay, with Stop, and hints at what it has not reached, and at nothing else", async ({ open }) => {
  const page = await open();
  await choose(page, "awaiting");
  await page.getByRole("status").getByRole("button", { name: "Stop" }).waitFor();
  await page.locator("[data-stale]").first().waitFor();
  expect((await stale(page)).filter((text) => !/^(Not reached yet|inside a box|chosen: false, run 1)$/.test(text ?? ""))).toEqual([]);
  expect(await opacity(page, "Before the work")).toBe(1);
  expect(await opacity(page, "Loading, run 2")).toBe(1);
  for (const text of ["inside a box", "chosen: false, run 1"]) {
    const dimmed = page.getByText(text, { exact: true });
    await dimmed.evaluate((element) =>
      Promise.all(
        element
          .closest("[data-stale]")
          ?.getAnimations()
          .map(({ finished }) => finished) ?? [],
      ),
    );
    expect(await opacity(page, text)).toBeCloseTo(0.7);
  }
  gates.open("work");
  await idle(page);
  expect(await stale(page)).toEqual([]);
  expect(await opacity(page, "inside a box")).toBe(1);
  // Who cannot see that it is over hears it; Stop is gone.
  expect(await page.getByRole("status").innerText()).toBe("Finished");
});
