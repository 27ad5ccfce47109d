import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("a placeholder holds what was written last, where it stands", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("alert").map(({ props }) => props.body)).toEqual(["Cast off"]);
  const texts = app.texts();
  expect(texts.indexOf("Cast off")).toBeLessThan(texts.findIndex((text) => text.startsWith("This was written after")));
  app.get("checkbox").click();
  await app.run();
  expect(app.getAll("table")).toEqual([]);
});

test("a widget in a placeholder keeps its value", async () => {
  await using app = await AppTest.fromFunction(() => {
    const slot = st.empty();
    slot.text("first");
    st.text(`chosen: ${slot.checkbox("Yes")}`);
  });
  await app.run();
  app.get("checkbox").click();
  await app.run();
  expect(app.texts()).toContain("chosen: true");
  expect(app.texts()).not.toContain("first");
});

test("with a body only the last element stays", async () => {
  await using app = await AppTest.fromFunction(() =>
    st.empty().with((slot) => {
      slot.text("one");
      st.text("two");
    }),
  );
  await app.run();
  expect(app.texts()).toEqual(["two"]);
});
