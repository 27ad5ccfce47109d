import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("columns stand side by side, and widgets in them work together", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("column").map(({ props }) => props.weight)).toEqual([1, 1, 3, 1, 1, 1, 1, 1]);
  app.get("textInput").set("Ida");
  app.get("button").click();
  await app.run();
  expect(app.texts()).toContain("found: Ida");
});

test("equal widgets in equal columns are different widgets", async () => {
  await using app = await AppTest.fromFunction(() => {
    const values = st.columns(3).map((column) => column.checkbox("On"));
    st.text(values.join());
  });
  await app.run();
  app.get("checkbox", { label: "On", nth: 1 }).click();
  await app.run();
  expect(app.texts()).toContain("false,true,false");
});

test.each([0, 101, 1.5, -1, Number.NaN, [], [1, 0], "two"])("columns(%j) says what it must be", async (spec) => {
  expect(await badOptionOf(() => st.columns(spec as never))).toContain(
    "st.columns: spec must be a number of columns from 1 to 100, or their weights, each above 0, instead got ",
  );
});
