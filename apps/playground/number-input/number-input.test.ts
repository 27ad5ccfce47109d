import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a number input gives the page the number; null while it is empty", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("1 crates, 4.50 in all");
  app.get("numberInput", { label: "Crates of water" }).set(4);
  app.get("numberInput", { key: "discount" }).set(50);
  await app.run();
  expect(app.texts()).toContain("4 crates, 9.00 in all after 50 % off");
  app.get("numberInput", { key: "discount" }).set(null);
  await app.run();
  expect(app.texts()).toContain("4 crates, 18.00 in all");
});

test("whole numbers and steps follow from what is given", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const of = (label: string) => {
    const { value, integer, step } = app.get("numberInput", { label }).props;
    return [value, integer, step];
  };
  expect(of("Crates of water")).toEqual([1, true, 1]);
  expect(of("Price per crate")).toEqual([4.5, false, 0.05]);
  expect(of("Whole or not")).toEqual([3, false, 0.01]);
});

test("[BM1] a number input refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of [0, 13, 2.5, "3", null, [3]]) await wire.send("Crates of water", bad);
  await wire.send("Stock", 1);
  expect(wire.client.texts()).toContain("1 crates, 4.50 in all");
});

test("a number input's options are checked", async () => {
  expect(await badOptionOf(() => st.numberInput("n", { min: 3, max: 2 }))).toBe(
    "st.numberInput: min must be at most max (2), instead got 3.",
  );
  expect(await badOptionOf(() => st.numberInput("n", { value: 9, max: 8 }))).toBe(
    "st.numberInput: value must be a number up to 8, or null, instead got 9.",
  );
  expect(await badOptionOf(() => st.numberInput("n", { value: Number.NaN }))).toBe(
    "st.numberInput: value must be a finite number or null, instead got NaN.",
  );
  expect(await badOptionOf(() => st.numberInput("n", { max: 1e16 }))).toBe(
    "st.numberInput: max must be a finite number within 2**53 - 1 on both sides of 0, instead got 10000000000000000.",
  );
  expect(await badOptionOf(() => st.numberInput("n", { value: -1e300 }))).toContain("value must be a finite number within 2**53 - 1");
  expect(await badOptionOf(() => st.numberInput("n", { onChange: 1 as never }))).toContain('"rerun", "ignore" or a function');
  expect(await badOptionOf(() => st.numberInput("n", { step: -1 }))).toBe("st.numberInput: step must be a number above 0, instead got -1.");
  expect(await badOptionOf(() => st.numberInput("n", { integer: true, min: 0.5 }))).toBe(
    "st.numberInput: value must be a whole number (integer is true), instead got 0.5.",
  );
});
