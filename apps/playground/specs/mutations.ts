import type { Page } from "playwright-core";

/**
 * Records every mutation of what the page's script wrote: attributes, text, nodes. Left out are the toolbar, which says that a run
 * is slow, and the toasts above the page. Gives a line for each mutation so far.
 */
export async function recordMutations(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const lines: string[] = [];
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        lines.push(
          `${type} ${attributeName ?? ""} in ${element?.closest("[data-element]")?.getAttribute("data-element")}: ${element?.outerHTML.slice(0, 200)}`,
        );
      }
    });
    for (const part of document.querySelectorAll("main, aside, .rv-bottom")) {
      observer.observe(part, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    Object.assign(globalThis, { mutations: lines });
  });
  return () => page.evaluate(() => (globalThis as unknown as { mutations: string[] }).mutations);
}
