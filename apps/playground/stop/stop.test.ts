import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("[SR7] st.stop() ends the run there; widgets it did not reach keep their values", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("numberInput")).toEqual([]);
  app.get("checkbox").set(true);
  await app.run();
  app.get("numberInput").set(7);
  await app.run();
  app.get("checkbox").set(false);
  await app.run();
  expect(app.getAll("numberInput")).toEqual([]);
  app.get("checkbox").set(true);
  await app.run();
  expect(app.texts()).toContain("berth: 7");
});

test("[SR5] a catch-all cannot swallow st.stop()", async () => {
  await using app = await AppTest.fromFunction(() => {
    try {
      st.stop();
    } catch {
      st.text("swallowed");
    }
    st.text("went on");
  });
  await app.run();
  expect(app.texts()).toEqual([]);
  expect(app.errors).toEqual([]);
});
