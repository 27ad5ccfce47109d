import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("space has a size, small unless told otherwise", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const sizes = ["xxsmall", "xsmall", undefined, "medium", "large", 80, "large", "stretch", undefined];
  expect(app.getAll("space").map(({ props }) => props.size)).toEqual(sizes);
});

test("a space's size is checked", async () => {
  for (const bad of ["huge", 0, -1, Number.NaN, "none"])
    expect(await badOptionOf(() => st.space(bad as never))).toMatch(
      /^st.space: size must be pixels above 0 or one of xxsmall, .*, stretch, instead/,
    );
});
