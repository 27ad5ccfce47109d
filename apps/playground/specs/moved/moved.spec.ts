import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../../harness/browser-test.ts";
import { recordMutations } from "../mutations.ts";

const test = browserTest(new URL("./page.ts", import.meta.url));

/** What the page's fragment wrote last: which tick, and in which worker thread. */
async function ticking(page: Page): Promise<{ readonly tick: number; readonly thread: number }> {
  const [tick, thread] = ((await page.getByText(/^tick /).textContent()) ?? "").match(/\d+/g) ?? [];
  return { tick: Number(tick), thread: Number(thread) };
}

test("[SR8] a move to another worker touches nothing of the page but what its fragment writes, nor the text being typed", async ({
  open,
  browser,
  server,
}) => {
  const page = await open();
  await page.getByRole("checkbox", { name: "Note" }).check();
  await page.getByText("Written down").waitFor();
  await page.getByRole("button", { name: "More" }).click();
  const line = page.getByText("line 30");
  await line.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const input = page.getByRole("textbox", { name: "Name" });
  await input.pressSequentially("half-typed");
  await input.evaluate((element: HTMLInputElement) => element.setSelectionRange(2, 4));
  const top = await line.evaluate((element) => element.getBoundingClientRect().top);
  const { thread } = await ticking(page);
  const mutations = await recordMutations(page);

  const culprit = await browser.newPage();
  await culprit.goto(server.address);
  await idle(culprit);
  await culprit.getByRole("button", { name: "Compute without end" }).click();
  await page.getByText(new RegExp(`^tick \\d+ in thread (?!${thread}$)`)).waitFor();
  const { tick } = await ticking(page);
  await page.waitForFunction((last) => Number(/tick (\d+) in/.exec(document.body.textContent)?.[1]) > last, tick + 1);
  await culprit.close();

  for (const touched of await mutations()) expect(touched).toMatch(/^characterData {2}in text: .*>tick /);
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
