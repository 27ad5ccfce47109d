import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

test("shows all models at first, compared by origin", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("metric").map(({ props }) => [props.label, props.value])).toEqual([
    ["Economy", "23.5 mpg"],
    ["Power", "105 hp"],
    ["Weight", "2,979 lbs"],
    ["0 to 60 mph", "15.5 s"],
  ]);
  expect(app.get("table", 0).props.cells.slice(0, 2)).toEqual([
    ["Europe", "Japan", "USA"],
    ["73", "79", "254"],
  ]);
  expect(app.texts()).toContain("10 of 406 models");
});

test("choosing narrows it down and compares with all models", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("multiselect", { label: "Origin" }).set(["Japan"]);
  app.get("slider", { label: "Years" }).set([1980, 1982]);
  app.get("selectbox", { label: "By" }).set("Cylinders");
  app.get("selectbox", { label: "First" }).set("Lightest");
  app.get("slider", { label: "How many" }).set(5);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("metric", { label: "Economy" }).props).toMatchObject({ deltaColor: "good", deltaArrow: "up" });
  expect(app.get("table", 0).props.columns[0]?.name).toBe("Cylinders");
  const models = app.get("table", 1).props;
  expect(models.cells[0]).toHaveLength(5);
  expect(new Set(models.cells[2])).toEqual(new Set(["Japan"]));
});

test("a search finds names, and metric units turn miles into litres", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput").set("FIAT");
  app.get("toggle", { label: "Metric units" }).click();
  await app.run();
  for (const name of app.get("table", 1).props.cells[0] ?? []) expect(name).toMatch(/^Fiat/);
  expect(app.get("metric", { label: "Economy" }).props).toMatchObject({
    value: expect.stringMatching(/ l\/100 km$/) as string,
    deltaColor: "good",
    deltaArrow: "down",
  });
});

test("when no model is left it says so", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput").set("rivulet");
  await app.run();
  expect(app.get("alert").text).toMatch(/No model is left/);
});
