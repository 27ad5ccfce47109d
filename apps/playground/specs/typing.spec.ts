import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

// A copy, since a test edits the page.
const folder = await mkdtemp(join(tmpdir(), "rivulet-typing-"));
const file = join(folder, "page.ts");
await cp(fileURLToPath(new URL("./typing.ts", import.meta.url)), file);
afterAll(() => rm(folder, { recursive: true }));

const test = browserTest(pathToFileURL(file), { command: "dev" });

/** Half-typed text with a selection in it. */
async function startTyping(page: Page, text = "half-typed"): Promise<Locator> {
  const input = page.getByRole("textbox", { name: "Name" }).last();
  await input.fill("");
  await input.pressSequentially(text);
  await input.evaluate((element: HTMLInputElement) => {
    element.setSelectionRange(2, 4);
    Object.assign(globalThis, { kept: element });
  });
  return input;
}

async function expectKept(input: Locator, text = "half-typed"): Promise<void> {
  const kept = await input.evaluate((element: HTMLInputElement) => ({
    same: (globalThis as unknown as { kept: Element }).kept === element,
    focused: document.activeElement === element,
    selection: [element.selectionStart, element.selectionEnd],
    value: element.value,
  }));
  expect(kept).toEqual({ same: true, focused: true, selection: [2, 4], value: text });
}

/** Uses a control without the focus leaving the field, as a shortcut or a script of the page would. */
const press = (page: Page, name: string) => page.getByRole("button", { name }).evaluate((button: HTMLButtonElement) => button.click());
const toggle = (page: Page, name: string) => page.getByRole("checkbox", { name }).evaluate((box: HTMLInputElement) => box.click());

test("[FM4] a focused field keeps node, focus, selection and half-typed text when another widget runs the page", async ({ open }) => {
  const page = await open();
  const input = await startTyping(page);
  await toggle(page, "Ticking");
  await page.getByText(/^tick \d\d/).waitFor();
  await expectKept(input);
  await toggle(page, "Ticking");
  await idle(page);
  await expectKept(input);
  await page.keyboard.press("Enter");
  await page.getByText("name half-typed,").waitFor();
});

test("[FM4] a focused field stays itself when equal fields come and go above it", async ({ open }) => {
  const page = await open();
  // A press of a button takes along what was typed (BM3), so the field shows it whether it was sent or not.
  const input = await startTyping(page);
  for (const count of [1, 2, 3]) {
    await press(page, "Add fields above");
    await idle(page);
    expect(await page.getByRole("textbox", { name: "Name" }).count()).toBe(count + 1);
    await expectKept(input);
  }
  for (const count of [2, 1, 0]) {
    await press(page, "Take fields away");
    await idle(page);
    expect(await page.getByRole("textbox", { name: "Name" }).count()).toBe(count + 1);
    await expectKept(input);
  }
});

test("[FM4] what is typed while a run is under way is not lost, whatever the run writes", async ({ open }) => {
  const page = await open();
  await page.getByRole("checkbox", { name: "Ticking" }).check();
  await page.getByText(/^tick \d/).waitFor();
  const input = page.getByRole("textbox", { name: "Name" });
  await input.fill("");
  const text = "every single letter of this sentence";
  await input.pressSequentially(text);
  expect(await input.inputValue()).toBe(text);
  await page.keyboard.press("Enter");
  await page.getByText(`name ${text},`).waitFor();
  await page.getByRole("checkbox", { name: "Ticking" }).uncheck();
  await idle(page);
});

test("[FM4] a focused field stays itself when the page's file is saved", async ({ open }) => {
  const page = await open();
  const input = await startTyping(page);
  const source = await readFile(file, "utf8");
  await writeFile(file, source.replace("st.text(`run ", 'st.title("Saved");\nst.textInput("New above");\nst.text(`run '));
  await page.getByRole("heading", { name: "Saved" }).waitFor();
  await idle(page);
  await expectKept(input);
  await writeFile(file, source);
  await page.getByRole("heading", { name: "Saved" }).waitFor({ state: "detached" });
  await idle(page);
  await expectKept(input);
  await page.keyboard.press("Enter");
  await page.getByText("name half-typed,").waitFor();
});

test("[FM4] a number that is half typed keeps its text", async ({ open }) => {
  const page = await open();
  const amount = page.getByRole("spinbutton", { name: "Amount" });
  await amount.fill("12.");
  await toggle(page, "Ticking");
  await page.getByText(/^tick \d\d/).waitFor();
  expect(await amount.inputValue()).toBe("12.");
  await toggle(page, "Ticking");
  await idle(page);
  expect(await amount.inputValue()).toBe("12.");
  await amount.pressSequentially("5");
  await page.keyboard.press("Enter");
  await page.getByText("amount 12.5").waitFor();
});

test("a composition is neither cut short nor sent before it ends, whatever runs meanwhile", async ({ open }) => {
  const page = await open();
  const search = page.getByRole("textbox", { name: "Search" });
  await search.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await toggle(page, "Ticking");
  await page.getByText(/^tick \d\d/).waitFor();
  await keyboard.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
  await toggle(page, "Ticking");
  await idle(page);
  expect(await search.inputValue()).toBe("にほん");
  expect(await page.getByText("search に").count()).toBe(0);
  await keyboard.send("Input.insertText", { text: "日本" });
  await page.getByText("search 日本,").waitFor();
  expect(await search.inputValue()).toBe("日本");
  expect(await search.evaluate((element) => document.activeElement === element)).toBe(true);
});
