import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { startPage } from "../harness/page-server.ts";

const file = new URL("./life.ts", import.meta.url);
const test = browserTest(file);

const state = (page: Page) => page.locator("#root").getAttribute("data-rivulet-state");
const summary = (page: Page) => page.getByText(/^count/).textContent();

/** Every state that the root element takes from now on. */
async function recordStates(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const root = document.getElementById("root") as HTMLElement;
    const states: (string | undefined)[] = [];
    new MutationObserver(() => states.push(root.dataset.rivuletState)).observe(root, { attributeFilter: ["data-rivulet-state"] });
    Object.assign(globalThis, { states });
  });
  return () => page.evaluate(() => (globalThis as unknown as { states: string[] }).states);
}

test("every widget is found by its role and name, and its wrapper says what it is and which key it has", async ({ open }) => {
  const page = await open();
  const wrapper = async (role: "button" | "checkbox" | "slider" | "textbox" | "spinbutton" | "radiogroup" | "combobox", name: string) => {
    const widget = page.getByRole(role, { name, exact: true });
    return widget.evaluate((element) => {
      const { dataset } = element.closest<HTMLElement>("[data-element]") ?? document.body;
      return dataset.key === undefined ? dataset.element : `${dataset.element} ${dataset.key}`;
    });
  };
  expect(await wrapper("button", "Count")).toBe("button");
  expect(await wrapper("checkbox", "Checkbox")).toBe("checkbox box");
  expect(await wrapper("slider", "Slider")).toBe("slider");
  expect(await wrapper("textbox", "Text")).toBe("textInput");
  expect(await wrapper("spinbutton", "Number")).toBe("numberInput");
  expect(await wrapper("radiogroup", "Radio")).toBe("radio");
  expect(await wrapper("combobox", "Select")).toBe("selectbox");
});

/** What a user does to a widget, as one event in the page. */
const INTERACTIONS: Readonly<Record<string, (root: HTMLElement) => void>> = {
  "a button": (root) => root.querySelector<HTMLElement>("[data-element='button'] button")?.click(),
  "a checkbox": (root) => root.querySelector<HTMLElement>("input[type='checkbox']")?.click(),
  "a radio button": (root) => root.querySelector<HTMLElement>("input[type='radio']:not(:checked)")?.click(),
  "a slider": (root) =>
    root
      .querySelector("input[type='range']")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true, cancelable: true })),
  "a number": (root) =>
    root
      .querySelector("[role='spinbutton']")
      ?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowUp", bubbles: true, cancelable: true })),
};

for (const [what, act] of Object.entries(INTERACTIONS)) {
  test(`the state leaves idle in the very event in which ${what} is used, and returns when the answer is on the page`, async ({ open }) => {
    const page = await open();
    const before = await summary(page);
    const states = await recordStates(page);
    const during = await page.evaluate(
      `(${String(act)})(document.getElementById("root")); document.getElementById("root").dataset.rivuletState`,
    );
    expect(during).toBe("running");
    await idle(page);
    expect(await summary(page)).not.toBe(before);
    expect(await states()).toEqual(["running", "idle"]);
  });
}

test("the state leaves idle with Enter in a text field, and with a choice from a list", async ({ open }) => {
  const page = await open();
  const states = await recordStates(page);
  await page.getByRole("textbox", { name: "Text" }).fill("typed");
  expect(await states()).toEqual([]);
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await summary(page)).toContain("typed");
  await page.getByRole("combobox", { name: "Select" }).click();
  await page.getByRole("option", { name: "two" }).click();
  await idle(page);
  expect(await summary(page)).toContain("two");
  expect(await states()).toEqual(["running", "idle", "running", "idle"]);
});

test("between two interactions in quick order the page is not idle", async ({ open }) => {
  const page = await open();
  const states = await recordStates(page);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("[data-element='button'] button")?.click();
    document.querySelector<HTMLElement>("input[type='checkbox']")?.click();
  });
  await idle(page);
  expect(await summary(page)).toBe("count 1, true 5  0 left one");
  expect(await states()).toEqual(["running", "idle"]);
});

test("[WS1] after a lost line the session goes on by itself, with its state and what is half typed", async ({ page, open }) => {
  await page.addInitScript(() => {
    globalThis.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        Object.assign(globalThis, { line: this });
      }
    };
  });
  await open();
  await page.getByRole("button", { name: "Count" }).click();
  await idle(page);
  await page.getByRole("textbox", { name: "Text" }).pressSequentially("half");
  const states = await recordStates(page);
  await page.evaluate(() => (globalThis as unknown as { line: WebSocket }).line.close());
  await page.waitForFunction(() => (globalThis as unknown as { states: string[] }).states.at(-1) === "idle");
  expect((await states())[0]).toBe("disconnected");
  expect(await page.getByRole("textbox", { name: "Text" }).inputValue()).toBe("half");
  await page.getByRole("button", { name: "Count" }).click();
  await idle(page);
  expect(await summary(page)).toBe("count 2, false 5 half 0 left one");
});

test("[WS1] without its server a page says so and stays to look at; when the server is back it comes back by itself", async ({
  page,
  problems,
}) => {
  problems.expect(/WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/);
  const first = await startPage(file);
  const { port } = new URL(first.address);
  try {
    await page.goto(first.address);
    await idle(page);
    await page.getByRole("button", { name: "Count" }).click();
    await idle(page);
  } finally {
    await first.stop();
  }
  await page.locator("[data-rivulet-state='disconnected']").waitFor();
  await page.getByRole("status").getByText("Connection lost").waitFor();
  expect(await summary(page)).toBe("count 1, false 5  0 left one");
  const second = await startPage(file, { args: ["--port", port] });
  try {
    await idle(page);
    expect(await page.getByText("Connection lost").count()).toBe(0);
    await page.getByRole("button", { name: "Count" }).click();
    await idle(page);
    expect(await summary(page)).toBe("count 1, false 5  0 left one");
    expect(await state(page)).toBe("idle");
  } finally {
    await second.stop();
  }
});
