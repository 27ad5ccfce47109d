import type { Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import { browserTest, idle } from "../harness/browser-test.ts";
import { Gates } from "./gate.ts";

const gates = new Gates();
afterAll(() => gates.remove());

const test = browserTest(new URL("./rows.ts", import.meta.url), { env: gates.env });

const row = (page: Page, name: string) =>
  page.locator("[data-element='container']", { has: page.getByText(`row ${name}`, { exact: true }) }).last();
const rows = (page: Page) => page.getByText(/^row \w$/).allTextContents();

async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: list }).click();
  await page.getByRole("option", { name: option }).click();
}

async function startDeleting(page: Page, slow: string, name: string, keys: boolean): Promise<void> {
  gates.close("delete");
  await page.getByRole("radio", { name: slow }).check();
  if (!keys) await page.getByRole("checkbox", { name: "Without keys" }).check();
  await idle(page);
  await choose(page, "Delete", name);
  await page.getByText("deleting").waitFor();
}

for (const slow of ["before", "after", "blocking"]) {
  test(`[FM4][BM1] keyed: a click during a run that deletes a row, slow ${slow} the rows, reaches its own row`, async ({ open }) => {
    const page = await open();
    await startDeleting(page, slow, "b", true);
    await row(page, "c").getByRole("button", { name: "Choose" }).click();
    gates.open("delete");
    await idle(page);
    expect(await rows(page)).toEqual(["row a", "row c", "row d"]);
    expect(await page.getByText(/^clicked/).textContent()).toBe("clicked: c");
  });

  test(`[FM4][BM1] keyed: a click on the row that is being deleted, slow ${slow} the rows, reaches no other`, async ({ open }) => {
    const page = await open();
    await startDeleting(page, slow, "b", true);
    await row(page, "b").getByRole("button", { name: "Choose" }).click();
    gates.open("delete");
    await idle(page);
    expect(await rows(page)).toEqual(["row a", "row c", "row d"]);
    expect(await page.getByText(/^clicked/).textContent()).toBe("clicked: none");
  });
}

test("[BM1] without keys: a click on a row that a run has written after it deleted another reaches that row or none", async ({ open }) => {
  const page = await open();
  await startDeleting(page, "after", "b", false);
  await page.getByText("note of d").nth(1).waitFor();
  await row(page, "c").getByRole("button", { name: "Choose" }).click();
  gates.open("delete");
  await idle(page);
  expect(await rows(page)).toEqual(["row a", "row c", "row d"]);
  expect(["clicked: none", "clicked: c"]).toContain(await page.getByText(/^clicked/).textContent());
});

test("[FM4][BM1] keyed: the value of a row that is deleted, sent or half typed, does not pass to its neighbour", async ({ open }) => {
  const page = await open();
  gates.open("delete");
  await row(page, "b").getByRole("textbox", { name: "Note" }).fill("sent");
  await page.keyboard.press("Enter");
  await page.getByText("note of b: sent").waitFor();
  await row(page, "b").getByRole("textbox", { name: "Note" }).pressSequentially(" and more");
  await choose(page, "Delete", "b");
  await page.getByText("row b", { exact: true }).waitFor({ state: "detached" });
  await idle(page);
  const notes = page.getByRole("textbox", { name: "Note" });
  expect(await notes.evaluateAll((inputs: HTMLInputElement[]) => inputs.map(({ value }) => value))).toEqual(["", "", ""]);
  expect(await page.getByText(/^note of/).allTextContents()).toEqual(["note of a: none", "note of c: none", "note of d: none"]);
});

for (const slow of ["before", "blocking"]) {
  test(`[FM4][BM1] without keys: a click during a run that deletes a row, slow ${slow} the rows, reaches its own row or none`, async ({
    open,
  }) => {
    const page = await open();
    await startDeleting(page, slow, "b", false);
    await row(page, "c").getByRole("button", { name: "Choose" }).click();
    gates.open("delete");
    await idle(page);
    expect(await rows(page)).toEqual(["row a", "row c", "row d"]);
    expect(["clicked: none", "clicked: c"]).toContain(await page.getByText(/^clicked/).textContent());
  });
}
