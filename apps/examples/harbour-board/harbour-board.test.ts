import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

const figures = (app: AppTest) => app.getAll("metric").map(({ props }) => [props.label, props.value, props.delta]);
const chart = (app: AppTest, at: number) => String(app.getAll("html")[at]?.props.body);

test("shows the last evening of all berths at first", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(figures(app)).toEqual([
    ["Ships in port", "39", "-4"],
    ["Waiting", "2", "-2"],
    ["Mean stay", "18.6 h", "0.4 h"],
    ["Berths free", "11", "3"],
  ]);
  for (const { props } of app.getAll("metric")) expect(props.chartData).toHaveLength(14);
  expect(chart(app, 0).match(/stroke-width="2"/g)).toHaveLength(3);
  expect(chart(app, 0)).toContain("22 Nov");
  expect(chart(app, 1)).toMatch(/North \d+ of 20, South \d+ of 20, Old quay \d+ of 13/);
  expect(app.get("table").props.cells[0]).toHaveLength(6);
});

test("the filters change metrics, charts and ships", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("selectbox", { label: "Berth" }).set("South");
  await app.run();
  const south = figures(app);
  expect(chart(app, 0).match(/stroke-width="2"/g)).toHaveLength(1);
  expect(chart(app, 1)).not.toContain("North");
  expect(new Set(app.get("table").props.cells[1])).toEqual(new Set(["South"]));

  app.get("slider", { label: "Tide (cm)" }).set([0, 150]);
  app.get("multiselect", { label: "Flags" }).set(["medical"]);
  await app.run();
  const [inPort, , , free] = figures(app);
  expect(Number(inPort?.[1])).toBeLessThan(Number(south[0]?.[1]));
  expect(free?.[1], "places are taken by all ships").toBe(south[3]?.[1]);
  for (const flags of app.get("table").props.cells[4] ?? []) expect(flags).toContain("medical");
  for (const tide of app.get("table").props.cells[3] ?? []) expect(Number(tide)).toBeLessThanOrEqual(150);
  expect(app.errors).toEqual([]);
});

test("departures count, too, if they are asked for, and an earlier day is as it was", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const arrivals = chart(app, 0);
  app.get("toggle", { label: "Only arrivals" }).set(false);
  await app.run();
  expect(chart(app, 0)).not.toBe(arrivals);
  expect(app.get("table").props.columns.map(({ name }) => name)).toContain("Way");
  app.get("dateInput", { label: "Day" }).set("2026-10-15");
  await app.run();
  expect(app.texts()).toContain("Arrivals and departures until 15 Oct 2026, 18:00");
  expect(chart(app, 0)).toContain("15 Oct");
  for (const time of app.get("table").props.cells.at(-1) ?? []) expect(time).toMatch(/^1[45] Oct/);
});

test("without a flag it says what to do", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("multiselect", { label: "Flags" }).set([]);
  await app.run();
  expect(app.get("alert").text).toMatch(/No ship fits/);
  expect(app.getAll("metric")).toEqual([]);
});
