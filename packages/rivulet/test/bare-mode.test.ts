import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("[TH8] a page that is run as a program says in one line how to run it", () => {
  const page = fileURLToPath(new URL("fixtures/bare-page.mjs", import.meta.url));
  const cwd = fileURLToPath(new URL("fixtures", import.meta.url));
  const { status, stderr, stdout } = spawnSync(process.execPath, [page], { cwd, encoding: "utf8" });
  expect(stderr).toBe("st.write was called outside a page run. This is a page: run it with `npx rivulet dev bare-page.mjs`.\n");
  expect([status, stdout]).toEqual([1, ""]);
});
