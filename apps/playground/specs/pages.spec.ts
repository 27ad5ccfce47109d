import { cp, mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";
import { startPage } from "../harness/page-server.ts";

/** Every folder of the playground with a page of its own, and that page's text. */
const playground = new URL("../", import.meta.url);
const pages = new Map<string, string>();
for (const { name } of (await readdir(playground, { withFileTypes: true })).filter((entry) => entry.isDirectory())) {
  const source = await readFile(new URL(`${name}/page.ts`, playground), "utf8").catch(() => undefined);
  if (source !== undefined) pages.set(name, source);
}

// Pages that import nothing but rivulet and Node are served by one server: forty would take minutes.
const alone = [...pages.keys()].filter((name) =>
  importsOf(pages.get(name) ?? "").some((from) => from !== "rivulet" && !from.startsWith("node:")),
);
const together = [...pages.keys()].filter((name) => !alone.includes(name));

const folder = await mkdtemp(join(tmpdir(), "rivulet-pages-"));
await mkdir(join(folder, "pages"));
await writeFile(join(folder, "app.ts"), 'import { st } from "rivulet";\nst.title("Playground");\n');
for (const name of together) await cp(fileURLToPath(new URL(`${name}/page.ts`, playground)), join(folder, "pages", `${name}.ts`));
afterAll(() => rm(folder, { recursive: true }));

const test = browserTest(pathToFileURL(join(folder, "app.ts")), { browser: { viewport: { width: 1400, height: 900 } } });

test.for(together)("the page %s is accessible in light and dark, and fits wide and narrow screens", async (name, { page, open }) => {
  await open(name);
  await expectInOrder(page);
});

test.for(alone)("the page %s is accessible in light and dark, and fits wide and narrow screens", async (name, { page }) => {
  const server = await startPage(new URL(`${name}/page.ts`, playground));
  try {
    await page.goto(server.address);
    await idle(page);
    await expectInOrder(page);
    // A page that is still there when its server goes would try to come back, and say that it cannot.
    await page.goto("about:blank");
  } finally {
    await server.stop();
  }
});

async function expectInOrder(page: Page): Promise<void> {
  expect(await page.locator("main").innerText()).not.toBe("");
  expect(await sidewaysScroll(page), "sideways scroll at 1400 px").toEqual([]);
  expect(await accessibilityViolations(page), "light, 1400 px").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await idle(page);
  await laidOut(page);
  expect(await sidewaysScroll(page), "sideways scroll at 360 px").toEqual([]);
  expect(await accessibilityViolations(page), "dark, 360 px").toEqual([]);
}

/** Elements that fit themselves to their room measure it in one frame, and are right in the next. */
function laidOut(page: Page): Promise<unknown> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** What makes the page wider than the screen; boxes that scroll by themselves (code, tables) may be as wide as they like. */
function sidewaysScroll(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const frame = [document.documentElement, document.body, ...document.querySelectorAll(".rv-app, .rv-page, main, .rv-main")];
    const wide = frame.filter((element) => element.scrollWidth > element.clientWidth);
    if (wide.length === 0) return [];
    const culprits = [...document.querySelectorAll("main *")].filter((element) => element.getBoundingClientRect().right > innerWidth);
    return [...wide, ...culprits].map((element) => element.outerHTML.slice(0, 150));
  });
}

function importsOf(source: string): readonly string[] {
  return [...source.matchAll(/(?:from|import\()\s*"([^"]+)"/g)].map(([, from]) => from ?? "");
}
