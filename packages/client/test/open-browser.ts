import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own. Whatever a page logs as an error is gathered in `errors`. */
export interface TestBrowser extends AsyncDisposable {
  readonly errors: string[];
  readonly newPage: (size?: { width: number; height: number }) => Promise<Page>;
}

export async function openBrowser(options: { colorScheme?: "light" | "dark"; hasTouch?: boolean } = {}): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "rivulet-browser-"));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.RIVULET_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: FLAGS,
    reducedMotion: "reduce",
    ...options,
  });
  const errors: string[] = [];
  return {
    errors,
    newPage: async (size = { width: 1400, height: 1000 }) => {
      const page = await context.newPage();
      await page.setViewportSize(size);
      page.on("pageerror", (error) => errors.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") errors.push(message.text());
      });
      return page;
    },
    [Symbol.asyncDispose]: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
