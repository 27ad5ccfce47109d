import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

test("shows all 1461 days at first, without a comparison", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.sidebar.texts()).toContain("1461 of 1461 days");
  expect(app.getAll("metric").map(({ props }) => [props.label, props.value, props.delta])).toEqual([
    ["Mean high", "16.4 °C", undefined],
    ["Mean low", "8.2 °C", undefined],
    ["Rain a day", "3.0 mm", undefined],
    ["Wind", "3.2 m/s", undefined],
  ]);
  expect(app.get("table", 0).props.cells[0]).toHaveLength(12);
});

test("a year, months and a kind of weather narrow it down and compare with all years", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("selectbox", { label: "Year" }).set("2015");
  app.get("slider", { label: "Months" }).set([7, 8]);
  app.get("multiselect", { label: "Weather" }).set(["sun"]);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.sidebar.texts()).toContain("July to August");
  expect(app.get("metric", { label: "Mean high" }).props.delta).toMatch(/^-?\d+\.\d °C$/);
  expect(app.get("table", 0).props.cells[0]).toEqual(["July", "August"]);
  expect(new Set(app.get("table", 0).props.cells.at(-1))).toEqual(new Set([":material/sunny: sun"]));
  expect(app.texts().join("\n")).toMatch(/\d+(\.\d)? °C on \d+ (July|August) 2015 was the hottest day/);
});

test("the extremes are ordered as asked", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("radio", { label: "Order" }).set("Wettest");
  await app.run();
  const { columns, cells } = app.get("table", 1).props;
  const rain = cells[columns.findIndex(({ name }) => name === "Rain mm")]?.map(Number) ?? [];
  expect(rain).toHaveLength(10);
  expect(rain).toEqual(rain.toSorted((a, b) => b - a));
  expect(rain[0]).toBe(55.9);
});

test("when no day is left it says so", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("multiselect", { label: "Weather" }).set([]);
  await app.run();
  expect(app.get("alert").text).toMatch(/No day is left/);
  expect(app.getAll("metric")).toEqual([]);
});
