import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("../everything/page.ts", import.meta.url), { browser: { viewport: { width: 1400, height: 1000 } } });

interface Stop {
  readonly role: string;
  readonly name: string;
}

/** What has the focus, as a screen reader would say it. */
async function focused(page: Page): Promise<Stop | undefined> {
  const session = await page.context().newCDPSession(page);
  const { result } = await session.send("Runtime.evaluate", { expression: "document.activeElement" });
  const { objectId = "" } = result;
  const { nodes } = await session.send("Accessibility.getPartialAXTree", { objectId, fetchRelatives: false });
  await session.detach();
  const [node] = nodes;
  const stop = { role: String(node?.role?.value), name: String(node?.name?.value ?? "") };
  return (await page.evaluate(() => document.activeElement === document.body)) ? undefined : stop;
}

/** Tabs on until the focus is on what is named so. */
async function tabTo(page: Page, role: string, name: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop?.role === role && stop.name === name) return;
  }
  throw new Error(`the ${role} ${name} is not reached by Tab`);
}

test("Tab reaches everything there is to use, in order, and each stop shows that it has the focus", async ({ open }) => {
  const page = await open();
  const stops: string[] = [];
  const unmarked: string[] = [];
  for (let i = 0; i < 100; i++) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) break;
    stops.push(`${stop.role} ${stop.name}`);
    if (!(await focusShows(page))) unmarked.push(`${stop.role} ${stop.name}`);
  }
  const wanted = [
    "button Hide sidebar",
    "separator Sidebar width",
    "button Menu",
    "button Button",
    "link Link button",
    "button Actions",
    "checkbox Checkbox",
    "switch Toggle",
    "slider Slider",
    "slider Range minimum",
    "slider Range maximum",
    "slider Days",
    "textbox Text area",
    "textbox Text input",
    "spinbutton Number input",
    "combobox Selectbox",
    "radio left",
    "combobox Multiselect",
    "radio day",
    "checkbox p",
    "checkbox q",
    "radio 1 of 5 stars",
    "slider Select slider",
    "button Page 2",
    "button Next page",
    "tab First tab",
    "button Expander",
  ];
  expect(stops.filter((stop) => wanted.includes(stop))).toEqual(wanted);
  expect(unmarked).toEqual([]);
});

