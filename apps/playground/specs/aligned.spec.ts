import { expect } from "vitest";
import { browserTest } from "../harness/browser-test.ts";

const test = browserTest(new URL("./aligned.ts", import.meta.url));

test("texts stand where they are told to, also beside their help; [W7] a key is on its element", async ({ open }) => {
  const page = await open();
  const gaps: Record<string, number> = {};
  for (const word of ["markdown", "caption", "text", "subheader"]) {
    gaps[word] = await page.getByText(word, { exact: true }).evaluate((element) => {
      const range = document.createRange();
      range.selectNodeContents(element);
      const wrapper = element.closest<HTMLElement>("[data-element]") as HTMLElement;
      const help = wrapper.querySelector("button") as HTMLElement;
      return help.getBoundingClientRect().left - range.getBoundingClientRect().right;
    });
  }
  for (const [word, gap] of Object.entries(gaps)) expect(gap, word).toBeLessThan(16);
  expect(await page.locator('[data-key="one of mine"]').getByRole("checkbox", { name: "keyed" }).count()).toBe(1);
  const help = await page.getByRole("button", { name: "Help" }).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
  const [first = 0] = help;
  expect(help.every((right) => Math.abs(right - first) < 4 && right > 380)).toBe(true);
});
