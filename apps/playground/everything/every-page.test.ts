import { AppTest } from "@rivulet/testing";
import { existsSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";

const playground = new URL("../", import.meta.url);
/** Pages that show something else while they run than at their end (a spinner, a skeleton, a status box, when something is computed for the first time), or count their runs. */
const MOVING = new Set([
  "empty",
  "spinner",
  "everything",
  "cache-data",
  "cache-resource",
  "dialog",
  "fragment",
  "navigation",
  "skeleton",
  "status",
  "write-stream",
]);
const pages = readdirSync(playground).filter(
  (name) => !MOVING.has(name) && name !== "imports" && existsSync(new URL(`${name}/page.ts`, playground)),
);

test.each(pages)("[FM3] an identical rerun of the page %s replaces no element", async (name) => {
  await using app = await AppTest.fromFile(new URL(`${name}/page.ts`, playground));
  await app.run();
  const before = new Map(app.tree.nodes);
  expect(before.size).toBeGreaterThan(3);
  await app.run();
  expect([...app.tree.nodes.values()].filter((node) => before.get(node.id) !== node)).toEqual([]);
  expect(app.tree.nodes.size).toBe(before.size);
});
