import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const chunks = JSON.parse(read("dist/.vite/element-chunks.json")) as Record<string, string[]>;

test("[FP1] the server knows the chunk of every element that has one, and names none that each page loads", () => {
  const lazy = [...read("src/elements/registry.ts").matchAll(/^ {2}(\w+): lazyElement/gm)].map(([, type]) => type);
  expect(lazy.length).toBeGreaterThan(10);
  expect(Object.keys(chunks)).toEqual(expect.arrayContaining([...lazy, "markdown", "navigation"]));
  const files = Object.values(chunks).flat();
  expect(files.filter((file) => !existsSync(new URL(`../dist/${file}`, import.meta.url)))).toEqual([]);
  const index = read("dist/index.html");
  expect(files.filter((file) => index.includes(file))).toEqual([]);
});
