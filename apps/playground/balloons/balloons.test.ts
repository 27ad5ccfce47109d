import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test.each(["balloons", "snow"] as const)("%s move once for each call, and leave no element", async (effect) => {
  await using app = await AppTest.fromFile(new URL(`../${effect}/page.ts`, import.meta.url));
  await app.run();
  expect(app.effects).toEqual([]);
  const before = app.tree.nodes.size;
  app.get("button").click();
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.effects).toEqual([effect]);
  expect(app.tree.nodes.size).toBe(before);
  await app.run();
  expect(app.effects).toEqual([]);
});

test("a container has them too", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.sidebar.snow();
    st.container().balloons();
  });
  await app.run();
  expect(app.effects).toEqual(["snow", "balloons"]);
});
