import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

export const CHROMIUM = process.env.RIVULET_CHROMIUM ?? "/usr/bin/chromium";
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-background-timer-throttling",
  "--disable-renderer-backgrounding",
  "--disable-backgrounding-occluded-windows",
];

/** What watches in every page, before the page's own scripts: when a text has come into the document. */
interface Watch {
  /** Milliseconds since the navigation until a text was there. */
  readonly ready: Promise<number>;
  /** Milliseconds from the next click or key until the document holds a text. Armed when called. */
  readonly after: (event: "click" | "keydown", text: string) => Promise<number>;
  /** What a scenario waits for. */
  clicked: Promise<number>;
  first: Promise<number>;
}

declare global {
  interface Window {
    bench: Watch;
  }
}

/** A Chromium with an empty profile, hence an empty cache. */
export async function withBrowser<T>(use: (context: BrowserContext) => Promise<T>): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), "rivulet-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: FLAGS,
    viewport: { width: 1280, height: 800 },
  });
  try {
    await context.addInitScript(watch, "BENCH-READY");
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Milliseconds from a click on "Increment" until the document holds `text`. */
export async function timeClick(page: Page, text: string): Promise<number> {
  return timeEvent(page, "click", text, () => page.getByRole("button", { name: "Increment" }).click());
}

/** Milliseconds from the event that `act` brings about until the document holds `text`. */
export async function timeEvent(page: Page, event: "click" | "keydown", text: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ([kind, wanted]) => {
      window.bench.clicked = window.bench.after(kind, wanted);
    },
    [event, text] as const,
  );
  await act();
  return page.evaluate(() => window.bench.clicked);
}

/** Runs in the page. */
function watch(mark: string): void {
  const until = (text: string, found: () => void) => {
    const holds = (node: globalThis.Node) => (node.textContent ?? "").includes(text);
    const observer = new MutationObserver((records) => {
      if (!records.some(({ type, target, addedNodes }) => (type === "characterData" ? holds(target) : [...addedNodes].some(holds)))) return;
      observer.disconnect();
      found();
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  };
  window.bench = {
    ready: new Promise((resolve) => until(mark, () => resolve(performance.now()))),
    clicked: Promise.resolve(0),
    first: Promise.resolve(0),
    after: (event, text) =>
      new Promise((resolve) => {
        let start = 0;
        addEventListener(event, () => (start = performance.now()), { capture: true, once: true });
        until(text, () => resolve(performance.now() - start));
      }),
  };
}
