import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a container takes elements out of order", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const texts = app.texts();
  expect(texts.findIndex((text) => text.startsWith("The box"))).toBeLessThan(texts.findIndex((text) => text.startsWith("This line")));
  expect(app.get("container", { key: "log" }).getAll("text")).toHaveLength(12);
});

test("[SR12] a container of an ended run is closed to callbacks", async () => {
  await using app = await AppTest.fromFunction(() => {
    const box = st.container();
    st.button("Write", { onClick: () => box.text("late") });
  });
  await app.run();
  app.get("button").click();
  await app.run();
  expect(app.errors).toMatchObject([{ code: "RIVULET_STALE_RUN_CONTEXT" }]);
});

test("a key used twice names both places", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.container({ key: "box" });
    st.checkbox("On", { key: "box" });
  });
  await app.run();
  expect(app.errors).toMatchObject([
    { name: "DuplicateKeyError", message: expect.stringMatching(/"box" \(st\.container.*, st\.checkbox.*\)/) },
  ]);
});

test("a container's options are checked", async () => {
  expect(await badOptionOf(() => st.container({ gap: "huge" as never }))).toContain(
    "st.container: gap must be pixels from 0 on or one of none, xxsmall",
  );
  expect(await badOptionOf(() => st.container({ horizontalAlignment: "top" as never }))).toContain(
    "st.container: horizontalAlignment must be",
  );
  expect(await badOptionOf(() => st.container({ key: "" }))).toContain("st.container: key must be a string of 1 to 200 characters");
});
