import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a progress bar moves in place", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("button").click();
  await app.run();
  expect(app.getAll("progress").map(({ props: { value, text } }) => [value, text])).toEqual([
    [0.7, "Loading cargo :material/inventory_2:"],
    [1, undefined],
    [1, "Tank 4 of 4"],
  ]);
});

test("sums that miss 1 by their rounding are 1", async () => {
  await using app = await AppTest.fromFunction(() => void st.progress(1 + Number.EPSILON));
  await app.run();
  expect(app.get("progress").props.value).toBe(1);
});

test.each([-0.1, 1.1, 50, Number.NaN, "0.5", undefined])("progress(%j) says what it must be", async (value) => {
  expect(await badOptionOf(() => st.progress(value as never))).toContain(
    "st.progress: value must be a number from 0 to 1 (divide a percentage by 100), instead got ",
  );
});
