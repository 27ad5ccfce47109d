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

test("balloons and snow move once, over everything, seen only, and not for who wants less motion", async ({ open }) => {
  const page = await open();
  const sky = page.locator("[data-effect]");
  await page.getByRole("button", { name: "Celebrate" }).click();
  await idle(page);
  expect(await sky.count(), "this browser asks for less motion").toBe(0);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  for (const [name, effect] of [
    ["Celebrate", "balloons"],
    ["Winter", "snow"],
  ] as const) {
    await page.getByRole("button", { name }).click();
    const moving = page.locator(`[data-effect="${effect}"]`);
    await moving.waitFor();
    expect(
      await moving.evaluate((layer) => [layer.ariaHidden, getComputedStyle(layer).pointerEvents, layer.matches(":popover-open")]),
    ).toEqual(["true", "none", true]);
    // To their end at once: the layer goes with the last of them.
    await moving.evaluate((layer) => layer.getAnimations({ subtree: true }).forEach((animation) => animation.finish()));
    await moving.waitFor({ state: "detached" });
  }
});

test("[SEC5] a logo's SVG is an image: it shows, leads to the start page, and runs nothing, also by itself", async ({ open, server }) => {
  const page = await open();
  const logo = page.getByRole("link", { name: "Harbour" });
  const image = logo.getByRole("img");
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth > 0)).toBe(true);
  expect(new URL((await logo.getAttribute("href")) ?? "", server.address).href).toBe(server.address);
  const title = await page.title();
  const address = await image.evaluate((img: HTMLImageElement) => img.src);
  const alone = await page.context().newPage();
  const answer = await alone.goto(address);
  expect(answer?.headers()).toMatchObject({ "content-type": "image/svg+xml", "x-content-type-options": "nosniff" });
  expect(answer?.headers()["content-security-policy"]).toMatch(/^sandbox/);
  expect(await alone.title()).toBe("");
  expect(await page.title()).toBe(title);
});
