import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { UpdateMsg } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { serveGallery, type Gallery } from "./gallery/serve-gallery.ts";
import { stories, type StoryName } from "./gallery/stories.ts";
import { openBrowser, type TestBrowser } from "./open-browser.ts";

let browser: TestBrowser;
let gallery: Gallery;
let page: Page;
let axe: string;

beforeAll(async () => {
  [browser, gallery] = await Promise.all([openBrowser(), serveGallery()]);
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(async () => {
  await browser[Symbol.asyncDispose]();
  await gallery[Symbol.asyncDispose]();
});
afterEach(async () => {
  await page.close();
  expect(browser.errors.splice(0)).toEqual([]);
});

async function open(story: StoryName, theme = "light", size = { width: 1400, height: 1000 }): Promise<void> {
  page = await browser.newPage(size);
  await page.goto(`${gallery.url}?story=${story}&theme=${theme}`);
  await page.waitForFunction(() => document.querySelector(".rv-element") && !document.querySelector(".rv-skeleton, [aria-label=Loading]"));
}

/** The values sent so far of one widget, oldest first. */
async function sent(widget: string): Promise<unknown[]> {
  const messages = await page.evaluate(() => window.gallery.sent);
  return messages
    .filter((msg): msg is UpdateMsg => msg.type === "update")
    .flatMap((msg) => msg.values.filter(([id]) => id === widget).map(([, value]) => value));
}

const cases = (Object.keys(stories) as StoryName[]).flatMap((story) =>
  ["light", "dark"].flatMap((theme) => [1400, 360].map((width) => [story, theme, width] as const)),
);

test.each(cases)("%s, %s, %d px: no accessibility violations, no sideways scroll", async (story, theme, width) => {
  await open(story, theme, { width, height: 900 });
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { run } = (
      window as unknown as { axe: { run: (root: Document) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe;
    return (await run(document)).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  });
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test.each(Object.keys(stories) as StoryName[])("[FM3] %s: equal props cause no DOM mutation", async (story) => {
  await open(story);
  const mutations = await page.evaluate(() => {
    const observer = new MutationObserver(() => {});
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    // Frames are applied and rendered before `apply` returns. Equal copies, not the same objects, are what a wire brings.
    window.gallery.apply(window.gallery.nodes.map(({ id, props }) => ({ type: "props", id, set: structuredClone(props) })));
    return observer.takeRecords().map(({ type, target, attributeName }) => {
      const element = (target instanceof Element ? target : target.parentElement)?.closest("[data-element]");
      return `${element?.getAttribute("data-element")}: ${type} ${attributeName ?? ""} of ${target.nodeName}`;
    });
  });
  expect(mutations).toEqual([]);
});

test("widgets are found by role and name", async () => {
  await open("widgets");
  for (const [role, name] of [
    ["textbox", "Mail"],
    ["searchbox", "Live"],
    ["spinbutton", "Nullable"],
    ["textbox", "Hidden label"],
    ["textbox", "Collapsed label"],
    ["combobox", "Many"],
    ["combobox", "At most three"],
    ["radiogroup", "With captions"],
    ["radio", "Slow"],
    ["checkbox", "Ticked"],
    ["switch", "Off"],
    ["slider", "Age"],
    ["slider", "Tide (cm) minimum"],
    ["slider", "Tide (cm) maximum"],
    ["button", "Primary"],
    ["heading", "Widgets"],
  ] as const) {
    expect(await page.getByRole(role, { name, exact: true }).count(), `${role} ${name}`).toBe(1);
  }
  expect(await page.getByLabel("Password", { exact: true }).getAttribute("type")).toBe("password");
});

test("a slider goes by keys and pointer, sends while it is dragged, and reaches its maximum", async () => {
  await open("widgets");
  const age = page.getByRole("slider", { name: "Age" });
  await age.press("ArrowRight");
  await age.press("PageUp");
  await age.press("Home");
  await age.press("End");
  await page.waitForFunction(() => window.gallery.sent.length >= 2);
  expect(await age.inputValue()).toBe("120");
  expect((await sent("slider Age")).at(-1)).toBe(120);
  const box = await age.boundingBox();
  if (!box) throw new Error("no slider");
  await page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input[type="range"]')?.value === "60");
  const during = (await sent("slider Age")).length;
  expect(during).toBeGreaterThan(2);
  await page.mouse.up();
});

test("a range's thumbs do not pass each other, and a press on the line moves the nearer one", async () => {
  await open("widgets");
  const low = page.getByRole("slider", { name: "Close together minimum" });
  await low.press("End");
  expect(await low.inputValue()).toBe("52");
  const box = await low.boundingBox();
  if (!box) throw new Error("no slider");
  await page.mouse.click(box.x + 8 + (box.width - 16) * 0.9, box.y + box.height / 2);
  expect(await page.getByRole("slider", { name: "Close together maximum" }).inputValue()).toBe("90");
  expect(await low.inputValue()).toBe("52");
});

test("a text is sent on Enter and when the field is left, not before", async () => {
  await open("form");
  const name = page.getByRole("textbox", { name: "Name" });
  await name.fill("MV Boreas");
  expect(await sent("textInput Name")).toEqual([]);
  await name.press("Enter");
  expect(await sent("textInput Name")).toEqual(["MV Boreas"]);
  await name.fill("MV Calais");
  await page.getByRole("heading", { name: "Register a ship" }).click();
  // Not before the click is over (BM3).
  await expect.poll(() => sent("textInput Name")).toEqual(["MV Boreas", "MV Calais"]);
});

test("[BM3] a patch from the server does not touch what is being edited; Escape gives it way", async () => {
  await open("form");
  const name = page.getByRole("textbox", { name: "Name" });
  await name.press("End");
  await name.pressSequentially("!");
  await page.evaluate(() => {
    const node = window.gallery.nodes.find(({ props }) => props.label === "Name");
    if (node) window.gallery.apply([{ type: "props", id: node.id, set: { value: "from the server" } }]);
  });
  expect(await name.inputValue()).toBe("MV Aurora!");
  await name.press("Escape");
  expect(await name.inputValue()).toBe("from the server");
});

test("[BM3] a button takes along what is half typed", async () => {
  await open("form");
  await page.getByRole("textbox", { name: "Name" }).fill("half");
  await page.getByRole("button", { name: "Register" }).click();
  const updates = (await page.evaluate(() => window.gallery.sent)).filter((msg) => msg.type === "update");
  expect(updates).toHaveLength(1);
  expect(updates[0]?.values).toEqual([
    ["textInput Name", "half"],
    ["button Register", true],
  ]);
});

test("a live text is sent soon after the last key, but never while an input method composes", async () => {
  await open("widgets");
  const live = page.getByRole("searchbox", { name: "Live" });
  await live.focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.imeSetComposition", { text: "日本", selectionStart: 2, selectionEnd: 2 });
  await live.press("Enter");
  expect(await sent("textInput Live")).toEqual([]);
  await session.send("Input.insertText", { text: "日本" });
  await page.waitForFunction(() => window.gallery.sent.length > 0);
  expect(await sent("textInput Live")).toEqual(["日本"]);
});

test("a text that does not match is not sent and says why", async () => {
  await open("form");
  const imo = page.getByRole("textbox", { name: "IMO number" });
  await imo.fill("12");
  await imo.press("Enter");
  expect(await page.getByText("An IMO number has nine digits").isVisible()).toBe(true);
  expect(await imo.getAttribute("aria-invalid")).toBe("true");
  expect(await sent("textInput IMO number")).toEqual([]);
  await imo.fill("123456789");
  expect(await page.getByText("An IMO number has nine digits").count()).toBe(0);
  await imo.press("Enter");
  expect(await sent("textInput IMO number")).toEqual(["123456789"]);
});

test("a number is read, clamped, formatted and stepped", async () => {
  await open("form");
  const length = page.getByRole("spinbutton", { name: "Length (m)" });
  await length.fill("1,000");
  await length.press("Enter");
  expect(await length.inputValue()).toBe("400.00");
  await length.press("ArrowDown");
  expect(await length.inputValue()).toBe("399.50");
  await length.fill("nonsense");
  await length.blur();
  expect(await length.inputValue()).toBe("399.50");
  expect(await sent("numberInput Length (m)")).toEqual([400, 399.5]);
  const crew = page.getByRole("spinbutton", { name: "Crew" });
  await crew.locator("xpath=..").locator("button").last().click();
  expect(await crew.inputValue()).toBe("22");
});

test("a clearable number can be empty", async () => {
  await open("widgets");
  const nullable = page.getByRole("spinbutton", { name: "Nullable" });
  await nullable.fill("2.5");
  await nullable.press("Enter");
  await nullable.fill("");
  await nullable.press("Enter");
  expect(await sent("numberInput Nullable")).toEqual([2.5, null]);
});

test("a number whose format loses something is edited as it is", async () => {
  await open("widgets");
  const share = page.getByRole("spinbutton", { name: "Share" });
  expect(await share.inputValue()).toBe("25.6%");
  await share.focus();
  expect(await share.inputValue()).toBe("0.256");
  await share.fill("30%");
  await share.blur();
  expect(await share.inputValue()).toBe("30%");
  expect(await sent("numberInput Share")).toEqual([0.3]);
});

test("a choice of 10,000 opens with at most 200 drawn, the chosen one in view, and finds by typing", async () => {
  await open("widgets");
  const many = page.getByRole("combobox", { name: "Many" });
  await many.click();
  expect(await page.getByRole("option").count()).toBe(200);
  expect(await page.getByRole("option", { name: "Option 5000", exact: true }).getAttribute("aria-selected")).toBe("true");
  const chosenIsInView = await page.getByRole("option", { name: "Option 5000", exact: true }).evaluate((option) => {
    const [row, list] = [option.getBoundingClientRect(), option.parentElement?.getBoundingClientRect()];
    return list !== undefined && row.top >= list.top && row.bottom <= list.bottom;
  });
  expect(chosenIsInView).toBe(true);
  expect(await page.getByText("9,800 more: type to search").isVisible()).toBe(true);
  await many.pressSequentially("9998");
  expect(await page.getByRole("option").allTextContents()).toEqual(["Option 9998"]);
  await many.press("Enter");
  expect(await many.inputValue()).toBe("Option 9998");
  expect(await many.getAttribute("aria-expanded")).toBe("false");
  expect(await sent("selectbox Many")).toEqual(["Option 9998"]);
});

test("a choice goes by arrows, gives way to Escape, and can be cleared", async () => {
  await open("widgets");
  const many = page.getByRole("combobox", { name: "Many" });
  await many.press("ArrowDown");
  await many.press("ArrowDown");
  await many.press("Escape");
  expect(await many.inputValue()).toBe("Option 5000");
  await many.press("ArrowDown");
  await many.press("ArrowUp");
  await many.press("Enter");
  await page.getByRole("button", { name: "Clear" }).first().click();
  expect(await sent("selectbox Many")).toEqual(["Option 4999", null]);
});

test("a new option is added by Enter", async () => {
  await open("widgets");
  const choice = page.getByRole("combobox", { name: "Nothing chosen" });
  await choice.fill("three");
  expect(await page.getByRole("option").allTextContents()).toEqual(["Add “three”"]);
  await choice.press("Enter");
  expect(await sent("selectbox Nothing chosen")).toEqual(["three"]);
});

test("without a search, typing jumps", async () => {
  await open("widgets");
  const choice = page.getByRole("combobox", { name: "Not searchable" });
  await choice.focus();
  await choice.press("t");
  await choice.press("h");
  await choice.press("Enter");
  expect(await sent("selectbox Not searchable")).toEqual(["three"]);
});

test("choices are chips: none too many, Backspace takes the last, the mark toggles", async () => {
  await open("widgets");
  const three = page.getByRole("combobox", { name: "At most three" });
  await three.click();
  expect(await page.getByText("No more than 3 can be chosen").isVisible()).toBe(true);
  await three.press("Backspace");
  await page.getByRole("option", { name: "violet" }).click();
  await page.getByRole("option", { name: "red" }).click();
  await page.getByRole("button", { name: "Remove green" }).click();
  expect(await sent("multiselect At most three")).toEqual([["red", "green"], ["red", "green", "violet"], ["green", "violet"], ["violet"]]);
});

test("all that is found is selected at once", async () => {
  await open("form");
  const services = page.getByRole("combobox", { name: "Services" });
  await services.fill("t");
  await page.getByRole("option", { name: "Select all 2 found" }).click();
  expect(await sent("multiselect Services")).toEqual([["pilot", "water", "tug", "waste"]]);
});

test("radio, box and switch go by keys", async () => {
  await open("widgets");
  await page.getByRole("radio", { name: "Fast" }).press("ArrowDown");
  await page.getByRole("checkbox", { name: "Ticked" }).press(" ");
  await page.getByRole("switch", { name: "Off" }).press(" ");
  await page.getByRole("switch", { name: "Off" }).press("Enter");
  expect(await sent("radio With captions")).toEqual(["Careful"]);
  expect(await sent("checkbox Ticked")).toEqual([false]);
  expect(await sent("toggle Off")).toEqual([true, false]);
});

test("a shortcut presses its button from anywhere; a mere letter not while it is typed", async () => {
  await open("widgets");
  const mail = page.getByRole("textbox", { name: "Mail" });
  await mail.press("Control+k");
  await mail.press("x");
  expect(await sent("button Search")).toEqual([true]);
  expect(await sent("button Letter")).toEqual([]);
  await mail.blur();
  await page.keyboard.press("x");
  expect(await sent("button Letter")).toEqual([true]);
});

test("help opens by keyboard and pointer, names nothing, and closes by Escape", async () => {
  await open("form");
  const help = page.getByRole("button", { name: "Help" }).first();
  await page.getByRole("spinbutton", { name: "Length (m)" }).focus();
  await page.keyboard.press("Tab");
  expect(await page.getByRole("tooltip").textContent()).toContain("Everybody on board");
  await page.keyboard.press("Escape");
  expect(await page.getByRole("tooltip").count()).toBe(0);
  await help.hover();
  await page.getByRole("tooltip").hover();
  expect(await page.getByRole("tooltip").isVisible()).toBe(true);
});

test("tabs go by arrows, begin where they are told to, and send when stateful", async () => {
  await open("layout");
  expect(await page.getByText("content of Two").isVisible()).toBe(true);
  await page.getByRole("tab", { name: "Two" }).press("ArrowRight");
  expect(await page.getByText("content of Three").isVisible()).toBe(true);
  await page.keyboard.press("End");
  expect(await page.getByRole("tab", { name: "Six" }).getAttribute("aria-selected")).toBe("true");
  expect(await page.getByRole("tab", { name: "Six" }).evaluate((tab) => tab === document.activeElement)).toBe(true);
  await page.getByRole("tab", { name: "A", exact: true }).click();
  expect(await page.getByText("in A").isVisible()).toBe(true);
  const updates = (await page.evaluate(() => window.gallery.sent)).filter((msg) => msg.type === "update");
  expect(updates.map(({ values }) => values[0]?.[1])).toEqual(["A"]);
});

test("an expander opens and closes; a stateful one sends it", async () => {
  await open("layout");
  const closed = page.getByRole("button", { name: "Closed" });
  await closed.press("Enter");
  expect(await closed.getAttribute("aria-expanded")).toBe("true");
  await page.getByRole("button", { name: "Stateful" }).click();
  expect(await sent("expander Stateful")).toEqual([false]);
  expect(await page.getByRole("button", { name: "Stateful" }).getAttribute("aria-expanded")).toBe("false");
});

test("an empty placeholder leaves no gap, a scrolling box follows its end", async () => {
  await open("layout");
  expect(await page.locator('[data-element="empty"]').first().isVisible()).toBe(false);
  expect(await page.getByText("line 11").isVisible()).toBe(true);
  const fromEnd = await page.getByText("line 11").evaluate((line) => {
    const box = line.closest("[role=group]");
    return box ? box.scrollHeight - box.scrollTop - box.clientHeight : -1;
  });
  expect(fromEnd).toBeLessThanOrEqual(1);
});

test("metrics stand two by two on a phone, other columns below one another", async () => {
  await open("dashboard", "light", { width: 360, height: 800 });
  const tops = await page
    .locator('[data-element="metric"]')
    .evaluateAll((cards) => cards.map((card) => Math.round(card.getBoundingClientRect().top)));
  expect(tops[0]).toBe(tops[1]);
  expect(tops[2]).toBe(tops[3]);
  expect(tops[2]).toBeGreaterThan(tops[0] ?? 0);
  const alerts = await page.locator('[data-element="alert"]').evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().width));
  expect(Math.min(...alerts)).toBeGreaterThan(300);
});

test("[SEC5] HTML loses its scripts and handlers", async () => {
  await open("display");
  expect(await page.getByText("made safe").isVisible()).toBe(true);
  expect(await page.evaluate(() => "pwned" in window)).toBe(false);
  expect(await page.locator('[data-element="html"] script, [data-element="html"] [onerror]').count()).toBe(0);
});
