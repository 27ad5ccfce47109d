import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./media.ts", import.meta.url), { command: "dev" });

/** Presses a button and waits for the file that it saves. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

test("a download button saves its file under its name, and runs the page unless told not to", async ({ open }) => {
  const page = await open();
  const small = await saved(page, "Small");
  expect(small.name).toBe("Gezeiten für 潮汐.txt");
  expect(small.bytes.toString()).toBe("tide table");
  await page.getByText("runs: 2").waitFor();
  const quiet = await saved(page, "Quiet");
  expect([quiet.name, ...quiet.bytes]).toEqual(["quiet.bin", 1, 2, 3]);
  await idle(page);
  await page.getByText("runs: 2").waitFor();
});

test("20 MB come whole, streamed, as often as they are asked for", async ({ open }) => {
  const page = await open();
  for (let time = 0; time < 2; time++) {
    const { name, bytes } = await saved(page, "Large");
    expect(name).toBe("large.bin");
    expect(bytes.length).toBe(20 * 1024 * 1024);
    for (let n = 0; n < 20; n++) expect(bytes.subarray(n * 1024 * 1024, (n + 1) * 1024 * 1024).every((byte) => byte === n)).toBe(true);
  }
  await page.getByText("runs: 1").waitFor();
});

test("a file that cannot be made is no download: its button says why", async ({ open, problems }) => {
  const page = await open();
  let downloads = 0;
  page.on("download", () => downloads++);
  await page.getByRole("button", { name: "Broken" }).click();
  await page
    .getByText(/in JSON at position 1/)
    .first()
    .waitFor();
  await page.getByText("specs/media.ts", { exact: false }).first().waitFor();
  expect(downloads).toBe(0);
  problems.expect(/410/);
  // What was there when the page was drawn may be gone when it is asked for.
  await page.route("**/_rivulet/media/*", (route) => route.fulfill({ status: 410 }));
  await page.getByRole("button", { name: "Quiet" }).click();
  await page.getByRole("alert").filter({ hasText: "This file is not there any more" }).waitFor();
  expect(downloads).toBe(0);
});
