import { ROOT_IDS, type Node } from "@rivulet/protocol";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";
import { FakeServer, type FakeSession } from "./fake-server.ts";
import { button, checkbox, form, submitButton, textInput } from "./nodes.ts";
import { openBrowser, type TestBrowser } from "./open-browser.ts";

let browser: TestBrowser;
let server: FakeServer;
let page: Page;

beforeEach(async () => {
  [browser, server] = await Promise.all([openBrowser(), FakeServer.start()]);
  page = await browser.newPage();
});
afterEach(async () => {
  await browser[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
  expect(browser.errors).toEqual([]);
});

/** Opens a page, and fills in a form on it. */
async function fillIn(nodes: readonly Node[]): Promise<FakeSession> {
  await page.goto(server.url);
  const session = await server.session();
  session.welcome();
  session.show(nodes);
  await page.getByRole("textbox", { name: "Name" }).fill("Ada");
  await page.getByRole("checkbox", { name: "Agree" }).click();
  return session;
}

const stateIs = (wanted: string) => page.waitForSelector(`#root[data-rivulet-state="${wanted}"]`);
const wholeTree = (nodes: readonly Node[]) =>
  ({
    type: "tree",
    roots: Object.values(ROOT_IDS).map((id) => ({
      id,
      type: "container" as const,
      props: {},
      children: id === ROOT_IDS.main ? nodes : [],
    })),
    config: {},
    running: [],
  }) as const;

const NODES = [form(8, textInput(9, "Name"), checkbox(10, "Agree"), submitButton(11, "Save")), button(12, "Elsewhere")];
/** The same in a tree that was numbered anew. */
const RENUMBERED = [button(22, "Elsewhere"), form(23, textInput(24, "Name"), checkbox(25, "Agree"), submitButton(26, "Save"))];

test("[F1] what is entered in a form leaves the page idle; its submit button sends it in one message, right after typing too", async () => {
  const session = await fillIn(NODES);
  await stateIs("idle");
  await page.getByRole("button", { name: "Elsewhere" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Ada Lovelace");
  await page.getByRole("button", { name: "Save" }).click();
  await session.until(() => session.numbered.length === 2);
  expect(session.numbered.map((msg) => msg.type === "update" && msg.values)).toEqual([
    [["b:Elsewhere", true]],
    [
      ["t:Name", "Ada Lovelace"],
      ["c:Agree", true],
      ["b:Save", true],
    ],
  ]);
});

for (const resumed of [true, false]) {
  test(`[F1] a filled in form survives a lost line and a whole tree, ${resumed ? "in the same session" : "also in a new session"}`, async () => {
    const session = await fillIn(NODES);
    session.drop();
    const next = await server.session();
    next.welcome({ resumed, token: "t2" });
    next.sendAs(1, wholeTree(RENUMBERED), { type: "runFinished", run: 1, outcome: "finished", taken: 0 });
    await stateIs("idle");
    expect(await page.getByRole("textbox", { name: "Name" }).inputValue()).toBe("Ada");
    expect(await page.getByRole("checkbox", { name: "Agree" }).isChecked()).toBe(true);
    expect(next.numbered).toEqual([]);
    await page.getByRole("button", { name: "Save" }).click();
    await next.until(() => next.numbered.length === 1);
    expect(next.numbered[0]).toMatchObject({
      values: [
        ["t:Name", "Ada"],
        ["c:Agree", true],
        ["b:Save", true],
      ],
    });
  });
}
