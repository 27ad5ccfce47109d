import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";

const SRC = path.join(import.meta.dirname, "..");

/** True if code awaits while its module is being evaluated. */
function awaitsAtTop(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  const { type, await: awaits } = node as { readonly type?: string; readonly await?: unknown };
  if (type?.includes("Function") === true) return false;
  return type === "AwaitExpression" || (type === "ForOfStatement" && awaits === true) || Object.values(node).some(awaitsAtTop);
}

// Ended at that moment, a thread takes the whole server with it: V8 does not expect it.
test("[SR3] no module that a thread loads awaits at its top", () => {
  const modules = ["script", "thread"].flatMap((folder) =>
    readdirSync(path.join(SRC, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(SRC, folder, file)),
  );
  const sources = modules.filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => awaitsAtTop(parseSync(file, readFileSync(file, "utf8")).program))).toEqual([]);
});
