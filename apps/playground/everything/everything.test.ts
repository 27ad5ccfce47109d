import { elements } from "@rivulet/protocol";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = new URL("./page.ts", import.meta.url);

test("the page of everything has every element there is", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: "Open a dialog" }).click();
  await app.run();
  const shown = new Set([...app.tree.nodes.values()].map(({ type }) => type));
  // Only an address without a page shows that one.
  expect(Object.keys(elements).filter((type) => type !== "pageNotFound" && !shown.has(type as never))).toEqual([]);
  expect(app.errors).toMatchObject([{ message: "An exception that is only shown" }]);
});

test("[FM3] an identical rerun of everything changes nothing", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const before = new Map(app.tree.nodes);
  await app.run();
  const after = [...app.tree.nodes].filter(([id, node]) => before.get(id)?.props !== node.props && node.type !== "spinner");
  expect(after.map(([, node]) => node.type)).toEqual([]);
  expect(app.tree.nodes.size).toBe(before.size);
});
