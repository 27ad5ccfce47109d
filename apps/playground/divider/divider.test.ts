import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a divider is as wide as asked for", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("divider").map(({ props }) => props.width)).toEqual([undefined, 200]);
});

test("a divider's width is checked", async () => {
  expect(await badOptionOf(() => st.divider({ width: Number.NaN }))).toBe(
    'st.divider: width must be pixels above 0, "stretch" or "content", instead got NaN.',
  );
});
