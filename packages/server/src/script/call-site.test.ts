import { expect, test } from "vitest";
import { callSites, clearCallSite, takeCallSite } from "./call-site.ts";

const cs = callSites("app.ts", [
  ["slider-1", "slider", 3, 4],
  ["empty-1", "empty", 5, 6],
]);

test("[FM4] a note is taken once, by a call of its kind that received its value", () => {
  const options = { min: 1 };
  expect(cs(0, options)).toBe(options);
  expect(takeCallSite("slider", "Age", options)).toEqual({ id: "slider-1", kind: "slider", file: "app.ts", line: 3, column: 4 });
  expect(takeCallSite("slider", "Age", options)).toBeUndefined();
});

test("[FM4] another kind or value does not take it, and drops it", () => {
  cs(0, "Age");
  expect(takeCallSite("button", "Age")).toBeUndefined();
  expect(takeCallSite("slider", "Age")).toBeUndefined();
  cs(0, "Age");
  expect(takeCallSite("slider", "Height")).toBeUndefined();
});

test("[FM4] equal objects are not the same value; NaN and undefined are", () => {
  cs(0, {});
  expect(takeCallSite("slider", {})).toBeUndefined();
  for (const value of [Number.NaN, undefined, null, -0]) {
    cs(0, value);
    expect(takeCallSite("slider", "x", value)?.id).toBe("slider-1");
  }
});

test("[FM4] a call without arguments is known by receiving none", () => {
  expect([...cs.e(1)]).toEqual([]);
  expect(takeCallSite("empty")?.id).toBe("empty-1");
  cs.e(1);
  expect(takeCallSite("empty", undefined)?.id).toBe("empty-1");
  cs.e(1);
  expect(takeCallSite("empty", "x")).toBeUndefined();
});

test("[FM4] a spread is read once, and known by its last value", () => {
  expect(cs.s(0, new Set([1, 2]).values())).toEqual([1, 2]);
  expect(takeCallSite("slider", 1, 2)?.id).toBe("slider-1");
  expect(cs.s(0, [])).toEqual([]);
  expect(takeCallSite("slider", "before")?.id).toBe("slider-1");
});

test("[FM4] what an emit or a new run clears is gone", () => {
  cs(0, "Age");
  clearCallSite();
  expect(takeCallSite("slider", "Age")).toBeUndefined();
});

test("a second copy of this module fails loudly, naming both", async () => {
  const { mkdtempSync, copyFileSync, rmSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { tmpdir } = await import("node:os");
  const folder = mkdtempSync(join(tmpdir(), "rivulet-copy-"));
  const source = new URL("./call-site.ts", import.meta.url);
  copyFileSync(source, join(folder, "call-site.ts"));
  await expect(import(join(folder, "call-site.ts"))).rejects.toThrow(
    /Two copies of rivulet were loaded: .*script\/call-site\.ts and .*rivulet-copy-/,
  );
  rmSync(folder, { recursive: true });
});
