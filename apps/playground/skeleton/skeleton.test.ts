import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("what is written into a skeleton replaces it; one with work goes with it", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("skeleton").map(({ props }) => props)).toEqual([{ height: 160 }, { width: 120 }, {}, { height: 48 }]);
  expect(app.texts()).toContain("Written meanwhile, and left.");
  app.get("button").click();
  await app.run();
  expect(app.getAll("skeleton")).toHaveLength(3);
  expect(app.texts()).toContain("Four ships are in.");
});

test("it returns what the body returns and goes when that throws", async () => {
  await using app = await AppTest.fromFunction(async () => {
    st.text(String(st.skeleton().with(() => 1)));
    st.text(String(await st.skeleton().with(async () => 2)));
    const column = st.container();
    column.skeleton().with((inside) => inside.text("in the column"));
    st.text("below");
    st.skeleton().with(() => {
      throw new Error("no luck");
    });
  });
  await app.run();
  expect(app.texts()).toEqual(["1", "2", "in the column", "below", "Error: no luck"]);
  expect(app.getAll("skeleton")).toEqual([]);
});

test("a skeleton's options are checked", async () => {
  expect(await badOptionOf(() => st.skeleton({ height: -1 }))).toMatch(/^st.skeleton: height must be/);
  expect(await badOptionOf(() => st.skeleton({ width: "content" as never }))).toBe(
    'st.skeleton: width must be pixels above 0 or "stretch", instead got "content".',
  );
});
