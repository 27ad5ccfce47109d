import type { Page } from "playwright-core";
import { expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";

const test = browserTest(new URL("./lasting.ts", import.meta.url), { browser: { colorScheme: "light" } });

const values = (page: Page) => page.getByText(/^values:/).innerText();

async function enter(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole("textbox", { name: label }).fill(text);
  await page.keyboard.press("Enter");
  await idle(page);
}

async function choose(page: Page, option: string): Promise<void> {
  await page.getByRole("radio", { name: option }).check();
  await idle(page);
}

test("a reload keeps what is bound, another tab what is not the tab's own, and nobody else's is touched", async ({ open, server }) => {
  const page = await open();
  await page.evaluate(() => {
    localStorage.setItem("other app", "1");
    sessionStorage.setItem("rivulet.bound:/elsewhere/:tab", '"not mine"');
    document.cookie = "theirs=1; path=/";
  });
  await enter(page, "Local", "a");
  await enter(page, "Tab", "b");
  await choose(page, "two");
  await choose(page, "second");
  expect(await values(page)).toBe("values: a b two second");
  await page.reload();
  await idle(page);
  expect(await values(page)).toBe("values: a b two second");
  expect(await page.getByText(/^cookies:/).innerText()).toBe("cookies: theirs");

  const other = await page.context().newPage();
  await other.goto(server.address);
  await idle(other);
  expect(await values(other)).toBe("values: a  two first");

  // What is equal to the initial value is kept nowhere.
  await enter(page, "Local", "");
  await choose(page, "one");
  const kept = await page.evaluate(() => [Object.keys(localStorage).sort(), Object.keys(sessionStorage).length]);
  expect(kept).toEqual([["other app"], 2]);
  expect(await page.evaluate(() => document.cookie)).not.toContain("rivulet-bound");
});

test("the back button takes back what stands in the address, step by step", async ({ open }) => {
  const page = await open("?marked=maybe");
  await choose(page, "second");
  await choose(page, "third");
  await page.getByRole("button", { name: "Mark" }).click();
  await idle(page);
  const steps: (readonly [query: string, chosen: string, marked: string])[] = [
    ["?marked=maybe", "first", "maybe"],
    ["?marked=maybe&query=second", "second", "maybe"],
    ["?marked=maybe&query=third", "third", "maybe"],
    ["?marked=yes&query=third", "third", "yes"],
  ];
  const shows = async ([query, chosen, marked]: (typeof steps)[number]) => {
    await idle(page);
    await page.getByText(`marked: ${marked}`).waitFor();
    await page.getByRole("radio", { name: chosen, checked: true }).waitFor();
    expect(new URL(page.url()).search).toBe(query);
  };
  await shows(steps[3] as (typeof steps)[number]);
  for (const step of steps.slice(0, 3).reverse()) {
    await page.goBack();
    await shows(step);
  }
  for (const step of steps.slice(1)) {
    await page.goForward();
    await shows(step);
  }
});

test("[NAV1] an address that begins with two slashes is one of this app, also when the page changes it", async ({ open, server }) => {
  const page = await open();
  await page.goto(`${server.address}/`);
  await idle(page);
  await choose(page, "second");
  expect(page.url()).toBe(`${server.address}/?query=second`);
  await page.getByRole("radio", { name: "second", checked: true }).waitFor();
});

test("a browser that takes no more steps in its history shows the page all the same", async ({ open, server }) => {
  const page = await open();
  // As Safari does after a hundred in half a minute.
  await page.evaluate(() => {
    history.pushState = history.replaceState = () => {
      throw new DOMException("too many calls", "SecurityError");
    };
  });
  await choose(page, "second");
  await choose(page, "third");
  expect(await values(page)).toBe("values:   one third");
  expect(page.url()).toBe(server.address);
});

test("the theme that the browser shows now is what the next run is told", async ({ open, server }) => {
  const page = await open();
  expect(await page.getByText(/^theme:/).innerText()).toBe(`theme: light at ${server.address}`);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.locator('html[data-theme="dark"]').waitFor();
  await choose(page, "second");
  expect(await page.getByText(/^theme:/).innerText()).toBe(`theme: dark at ${server.address}`);
});

test("[SEC7] whatever stands in storage and cookies, the page comes up", async ({ open }) => {
  const page = await open();
  await page.evaluate(() => {
    const prefix = "rivulet.bound:/:";
    localStorage.setItem(`${prefix}local`, '{"__proto__":{"x":1}}');
    localStorage.setItem(`${prefix}${"k".repeat(5000)}`, "not json");
    localStorage.setItem(`${prefix}big`, "x".repeat(400_000));
    sessionStorage.setItem(`${prefix}tab`, '"fine"');
    document.cookie = `rivulet-bound-${location.port}.cookie=%E0%A4%A; path=/`;
    document.cookie = `rivulet-bound-${location.port}.%zz=1; path=/`;
  });
  await page.reload();
  await idle(page);
  expect(await values(page)).toBe("values:  fine one first");
});
