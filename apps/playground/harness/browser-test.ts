import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { expect, test as base } from "vitest";
import { launchChromium } from "./chromium.ts";
import { PageProblems } from "./page-problems.ts";
import { startPage, type PageServer, type PageServerOptions } from "./page-server.ts";

export interface BrowserTestOptions extends PageServerOptions {
  /** How the browser looks and where it is: `viewport`, `colorScheme`, `locale`, `timezoneId`, `reducedMotion`. */
  readonly browser?: BrowserContextOptions;
}

interface BrowserFixtures {
  /** One server for all tests of the file. */
  readonly server: PageServer;
  /** One browser for all tests of the file. */
  readonly browser: Browser;
  /** A fresh browser context's page. When the test is over, any error in it that was not expected fails the test. */
  readonly page: Page;
  readonly problems: PageProblems;
  /** Opens the rivulet page, or a path below it, and waits until it is idle. */
  readonly open: (path?: string) => Promise<Page>;
}

/**
 * A vitest `test` whose tests get a real server of one rivulet page and a real browser.
 * `const test = browserTest(new URL("./page.ts", import.meta.url));`
 */
export function browserTest(page: URL, { browser: contextOptions = {}, ...serverOptions }: BrowserTestOptions = {}) {
  return base.extend<BrowserFixtures & { tab: { page: Page; problems: PageProblems } }>({
    server: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const server = await startPage(page, serverOptions);
        await use(server);
        await server.stop();
      },
      { scope: "file" },
    ],
    browser: [
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const browser = await launchChromium();
        await use(browser);
        await browser.close();
      },
      { scope: "file" },
    ],
    tab: async ({ browser }, use) => {
      const context = await browser.newContext({ reducedMotion: "reduce", ...contextOptions });
      const tab = await context.newPage();
      const problems = new PageProblems(tab);
      await use({ page: tab, problems });
      await context.close();
      expect(problems.unexpected, "errors in the browser").toEqual([]);
    },
    page: async ({ tab }, use) => use(tab.page),
    problems: async ({ tab }, use) => use(tab.problems),
    open: async ({ server, tab }, use) =>
      use(async (path = "") => {
        await tab.page.goto(new URL(path, server.address).href);
        await idle(tab.page);
        return tab.page;
      }),
  });
}

/** Waits until everything that was sent has been run and is rendered. */
export async function idle(page: Page): Promise<void> {
  await page.locator('[data-rivulet-state="idle"]').waitFor({ state: "attached" });
}
