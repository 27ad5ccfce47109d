import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test } from "vitest";
import { accessibilityViolations } from "./accessibility.ts";
import { launchChromium } from "./chromium.ts";
import { PageProblems } from "./page-problems.ts";

/** A page with the given body under a policy as strict as rivulet's, and what goes wrong in it from its first moment. */
async function open(body: string): Promise<{ page: Page; problems: PageProblems }> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, {
      "content-type": "text/html",
      "content-security-policy": "default-src 'none'; script-src 'nonce-x'; img-src data:",
    });
    answer.end(
      `<!doctype html><html lang="en"><head><title>t</title><link rel="icon" href="data:,"></head><body><main><h1>t</h1>${body}</main></body></html>`,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const browser = await launchChromium();
  onTestFinished(async () => {
    await browser.close();
    server.close();
  });
  const page = await browser.newPage();
  const problems = new PageProblems(page);
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return { page, problems };
}

test("an uncaught error, a rejection and a console error are problems, unless they were expected", async () => {
  const script = `console.error("shown"); Promise.reject(new Error("rejected")); setTimeout(() => { document.title = "done"; throw new Error("late"); });`;
  const { page, problems } = await open(`<script nonce="x">${script}</script>`);
  await page.waitForFunction(() => document.title === "done");
  await expect.poll(() => problems.unexpected.length).toBe(3);
  for (const what of ["shown", "rejected", "late"])
    expect(
      problems.unexpected.some((problem) => problem.includes(what)),
      what,
    ).toBe(true);
  problems.expect(/shown/);
  problems.expect(/rejected|late/);
  expect(problems.unexpected).toEqual([]);
});

test("a page without faults has none", async () => {
  const { page, problems } = await open("<button>Fine</button>");
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(problems.unexpected).toEqual([]);
});

test("an accessibility fault is named with its place", async () => {
  const { page } = await open('<button id="mute"></button>');
  expect(await accessibilityViolations(page)).toEqual(["button-name: Buttons must have discernible text (#mute)"]);
});
