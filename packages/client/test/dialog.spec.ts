import { ROOT_IDS, type Node } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { FakeServer, type FakeSession } from "./fake-server.ts";
import { button, textInput } from "./nodes.ts";
import { openBrowser } from "./open-browser.ts";

const dialog: Node = { id: 20, type: "dialog", widget: "d", props: { label: "Window", value: true }, children: [] };

/** Puts nodes into a block; a page sends its first new element at once, and the rest with the next frame. */
function put(session: FakeSession, id: number, ...nodes: Node[]): void {
  session.send({ type: "delta", deltas: [{ type: "children", id, order: nodes }] });
}

test("the focus goes to the first control of a dialog also when that comes after the window, unless the user has begun", async () => {
  await using server = await FakeServer.start();
  await using browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(server.url);
  const session = await server.session();
  session.welcome();
  session.show([button(8, "Open")]);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.tagName);
  for (const presses of [false, true]) {
    put(session, ROOT_IDS.overlay, dialog);
    await page.getByRole("dialog").waitFor();
    expect(await focused()).toBe("Close");
    if (presses) await page.keyboard.press("Shift");
    put(session, 20, textInput(21, "Name"));
    await page.getByRole("textbox", { name: "Name" }).waitFor();
    expect(await focused()).toBe(presses ? "Close" : "INPUT");
    put(session, ROOT_IDS.overlay);
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  expect(browser.errors).toEqual([]);
});
