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
  [{ step: 0 }, "st.slider: step must be a number above 0, instead got 0."],
  [{ step: 200 }, "st.slider: step must be at most max - min (100), instead got 200."],
  [
    { format: "km" },
    expect.stringMatching(/^st\.slider: format must be "plain", .* or a format with one number such as "%\.2f km", instead got "km"\.$/),
  ],
])("a slider with %o says what is wrong", async (options, message) => {
  expect(await badOptionOf(() => st.slider("Wind", options as never))).toEqual(message);
});
