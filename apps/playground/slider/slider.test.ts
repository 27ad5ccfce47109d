import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a slider gives the page what the user set, one number or two", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("6 h, wind 8 to 22 kn, 50 % on watch, 100 nm");
  app.get("slider", { label: "Hours at sea" }).set(9);
  app.get("slider", { label: "Wind in knots" }).set([10, 30]);
  app.get("slider", { key: "distance" }).set(112.5);
  await app.run();
  expect(app.texts()).toContain("9 h, wind 10 to 30 kn, 50 % on watch, 112.5 nm");
  expect(app.sessionState.distance).toBe(112.5);
});

test("a slider over days and times gives the page ISO texts, one or two", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.texts()).toContain("2026-06-13, open 06:30 to 21:00, berth 2026-06-13T12:00 to 2026-06-15T09:30, start 11:59:30");
  app.get("timeSlider", { label: "Day of departure" }).set("2026-07-01");
  app.get("timeSlider", { label: "The harbour is open" }).set(["08:00", "08:30"]);
  app.get("timeSlider", { key: "berth" }).set(["2026-06-13T12:00", "2026-06-16T00:00"]);
  app.get("timeSlider", { label: "Start signal" }).set("12:00:05");
  await app.run();
  expect(app.texts()).toContain("2026-07-01, open 08:00 to 08:30, berth 2026-06-13T12:00 to 2026-06-16T00:00, start 12:00:05");
  expect(app.sessionState.berth).toEqual(["2026-06-13T12:00", "2026-06-16T00:00"]);
  expect(app.toasts.map(({ body }) => body)).toEqual(["until 2026-06-16T00:00"]);
});

test("limits, step and precision of a slider over moments follow from what is given", async () => {
  const props = async (options: object) => {
    await using app = await AppTest.fromFunction(() => void st.slider("s", options));
    await app.run();
    expect(app.errors).toEqual([]);
    const { kind, min, max, step, value } = app.get("timeSlider").props;
    return [kind, min, max, step, value];
  };
  const minute = 60_000;
  const day = 24 * 60 * minute;
  expect(await props({ value: "2026-06-15" })).toEqual(["date", "2026-06-01", "2026-06-29", day, "2026-06-15"]);
  expect(await props({ min: "2026-06-01" })).toEqual(["date", "2026-06-01", "2026-06-29", day, "2026-06-01"]);
  expect(await props({ max: "2026-06-29" })).toEqual(["date", "2026-06-01", "2026-06-29", day, "2026-06-01"]);
  expect(await props({ value: "12:00" })).toEqual(["time", "00:00", "23:59", 15 * minute, "12:00"]);
  expect(await props({ value: "12:00", step: 1000 })).toEqual(["time", "00:00:00", "23:59:59", 1000, "12:00:00"]);
  expect(await props({ value: ["2026-06-15T12:00", "2026-06-16T12:00"] })).toEqual([
    "datetime",
    "2026-06-01T12:00",
    "2026-06-30T12:00",
    day,
    ["2026-06-15T12:00", "2026-06-16T12:00"],
  ]);
});

test("[BM1] a slider over moments refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  const before = wire.client.texts().find((text) => text.startsWith("2026-06-13"));
  for (const bad of ["2026-03-31", "2026-11-01", "2026-06-31", "06:30", 3, null, ["2026-06-13", "2026-06-14"]])
    await wire.send("Day of departure", bad);
  for (const bad of [["08:00", "07:00"], ["08:00"], ["08:00", "24:00"], ["08:00:00", "09:00:00"], "08:00"])
    await wire.send("The harbour is open", bad);
  await wire.send("Season", "2026-06-20");
  expect(wire.client.texts()).toContain(before);
  await wire.send("Day of departure", "2026-04-01");
  expect(wire.client.texts().some((text) => text.startsWith("2026-04-01, open 06:30"))).toBe(true);
});

