import { expect, test } from "vitest";
import { hashId } from "./hash-id.ts";

test("[FM4] ids are short, stable, and differ for 200,000 like identities", () => {
  expect(hashId("main\0slider\0home:slider:0\0Age\x000")).toBe(hashId("main\0slider\0home:slider:0\0Age\x000"));
  const seen = new Set<string>();
  for (let i = 0; i < 200_000; i++) seen.add(hashId(`1\0button\0home:12\0Delete\0${i}`));
  expect(seen.size).toBe(200_000);
  expect(Math.max(...[...seen].slice(0, 1000).map((id) => id.length))).toBeLessThanOrEqual(11);
});
