import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.mjs";
import { root } from "./root.mjs";
import { CommandFailed, runMain } from "./run.mjs";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

// Takes each page light and dark at each width, whole, and says which of them do not fit or complain in the console.
await runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { to: { type: "string", default: ".rivulet/screenshots" }, widths: { type: "string", default: "1400,360" } },
  });
  const pages = positionals.length > 0 ? positionals : ["apps/examples/harbour-board/app.ts", "apps/examples/register/app.ts"];
  const folder = resolve(values.to);
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: FLAGS });
  let problems = 0;
  try {
    for (const page of pages) {
      // Pages are called app.ts or page.ts: their folders tell them apart.
      const name = basename(dirname(resolve(page)));
      await serve(page, async (address) => {
        for (const width of values.widths.split(",").map(Number))
          for (const scheme of /** @type {const} */ (["light", "dark"])) {
            const found = await shoot(browser, address, width, scheme, join(folder, `${name}-${scheme}-${width}.png`));
            for (const problem of found) console.log(`${page}, ${scheme}, ${width} px: ${problem}`);
            problems += found.length;
          }
      });
    }
  } finally {
    await browser.close();
  }
  console.log(`The screenshots are in ${folder}.`);
  return problems > 0 ? 1 : 0;
});

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} address
 * @param {number} width
 * @param {"light" | "dark"} scheme
 * @param {string} path
 * @returns {Promise<string[]>} what is wrong with the page
 */
async function shoot(browser, address, width, scheme, path) {
  // As on a phone: no room is taken by a scroll bar.
  const isMobile = width < 600;
  const viewport = { width, height: isMobile ? 1400 : 1000 };
  const context = await browser.newContext({ viewport, isMobile, hasTouch: isMobile, colorScheme: scheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(address);
  await page.locator('[data-rivulet-state="idle"]').waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  const { over, whole } = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
    return { over: scrollWidth - clientWidth, whole: scrollHeight };
  });
  if (over > 0) problems.push(`${over} px wider than the window`);
  // A window as high as the page, so that what sticks to its edges does so at the page's.
  await page.setViewportSize({ width, height: Math.max(viewport.height, whole) });
  await page.screenshot({ path });
  await context.close();
  return problems;
}

/**
 * Serves a page at a free port while `use` runs.
 * @param {string} page
 * @param {(address: string) => Promise<void>} use
 */
async function serve(page, use) {
  const cli = join(root, "packages/rivulet/bin/rivulet.js");
  const child = spawn(process.execPath, [cli, "start", page, "--port", "0"], {
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(child, "close");
  const address = new Promise((resolveAddress) => {
    createInterface(child.stdout).on("line", (line) => {
      const url = /https?:\/\/\S+/.exec(line)?.[0];
      if (url) resolveAddress(url);
    });
  });
  try {
    await use(
      await Promise.race([
        address,
        closed.then(() => {
          throw new CommandFailed(`\`rivulet start ${page}\` ended before it had an address.`);
        }),
      ]),
    );
  } finally {
    child.kill();
    await closed;
  }
}
