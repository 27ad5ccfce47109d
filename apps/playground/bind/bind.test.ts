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

/** Every kind of widget that can be bound to the query, a value of it, and how that stands there. */
const kinds: Readonly<
  Record<string, readonly [type: Parameters<AppTest["get"]>[0], show: (key: string) => unknown, value: unknown, query: string]>
> = {
  ch: ["checkbox", (key) => st.checkbox("ch", { key, bind: "query-params" }), true, "ch=true"],
  tg: ["toggle", (key) => st.toggle("tg", { key, value: true, bind: "query-params" }), false, "tg=false"],
  ra: ["radio", (key) => st.radio("ra", ["a b", "c&d"], { key, bind: "query-params" }), "c&d", "ra=c%26d"],
  sb: ["selectbox", (key) => st.selectbox("sb", [1, 2, 3], { key, bind: "query-params" }), "3", "sb=3"],
  sn: ["selectbox", (key) => st.selectbox("sn", ["x", "y"], { key, acceptNewOptions: true, bind: "query-params" }), "new", "sn=new"],
  ms: ["multiselect", (key) => st.multiselect("ms", ["a", "b", "c"], { key, bind: "query-params" }), ["c", "a"], "ms=c&ms=a"],
  me: ["multiselect", (key) => st.multiselect("me", ["a", "b"], { key, value: ["a"], bind: "query-params" }), [], "me="],
  sc: ["segmentedControl", (key) => st.segmentedControl("sc", ["a", "b"], { key, value: "a", bind: "query-params" }), null, "sc="],
  pi: ["pills", (key) => st.pills("pi", ["a", "b"], { key, selectionMode: "multi", bind: "query-params" }), ["a", "b"], "pi=a&pi=b"],
  fb: ["feedback", (key) => st.feedback("stars", { label: "fb", key, bind: "query-params" }), 4, "fb=4"],
  sl: ["slider", (key) => st.slider("sl", { min: -1.5, max: 1, key, bind: "query-params" }), -0.25, "sl=-0.25"],
  sr: ["slider", (key) => st.slider("sr", { value: [10, 20], key, bind: "query-params" }), [10, 30], "sr=10&sr=30"],
  ss: [
    "selectSlider",
    (key) => st.selectSlider("ss", ["s", "m", "l"], { value: ["s", "m"], key, bind: "query-params" }),
    ["m", "l"],
    "ss=m&ss=l",
  ],
  nu: ["numberInput", (key) => st.numberInput("nu", { value: 1, key, bind: "query-params" }), 1_000_000, "nu=1000000"],
  nn: ["numberInput", (key) => st.numberInput("nn", { value: null, step: 0.1, key, bind: "query-params" }), 2.5, "nn=2.5"],
  tx: ["textInput", (key) => st.textInput("tx", { value: "x", key, bind: "query-params" }), "", "tx="],
  ta: ["textArea", (key) => st.textArea("ta", { value: null, key, bind: "query-params" }), "two\nlines", "ta=two%0Alines"],
  da: ["dateInput", (key) => st.dateInput("da", { value: "2026-01-01", key, bind: "query-params" }), "2026-11-22", "da=2026-11-22"],
  dr: [
    "dateInput",
    (key) => st.dateInput("dr", { value: [], key, bind: "query-params" }),
    ["2026-01-01", "2026-02-01"],
    "dr=2026-01-01&dr=2026-02-01",
  ],
  dt: [
    "datetimeInput",
    (key) => st.datetimeInput("dt", { value: null, key, bind: "query-params" }),
    "2026-11-22T13:45",
    "dt=2026-11-22T13%3A45",
  ],
  ti: ["timeInput", (key) => st.timeInput("ti", { key, bind: "query-params" }), "13:45", "ti=13%3A45"],
  co: ["colorPicker", (key) => st.colorPicker("co", { key, bind: "query-params" }), "#ff8800", "co=%23ff8800"],
  pg: ["pagination", (key) => st.pagination(20, { label: "pg", key, bind: "query-params" }), 7, "pg=7"],
};

test("every kind of widget stands in the address and comes from there", async () => {
  const page = () => {
    for (const [key, [, show]] of Object.entries(kinds)) show(key);
  };
  await using app = await AppTest.fromFunction(page);
  await app.run();
  expect(app.errors).toEqual([]);
  // "now" is nobody's choice.
  expect(app.place.query).toBe("");
  for (const [key, [type, , value]] of Object.entries(kinds)) app.get(type, { key }).set(value as never);
  await app.run();
  expect(app.place.query.split("&")).toEqual(Object.values(kinds).flatMap(([, , , query]) => query.split("&")));

  const queryParams = Object.fromEntries(Object.keys(kinds).map((key) => [key, new URLSearchParams(app.place.query).getAll(key)]));
  await using shared = await AppTest.fromFunction(page, { queryParams });
  await shared.run();
  expect(shared.place.query).toBe(app.place.query);
  for (const [key, [type]] of Object.entries(kinds))
    expect([key, shared.get(type, { key }).value]).toEqual([key, app.get(type, { key }).value]);
});

test("[BM1] hostile parameters neither crash nor count, and leave the address", async () => {
  const hostile = ["<script>", "x".repeat(3000), "\0", "9".repeat(400), "2026-99-99"];
  const queryParams = Object.fromEntries(
    Object.keys(kinds).map((key, i) => [key, [hostile[i % hostile.length] as string, "__proto__"].slice(i % 2)]),
  );
  const texts = ["tx", "ta", "sn"];
  await using app = await AppTest.fromFunction(
    () => {
      for (const [key, [, show]] of Object.entries(kinds)) show(key);
    },
    { queryParams: { ...queryParams, me: ["a", "a"], dr: ["2026-02-01", "2026-01-01"] } },
  );
  await app.run();
  expect(app.errors).toEqual([]);
  expect([...new Set(new URLSearchParams(app.place.query).keys())].filter((key) => !texts.includes(key))).toEqual([]);
});
