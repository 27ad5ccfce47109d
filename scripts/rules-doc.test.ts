import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "./root.mjs";

const DERIVED = /(^|\/)(node_modules|dist|\.turbo)\//;

function testFiles(): string[] {
  return ["packages", "apps"]
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)))
    .filter((path) => /\.(test|spec|test-d)\.tsx?$/.test(path) && !DERIVED.test(path));
}

test("docs/PROTOCOL.md states every rule that a test's title names, each once", () => {
  const doc = readFileSync(join(root, "docs/PROTOCOL.md"), "utf8");
  const stated = [...doc.matchAll(/^- \*\*([A-Z]+\d+)\*\* /gm)].map(([, id]) => id);
  expect(stated).toEqual([...new Set(stated)]);
  const unstated = testFiles().flatMap((file) =>
    [...readFileSync(join(root, file), "utf8").matchAll(/\btest(?:\.each\([^]*?\))?\(\s*["'`]\[((?:SR|TH|FM|BM|F|WS|SEC)\d+)\]/g)]
      .filter(([, id]) => !stated.includes(id))
      .map(([, id]) => `${id} in ${file}`),
  );
  expect(unstated).toEqual([]);
});
