import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./together.ts", import.meta.url), { browser: { hasTouch: true } });

const textOf = (page: Page, start: string) => page.getByText(new RegExp(`^${start}`)).textContent();
const save = (page: Page) => page.getByRole("button", { name: "Save" });
const name = (page: Page) => page.getByRole("textbox", { name: "Name" });
const amount = (page: Page) => page.getByRole("spinbutton", { name: "Amount" });

test("[BM3] text that was typed and a click straight after arrive in one run", async ({ open }) => {
  const page = await open();
  await name(page).pressSequentially("Ada");
  await save(page).click();
  await idle(page);
  expect(await textOf(page, "saved")).toBe("saved: Ada 1 false");
  expect(await textOf(page, "run")).toBe("run 2");
  expect(await name(page).inputValue()).toBe("Ada");
});

test("[BM3] a number that was typed and a click, or a tap, straight after", async ({ open }) => {
  const page = await open();
  await amount(page).fill("42");
  await save(page).click();
  await idle(page);
  expect(await textOf(page, "saved")).toBe("saved: nobody 42 false");
  await amount(page).fill("43");
  await save(page).tap();
  await idle(page);
  expect(await textOf(page, "saved")).toBe("saved: nobody 42 false, nobody 43 false");
  expect(await textOf(page, "run")).toBe("run 3");
});

test("[BM3] a box that was ticked and a click straight after", async ({ open }) => {
  const page = await open();
  await page.getByRole("checkbox", { name: "Agree" }).click({ noWaitAfter: true });
  await save(page).click();
  await idle(page);
  expect(await textOf(page, "saved")).toBe("saved: nobody 1 true");
});

test("[BM3] a press that leaves the focus in the field, as by a shortcut, takes the text along", async ({ open }) => {
  const page = await open();
  await name(page).pressSequentially("Ada");
  await save(page).evaluate((button: HTMLButtonElement) => button.click());
  await idle(page);
  expect(await textOf(page, "saved")).toBe("saved: Ada 1 false");
  expect(await textOf(page, "run")).toBe("run 2");
  await page.keyboard.type(" Lovelace");
  expect(await name(page).inputValue()).toBe("Ada Lovelace");
});

test("[BM3] everything at once, and the button by the keyboard", async ({ open }) => {
  const page = await open();
  await name(page).pressSequentially("Ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type("7");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await idle(page);
  const saved = await textOf(page, "saved");
  expect(saved).toMatch(/^saved: Ada \d*7 true$/);
  expect(await textOf(page, "entered")).toBe(saved?.replace("saved", "entered"));
});

test("Enter sends what was typed; Escape forgets it", async ({ open }) => {
  const page = await open();
  await name(page).pressSequentially("Ada");
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await textOf(page, "entered")).toBe("entered: Ada 1 false");
  await name(page).pressSequentially(" Lovelace");
  await page.keyboard.press("Escape");
  expect(await name(page).inputValue()).toBe("Ada");
  await amount(page).fill("5");
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await textOf(page, "entered")).toBe("entered: Ada 5 false");
});

test("[BM3] of many quick presses none is lost, and each has its value with it", async ({ open }) => {
  const page = await open();
  for (let i = 0; i < 10; i++) {
    await amount(page).fill(String(i + 10));
    await save(page).click();
  }
  await idle(page);
  const saved = (await textOf(page, "saved"))?.split(/[:,] /).slice(1) ?? [];
  expect(saved.at(-1)).toBe("nobody 19 false");
  expect(saved).toEqual(saved.filter((entry) => /^nobody 1\d false$/.test(entry)).sort());
});

test("a dragged slider ends where it was let go, and few runs were needed", async ({ open }) => {
  const page = await open();
  const box = await page.getByRole("slider", { name: "Speed" }).boundingBox();
  if (!box) throw new Error("the slider is not shown");
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 10, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, middle, { steps: 60 });
  const dragged = Number(await page.getByRole("slider", { name: "Speed" }).inputValue());
  await page.mouse.up();
  await idle(page);
  expect(dragged).toBe(100);
  expect(await textOf(page, "speed")).toBe("speed 100");
  expect(await page.getByRole("slider", { name: "Speed" }).inputValue()).toBe("100");
  expect(Number((await textOf(page, "run"))?.slice(4))).toBeLessThan(60);
});

test("none of many quick keys on a slider is lost", async ({ open }) => {
  const page = await open();
  const slider = page.getByRole("slider", { name: "Speed" });
  await slider.focus();
  for (let i = 0; i < 40; i++) await page.keyboard.press(i % 4 === 3 ? "ArrowLeft" : "ArrowRight");
  expect(await slider.inputValue()).toBe("20");
  await idle(page);
  expect(await slider.inputValue()).toBe("20");
  expect(await textOf(page, "speed")).toBe("speed 20");
});