test('onChange: "ignore" keeps a new value in the browser', async () => {
  await using app = await AppTest.fromFunction(() => {
    st.slider("n", { onChange: "ignore" });
    st.slider("t", { value: "12:00", onChange: "ignore" });
    st.selectbox("s", ["a", "b"], { onChange: "ignore" });
    st.selectSlider("l", ["a", "b"], { onChange: "ignore" });
    st.slider("r", { onChange: "rerun" });
  });
  await app.run();
  const deferred = (["slider", "timeSlider", "selectbox", "selectSlider"] as const).map((type) => app.get(type).props.deferred);
  expect(deferred).toEqual([true, true, true, true]);
  expect(app.get("slider", { label: "r" }).props.deferred).toBeUndefined();
});

test("limits and step follow from what is given", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const limits = (label: string) => {
    const { min, max, step } = app.get("slider", { label }).props;
    return [min, max, step];
  };
  expect(limits("Wind in knots")).toEqual([0, 60, 1]);
  expect(limits("Share of the crew on watch")).toEqual([0, 1, 0.01]);
});

test("[BM1] a slider refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of [25, 0, 6.5, "6", null, [1, 2]]) await wire.send("Hours at sea", bad);
  for (const bad of [[30, 10], [0, 61], [5], 5]) await wire.send("Wind in knots", bad);
  await wire.send("Depth below the keel", 3);
  expect(wire.client.texts()).toContain("6 h, wind 8 to 22 kn, 50 % on watch, 100 nm");
  await wire.send("Hours at sea", 7);
  expect(wire.client.texts()).toContain("7 h, wind 8 to 22 kn, 50 % on watch, 100 nm");
});

test.each([
  [{ min: 5, max: 5 }, "st.slider: min must be below max (5), instead got 5."],
  [{ min: Number.NaN }, "st.slider: min must be a finite number, instead got NaN."],
  [{ value: 101 }, "st.slider: value must be a number from 0 to 100, or two of them, instead got 101."],
  [{ value: [3, 1] }, "st.slider: value must be two ascending numbers from 0 to 100, instead got [3, 1]."],
  [{ value: "noon" }, 'st.slider: value must be an ISO text such as "2026-11-22", "13:45" or "2026-11-22T13:45", instead got "noon".'],
  [{ value: "12:00", min: "2026-06-01" }, 'st.slider: min must be a time, as the others are, instead got "2026-06-01".'],
  [{ value: "12:00", max: 5 }, "st.slider: max must be a time, as the others are, instead got 5."],
  [{ value: "05:00", min: "06:00" }, 'st.slider: value must be one from 06:00 to 23:59, instead got "05:00".'],
  [{ value: ["07:00", "06:00"] }, 'st.slider: value must be two ascending ones from 00:00 to 23:59, instead got "07:00, 06:00".'],
  [{ min: "06:00", max: "06:00" }, 'st.slider: min must be before max (06:00), instead got "06:00".'],
  [{ value: "2026-06-01", step: { hours: 1 } }, expect.stringContaining("st.slider: step must be whole days: milliseconds")],
  [{ value: "12:00", step: { weeks: 1 } }, expect.stringContaining("st.slider: step must be milliseconds, or an object of days")],
  [{ value: "12:00", step: { days: 2 } }, expect.stringContaining("st.slider: step must be at most max - min")],
  [{ value: "12:00", format: "%d" }, expect.stringContaining('st.slider: format must be "localized" or a pattern')],
  [{ onChange: "never" }, expect.stringContaining('st.slider: onChange must be "rerun", "ignore" or a function')],
  [{ step: 0 }, "st.slider: step must be a number above 0, instead got 0."],
  [{ step: 200 }, "st.slider: step must be at most max - min (100), instead got 200."],
  [
    { format: "km" },
    expect.stringMatching(/^st\.slider: format must be "plain", .* or a format with one number such as "%\.2f km", instead got "km"\.$/),
  ],
])("a slider with %o says what is wrong", async (options, message) => {
  expect(await badOptionOf(() => st.slider("Wind", options as never))).toEqual(message);
});
