import type { Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityViolations } from "../harness/accessibility.ts";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./international.ts", import.meta.url));

/** Opens the page as somebody with these languages would, and notes the language at the first paint and each later one. */
async function openIn(page: Page, address: string, locale: string, width = 1200): Promise<Page> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ locale, reducedMotion: "reduce", viewport: { width, height: 900 } });
  if (!context) throw new Error("the page has no browser");
  const tab = await context.newPage();
  await tab.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      // From the body's first element on something can be painted.
      const { lang, dir } = document.documentElement;
      if (document.body?.firstElementChild && seen.at(-1) !== `${lang} ${dir}`) seen.push(`${lang} ${dir}`);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await tab.goto(address);
  await idle(tab);
  return tab;
}

const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: readonly string[] }).seen);
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  if (!found) throw new Error(`nothing is at ${selector}`);
  return found;
};

test("German: words, numbers and dates, and what is typed is read as it is shown", async ({ page: start, server }) => {
  const page = await openIn(start, server.address, "de-AT");
  expect(await seen(page)).toEqual(["de-AT ltr"]);
  await page.getByRole("button", { name: "Menü" }).click();
  expect(await page.getByRole("menuitem").allInnerTexts()).toEqual(["Neu ausführen", "Drucken", "Info"]);
  await page.keyboard.press("Escape");
  expect(await page.getByRole("slider", { name: "Share" }).getAttribute("aria-valuetext")).toBe("2,5");
  const price = page.getByRole("spinbutton", { name: "Price" });
  expect((await price.inputValue()).replaceAll(/\s/g, " ")).toBe("€ 1.234,50");
  await price.fill("2.345,5");
  await price.press("Enter");
  await idle(page);
  await page.getByText("2.5 2345.5 null 2026-11-22 page 1", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Kalender öffnen" }).click();
  expect(await page.getByRole("columnheader").first().innerText()).toBe("Mo");
  await page.getByRole("gridcell", { name: "Montag, 23. November 2026" }).click();
  await page.getByText("2026-11-23 page 1").waitFor();
  expect(await page.getByPlaceholder("Option wählen").count()).toBe(1);
  await page.context().close();
});

test("Chinese: the first of the user's languages that there is a catalogue of", async ({ page: start, server }) => {
  const page = await openIn(start, server.address, "zh-CN");
  expect(await seen(page)).toEqual(["zh-CN ltr"]);
  await page.getByRole("navigation", { name: "分页" }).getByRole("button", { name: "下一页" }).click();
  await page.getByText("page 2").waitFor();
  expect(await page.getByRole("button", { name: "第 2 页" }).getAttribute("aria-current")).toBe("page");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.context().close();
});

test("Arabic: the page begins at the right, and keys go where they point", async ({ page: start, server }) => {
  const page = await openIn(start, server.address, "ar-EG");
  expect(await seen(page)).toEqual(["ar-EG rtl"]);
  const sidebar = await box(page, ".rv-sidebar");
  expect(sidebar.x).toBeGreaterThan(900 - 16);
  expect((await box(page, ".rv-menu")).x).toBeLessThan(40);

  const slider = page.getByRole("slider", { name: "Share" });
  expect(await slider.getAttribute("aria-valuetext")).toBe("٢٫٥");
  await slider.focus();
  await slider.press("ArrowLeft");
  await page.getByText("3 1234.5 null").waitFor();
  const track = await slider.boundingBox();
  if (track) await page.mouse.click(track.x + track.width * 0.9, track.y + track.height / 2);
  await page.getByText("1 1234.5 null").waitFor();

  const price = page.getByRole("spinbutton", { name: "Price" });
  await price.fill("١٬٢٣٥٫٥");
  await price.press("Enter");
  await page.getByText("1 1235.5 null").waitFor();

  await page.getByRole("tab", { name: "List" }).focus();
  await page.keyboard.press("ArrowLeft");
  await page.getByText("a map").waitFor();
  expect((await box(page, '[role="tab"] >> text=Map')).x).toBeLessThan((await box(page, '[role="tab"] >> text=List')).x);

  const edge = page.getByRole("separator", { name: "عرض الشريط الجانبي" });
  await edge.focus();
  await edge.press("ArrowLeft");
  expect((await box(page, ".rv-sidebar")).width).toBe(sidebar.width + 16);

  // Code is code, and what a page says runs as it is written.
  expect(await page.locator("pre").evaluate((element) => getComputedStyle(element).direction)).toBe("ltr");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});

test("a page chooses the language of a session; the next load begins with it", async ({ page: start, server }) => {
  const page = await openIn(start, server.address, "fr-FR");
  expect(await seen(page)).toEqual(["en ltr"]);
  expect(await page.getByRole("slider", { name: "Share" }).getAttribute("aria-valuetext")).toBe("2,5");
  await page.getByRole("radio", { name: "ar-EG" }).check();
  await page.getByRole("button", { name: "القائمة" }).waitFor();
  await idle(page);
  expect(await seen(page)).toEqual(["en ltr", "ar-EG rtl"]);
  await page.reload();
  expect(await seen(page)).toEqual(["ar-EG rtl"]);
  await page.context().close();
});
