import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const GOOD = `import { st } from "rivulet";
import { checked } from "./checked.ts";

const name = st.textInput("Name", { value: "Ada", maxChars: 5 });
const count = st.slider("Count", { value: 3, max: 10 });
st.text(\`name \${name}, count \${checked(count)}\`);
st.text("the last line");
`;
const CHECKED = `export function checked(count: number): number {
  if (count === 7) {
    throw new RangeError("seven is refused");
  }
  return count;
}
`;

// Outside of any package: a page works wherever it lies.
const folder = await mkdtemp(join(tmpdir(), "rivulet-errors-"));
const file = join(folder, "my-page.ts");
const save = (source: string) => writeFile(file, source);
await save(GOOD);
await writeFile(join(folder, "checked.ts"), CHECKED);
afterEach(() => save(GOOD));
afterAll(() => rm(folder, { recursive: true }));

const test = browserTest(pathToFileURL(file), { command: "dev" });

test("a syntax error lies over the last good page and leaves by itself; what was entered meanwhile counts", async ({ open }) => {
  const page = await open();
  await page.getByRole("textbox", { name: "Name" }).press("End");
  await page.keyboard.type("x");
  await save(GOOD.replace('st.text("the last line");', 'st.text("the last line";'));
  const overlay = page.getByRole("alert", { name: "The page cannot run" });
  await overlay.waitFor();
  expect(await overlay.textContent()).toContain("my-page.ts:7");
  expect(await overlay.textContent()).toContain('st.text("the last line";');
  expect(await overlay.textContent()).not.toMatch(/node_modules|packages\//);
  expect(await page.getByText("the last line", { exact: true }).isVisible()).toBe(true);
  expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Adax");
  await page.getByRole("slider", { name: "Count" }).press("ArrowRight");
  await idle(page);
  expect(await overlay.isVisible()).toBe(true);
  await save(GOOD.replace("the last line", "repaired"));
  await overlay.waitFor({ state: "detached" });
  await page.getByText("repaired").waitFor();
  await idle(page);
  expect(await page.getByText("name Adax, count 4").isVisible()).toBe(true);
});

test("an error of a run shows the user's own lines and nothing of the framework, and what came before", async ({ open }) => {
  const page = await open();
  const slider = page.getByRole("slider", { name: "Count" });
  for (let i = 0; i < 4; i++) await slider.press("ArrowRight");
  await idle(page);
  const error = page.locator("[data-element='exception']");
  await error.waitFor();
  const shown = (await error.textContent()) ?? "";
  expect(shown).toContain("RangeError");
  expect(shown).toContain("seven is refused");
  expect(shown).toContain("checked.ts:3");
  expect(shown).toContain('throw new RangeError("seven is refused");');
  expect(shown).toContain("my-page.ts:6");
  expect(shown).not.toMatch(/node_modules|packages\/|dist\/|worker\.js/);
  expect(await slider.inputValue()).toBe("7");
  await slider.press("ArrowRight");
  await idle(page);
  expect(await error.count()).toBe(0);
  expect(await page.getByText("name Ada, count 8").isVisible()).toBe(true);
});

test("an error of a run leaves when the page is saved without it", async ({ open }) => {
  const page = await open();
  await save(GOOD.replace('st.text("the last line");', 'throw new Error("not yet");'));
  const error = page.locator("[data-element='exception']", { hasText: "not yet" });
  await error.waitFor();
  expect(await error.textContent()).toContain("my-page.ts:7");
  expect(await page.getByText("name Ada, count 3").isVisible()).toBe(true);
  await save(GOOD);
  await error.waitFor({ state: "detached" });
  await page.getByText("the last line").waitFor();
  await idle(page);
});

test("[BM1] a value that the server refuses gives way to the one that holds", async ({ open }) => {
  const page = await open();
  const input = page.getByRole("textbox", { name: "Name" });
  // Only someone who changes the page can enter more.
  await input.evaluate((element) => element.removeAttribute("maxlength"));
  await input.fill("far too long");
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await input.inputValue()).toBe("Ada");
  expect(await page.getByText("name Ada, count 3").isVisible()).toBe(true);
  await input.fill("Grace");
  await page.keyboard.press("Enter");
  await idle(page);
  expect(await page.getByText("name Grace, count 3").isVisible()).toBe(true);
});