test("every widget is used by the keyboard alone", async ({ open }) => {
  const page = await open();
  const use = async (role: string, name: string, ...keys: readonly string[]) => {
    await tabTo(page, role, name);
    for (const key of keys) await page.keyboard.press(key);
    await idle(page);
  };
  const summary = () => page.getByText(/pressed \{/).textContent();
  await use("button", "Button", "Enter");
  expect(await summary()).toMatch(/^pressed/);
  await use("button", "Actions", "ArrowDown", "ArrowDown", "Enter");
  expect(await summary()).toContain('"picked":"second"');
  await use("checkbox", "Checkbox", "Space");
  expect(await summary()).toMatch(/^not pressed/);
  await use("switch", "Toggle", "Space");
  await use("slider", "Slider", "ArrowRight", "ArrowRight", "ArrowLeft");
  await use("slider", "Range minimum", "Home");
  await use("slider", "Range maximum", "End");
  await use("slider", "Days", "ArrowLeft", "PageUp");
  await use("textbox", "Text area", "Control+End", "Enter", "!", "Control+Enter");
  await use("textbox", "Text input", "End", "!", "Enter");
  await use("spinbutton", "Number input", "ArrowUp", "ArrowUp");
  await use("combobox", "Selectbox", "ArrowDown", "ArrowDown", "Enter");
  await use("radio", "left", "ArrowDown");
  await use("textbox", "Date input", "ArrowDown", "ArrowRight", "Enter");
  await use("textbox", "Date range", "ArrowDown", "Enter", "ArrowLeft", "Enter");
  await use("combobox", "Time input", "ArrowDown", "1", "4", "0", "0", "Enter");
  await use("textbox", "Datetime input", "ArrowDown", "ArrowDown", "Enter", "Escape");
  await use("textbox", "Color picker", "ControlOrMeta+a", "0", "0", "f", "f", "7", "f", "Enter");
  await use("combobox", "Multiselect", "z", "Enter", "Escape");
  await use("radio", "day", "ArrowRight");
  await use("checkbox", "q", "Space");
  await use("radio", "1 of 5 stars", "Space", "ArrowRight", "ArrowRight");
  await use("slider", "Select slider", "End");
  await use("button", "Page 3", "Enter");
  await use("button", "Next page", "Enter");
  expect(JSON.parse((await summary())?.replace(/^not pressed /, "") ?? "")).toEqual({
    checkbox: true,
    toggle: true,
    slider: 6,
    range: [0, 100],
    days: "2026-11-24",
    textArea: "some\nlines\n!",
    textInput: "text!",
    numberInput: 5,
    selectbox: "two",
    radio: "right",
    picked: null,
    dateInput: "2026-11-23",
    dateRange: ["2026-11-21", "2026-11-22"],
    timeInput: "14:00",
    datetimeInput: "2026-11-29T13:45",
    colorPicker: "#00ff7f",
    multiselect: ["y", "z"],
    segmentedControl: "night",
    pills: ["q"],
    feedback: 2,
    selectSlider: "L",
    pagination: 4,
  });
  await use("tab", "First tab", "ArrowRight");
  expect(await page.getByText("in the second tab").isVisible()).toBe(true);
  await use("button", "Expander", "Enter");
  expect(await page.getByText("in the expander").isVisible()).toBe(false);
});

test("the sidebar is collapsed, opened and resized by the keyboard", async ({ open }) => {
  const page = await open();
  const content = page.getByText("in the sidebar");
  await tabTo(page, "button", "Hide sidebar");
  await page.keyboard.press("Enter");
  await content.waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Show sidebar");
  await page.keyboard.press("Enter");
  await content.waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Hide sidebar");
  await tabTo(page, "separator", "Sidebar width");
  const width = () => page.getByRole("complementary", { name: "Sidebar" }).evaluate((element) => element.clientWidth);
  const before = await width();
  await page.keyboard.press("ArrowRight");
  expect(await width()).toBeGreaterThan(before);
});

test("the menu opens, sets the theme and closes by the keyboard, and gives the focus back", async ({ open }) => {
  const page = await open();
  await tabTo(page, "button", "Menu");
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.waitForFunction(() => document.activeElement?.getAttribute("role") === "menuitemradio");
  await page.keyboard.press("ArrowRight");
  expect(await focused(page)).toEqual({ role: "menuitemradio", name: "Dark" });
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.keyboard.press("Enter");
  expect(await background()).not.toBe(light);
  await page.keyboard.press("Escape");
  await page.getByRole("menu").waitFor({ state: "detached" });
  expect(await focused(page)).toEqual({ role: "button", name: "Menu" });
  await page.reload();
  await idle(page);
  expect(await background()).not.toBe(light);
});

/** True if what has the focus looks otherwise than without it. */
async function focusShows(page: Page): Promise<boolean> {
  const box = await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    element.scrollIntoView({ block: "center" });
    const { x, y, width, height } = element.getBoundingClientRect();
    // The ring may be that of the box around an input: 2 px off, and 2 px wide.
    return { x: Math.max(0, x - 12), y: Math.max(0, y - 12), width: width + 24, height: height + 24 };
  });
  const shown = await page.screenshot({ clip: box });
  await page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    Object.assign(globalThis, { lately: element });
    element.blur();
  });
  const without = await page.screenshot({ clip: box });
  await page.evaluate(() => (globalThis as unknown as { lately: HTMLElement }).lately.focus({ preventScroll: true }));
  return !shown.equals(without);
}
