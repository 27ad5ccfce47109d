import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("[SR11] session state lasts from run to run, nested changes too", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  for (const count of [1, 2]) {
    app.get("button", { label: "Add one" }).click();
    await app.run();
    expect(app.texts()).toContain(`count: ${count}`);
  }
  app.get("textInput").set("Kari");
  await app.run();
  app.get("button", { label: "Join" }).click();
  await app.run();
  expect(app.texts()).toContain("aboard: Kari");
  expect(app.get("textInput").value).toBe("");
});

test.each([
  ["a function", () => () => 1, "st.sessionState: x is the function (anonymous), which cannot be kept."],
  [
    "an instance of a class",
    () => ({ deep: [new (class Ship {})()] }),
    "st.sessionState: x.deep[0] is an instance of Ship, which cannot be kept.",
  ],
])("[SR11] %s in session state is an error that names its path", async (_, make, message) => {
  await using app = await AppTest.fromFunction(() => {
    st.sessionState.x = make();
  });
  await app.run();
  expect(app.errors).toMatchObject([{ name: "StateValueError", message: expect.stringContaining(message) }]);
});

test("a widget's value cannot be set after it was shown, nor to what it cannot have", async () => {
  await using late = await AppTest.fromFunction(() => {
    st.slider("Age", { key: "age" });
    st.sessionState.age = 5;
  });
  await late.run();
  expect(late.errors).toMatchObject([{ code: "RIVULET_WIDGET_STATE" }]);
  await using wrong = await AppTest.fromFunction(() => void st.slider("Age", { key: "age" }));
  wrong.sessionState.age = 500;
  await wrong.run();
  expect(wrong.errors).toMatchObject([
    { code: "RIVULET_WIDGET_STATE", message: "st.sessionState.age holds 500, but st.slider needs a number from 0 to 100." },
  ]);
});
