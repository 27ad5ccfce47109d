import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../../harness/browser-test.ts";
import { recordMutations } from "../mutations.ts";

const test = browserTest(new URL("./page.ts", import.meta.url));

const ticks = async (page: Page) => Number(/\d+/.exec((await page.getByText(/^ticks/).textContent()) ?? "")?.[0]);
const reaches = (page: Page, count: number) =>
  page.waitForFunction((wanted) => Number(/ticks: (\d+)/.exec(document.querySelector("main")?.textContent ?? "")?.[1]) >= wanted, count);

test("[SR8] a move to another worker touches nothing of the page but what its fragment writes, nor the text being typed", async ({
  open,
  browser,
  server,
}) => {
  const page = await open();
  await page.getByRole("button", { name: "More" }).click();
  const line = page.getByText("line 30");
  await line.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const input = page.getByRole("textbox", { name: "Name" });
  await input.pressSequentially("half-typed");
  await input.evaluate((element: HTMLInputElement) => element.setSelectionRange(2, 4));
  const top = await line.evaluate((element) => element.getBoundingClientRect().top);
  const mutations = await recordMutations(page);

  const culprit = await browser.newPage();
  await culprit.goto(server.address);
  await idle(culprit);
  await culprit.getByRole("button", { name: "End the worker" }).click();
  await culprit.getByRole("alert").first().waitFor();
  await culprit.close();
  await reaches(page, (await ticks(page)) + 3);

  for (const touched of await mutations()) expect(touched).toMatch(/^characterData {2}in text: .*ticks: /);
  expect(
    await input.evaluate((element: HTMLInputElement) => ({
      focused: document.activeElement === element,
      selection: [element.selectionStart, element.selectionEnd],
      value: element.value,
    })),
  ).toEqual({ focused: true, selection: [2, 4], value: "half-typed" });
  expect(await page.getByText("inside").isVisible()).toBe(true);
  expect(await line.evaluate((element) => element.getBoundingClientRect().top)).toBe(top);
});
