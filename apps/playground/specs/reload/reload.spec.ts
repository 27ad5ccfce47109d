import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, idle } from "../../harness/browser-test.ts";
import { DeadLine } from "../../harness/dead-line.ts";
import { Gates } from "../gate.ts";

const gates = new Gates();
afterAll(() => gates.remove());
const test = browserTest(new URL("./page.ts", import.meta.url), { env: gates.env });

const line = (page: Page, text: string) => page.getByText(text, { exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

/** Enters a name and adds one: two runs. */
async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.keyboard.press("Enter");
  await line(page, `${name} has 0`).waitFor();
  await press(page, "Add");
  await line(page, `${name} has 1`).waitFor();
  await idle(page);
}

test("[WS3] a reload goes on with the session, and runs nothing; whoever opens the page begins a new one, with one run", async ({
  open,
  page,
}) => {
  await open("?who=Ada");
  expect(await line(page, "run 1").isVisible()).toBe(true);
  await enter(page, "Ada");
  await page.getByRole("textbox", { name: "Note" }).pressSequentially("half");
  for (let time = 1; time <= 2; time++) {
    const html = await (await page.reload())?.text();
    expect(html).not.toContain("rivulet-first");
    await idle(page);
    expect(await line(page, "run 3").isVisible()).toBe(true);
    expect(await line(page, "Ada has 1").isVisible()).toBe(true);
    expect(await page.getByRole("textbox", { name: "Note" }).inputValue()).toBe("half");
  }
  await press(page, "Add");
  await line(page, "Ada has 2").waitFor();
  await open("?who=Ada");
  expect(await line(page, "run 5").isVisible()).toBe(true);
  expect(await line(page, " has 0").isVisible()).toBe(true);
  // What the page before the last had left is nobody's any more.
  await page.reload();
  await idle(page);
  expect(await line(page, "run 5").isVisible()).toBe(true);
});

test("[WS3] a run that is under way goes on while its page is loaded again, and so does what was clicked just before", async ({
  open,
  page,
}) => {
  await open("?who=Bea");
  await press(page, "Wait");
  await line(page, "waiting").waitFor();
  await page.reload();
  await page.locator('[data-rivulet-state="running"]').waitFor();
  expect(await line(page, "waiting").isVisible()).toBe(true);
  gates.open("wait-Bea");
  await line(page, "waited").waitFor();
  await idle(page);
  expect(await line(page, "run 2").isVisible()).toBe(true);
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll("button")];
    buttons.find(({ textContent }) => textContent === "Add")?.click();
    location.reload();
  });
  await line(page, " has 1").waitFor();
  await idle(page);
  expect(await line(page, "run 3").isVisible()).toBe(true);
});

test("[WS2] a duplicate of a tab is a new session, also when it has what the tab had left for a reload", async ({ open, page, server }) => {
  const { href } = new URL("?who=Cid", server.address);
  await open("?who=Cid");
  await enter(page, "Cid");
  const duplicate = async (): Promise<Page> => {
    const opened = page.waitForEvent("popup");
    // A window of the same site begins with a copy of the tab's storage.
    await page.evaluate(() => {
      dispatchEvent(new Event("pagehide"));
      window.open(location.href);
    });
    return opened;
  };
  const opened = await duplicate();
  await line(opened, "run 4").waitFor();
  await idle(opened);
  // Browsers load a duplicate as if it were a reload: one whose page has not begun yet still has all of the copy.
  await page.context().route(href, (route) => route.fulfill({ contentType: "text/html", body: "<p>empty" }));
  const copy = await duplicate();
  await copy.getByText("empty").waitFor();
  await page.context().unroute(href);
  expect(await copy.evaluate(() => sessionStorage.getItem("rivulet.legacy"))).toContain("token");
  await copy.reload();
  await line(copy, "run 5").waitFor();
  for (const tab of [opened, copy]) {
    await line(tab, " has 0").waitFor();
    await press(tab, "Add");
    await line(tab, " has 1").waitFor();
  }
  await press(page, "Add");
  await line(page, "Cid has 2").waitFor();
});

test("[WS1] a connection that has gone dead is noticed; its page says so, goes on, and a click meanwhile takes effect once", async ({
  page,
  server,
}) => {
  await using way = await DeadLine.to(server.address);
  await page.goto(`${way.address}?who=Dea`);
  await idle(page);
  await page.evaluate(() => {
    const root = document.getElementById("root") as HTMLElement;
    new MutationObserver(() => (root.dataset["seen"] += ` ${root.dataset["rivuletState"]}`)).observe(root, {
      attributeFilter: ["data-rivulet-state"],
    });
  });
  way.die();
  await press(page, "Add");
  await line(page, " has 1").waitFor();
  await idle(page);
  expect(await page.locator("#root").getAttribute("data-seen")).toContain("running disconnected connecting");
  expect(await line(page, "run 2").isVisible()).toBe(true);
});

test("[WS1] a page that computes does not hold up heartbeats", async ({ page, open }) => {
  let heard = 0;
  page.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => void (payload === '{"type":"pong"}' && heard++)));
  await open("?who=Eve");
  await press(page, "Compute");
  await page.locator('[data-rivulet-state="running"]').waitFor();
  const before = heard;
  await expect.poll(() => heard, { timeout: 10_000 }).toBeGreaterThan(before + 1);
  expect(await page.locator("#root").getAttribute("data-rivulet-state")).toBe("running");
  gates.open("computed");
  await idle(page);
});
