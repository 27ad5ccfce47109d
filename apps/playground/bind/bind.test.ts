import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

const page = new URL("./page.ts", import.meta.url);

test("what was entered is there at the next visit, in the place that it is bound to", async () => {
  await using first = await AppTest.fromFile(page);
  await first.run();
  expect(first.errors).toEqual([]);
  first.get("textInput").set("Kari");
  first.get("textArea").set("Dear harbour master");
  first.get("radio").set("km/h");
  await first.run();
  const storage = { local: { name: "Kari" }, session: { draft: "Dear harbour master" }, cookie: { units: "km/h" } };
  expect(first.storage).toEqual(storage);

  await using second = await AppTest.fromFile(page, { storage });
  await second.run();
  expect(second.texts()).toContain("Kari looks at Bergen in km/h: all, 0 to 100 m, any day");
  second.get("radio").set("knots");
  second.get("textInput").set("");
  await second.run();
  // What is equal to the initial value is not kept.
  expect(second.storage).toEqual({ local: {}, session: { draft: "Dear harbour master" }, cookie: {} });
});

test("a value of a widget that comes back is the one that was kept", async () => {
  await using app = await AppTest.fromFunction(() => {
    if (st.toggle("Show", { value: true })) st.numberInput("Berth", { value: 1, key: "berth", bind: "local" });
  });
  await app.run();
  app.get("numberInput").set(12);
  await app.run();
  for (const shown of [false, true]) {
    app.get("toggle").set(shown);
    await app.run();
  }
  expect(app.get("numberInput").value).toBe(12);
});

test("session state wins over what is kept, and is kept", async () => {
  await using app = await AppTest.fromFunction(() => void st.slider("Age", { key: "age", bind: "local" }), {
    sessionState: { age: 7 },
    storage: { local: { age: 50 } },
  });
  await app.run();
  expect(app.get("slider").value).toBe(7);
  expect(app.storage.local).toEqual({ age: 7 });
});

test("[BM1] what a browser keeps is no more trusted than what it sends", async () => {
  const hostile = {
    slider: { $gt: 0 },
    box: "<script>",
    many: ["a", "a"],
    text: "x".repeat(500),
    toggle: "true",
    day: "2026-99-99",
    nan: null,
    off: 9,
  };
  await using app = await AppTest.fromFunction(
    () => {
      st.slider("Slider", { key: "slider", bind: "local" });
      st.selectbox("Box", ["a", "b"], { key: "box", bind: "local" });
      st.multiselect("Many", ["a", "b"], { key: "many", bind: "local" });
      st.textInput("Text", { key: "text", maxChars: 10, bind: "local" });
      st.toggle("Toggle", { key: "toggle", bind: "local" });
      st.dateInput("Day", { key: "day", value: "2026-01-01", bind: "local" });
      st.numberInput("Number", { key: "nan", bind: "local" });
      st.slider("Off", { key: "off", disabled: true, bind: "local" });
    },
    { storage: { local: hostile } },
  );
  await app.run();
  expect(app.errors).toEqual([]);
  const values = ["slider", "selectbox", "multiselect", "textInput", "toggle", "dateInput", "numberInput"] as const;
  expect(values.map((type) => app.getAll(type)[0]?.value)).toEqual([0, "a", [], "", false, "2026-01-01", 0]);
  expect(app.getAll("slider")[1]?.value).toBe(0);
});

test("[SEC7] what is too long is not kept, and what was kept before it is no longer", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.textArea("Short", { key: "short", bind: "cookie" });
    st.textArea("Long", { key: "long", bind: "local" });
  });
  await app.run();
  app.get("textArea", { key: "short" }).set("x".repeat(900));
  app.get("textArea", { key: "long" }).set("x".repeat(9000));
  await app.run();
  expect(Object.keys(app.storage.cookie)).toEqual(["short"]);
  expect(Object.keys(app.storage.local)).toEqual(["long"]);
  app.get("textArea", { key: "short" }).set("ø".repeat(400));
  app.get("textArea", { key: "long" }).set("x".repeat(11_000));
  await app.run();
  expect(app.storage).toEqual({ local: {}, session: {}, cookie: {} });
  expect(app.get("textArea", { key: "long" }).value).toHaveLength(11_000);
});

test("a choice whose option is gone for a while is not forgotten by the browser", async () => {
  let options = ["a", "b"];
  await using app = await AppTest.fromFunction(() => void st.selectbox("Box", options, { key: "box", bind: "local" }));
  await app.run();
  app.get("selectbox").set("b");
  await app.run();
  options = ["a"];
  await app.run();
  expect(app.get("selectbox").value).toBe("a");
  options = ["a", "b"];
  await app.run();
  expect(app.get("selectbox").value).toBe("b");
});

test("[F2] a form that clears itself forgets what was kept of its fields", async () => {
  await using app = await AppTest.fromFunction(() => {
    const form = st.form("f", { clearOnSubmit: true });
    form.textInput("Name", { key: "name", bind: "local" });
    form.formSubmitButton("Send");
  });
  await app.run();
  app.get("textInput").set("Kari");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.storage.local).toEqual({});
});
