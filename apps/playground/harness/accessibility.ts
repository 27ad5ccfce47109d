import axe from "axe-core";
import type { Page } from "playwright-core";

/** Runs axe over a page and returns a line for each violated rule and place; empty is what a page shall have. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  // Evaluated, not added as a script: the page's CSP allows no scripts but its own.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const results = await inPage.run(document, { resultTypes: ["violations"] });
    return results.violations.map(({ id, help, nodes }) => ({ id, help, places: nodes.map((node) => node.target.join(" ")) }));
  });
  return violations.flatMap(({ id, help, places }) => places.map((place) => `${id}: ${help} (${place})`));
}
