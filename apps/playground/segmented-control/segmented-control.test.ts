import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const AT_FIRST = "map, no zoom, 10 20";

test("a segmented control gives the page its own options", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(AT_FIRST);
  app.get("segmentedControl", { key: "view" }).set("list");
  app.get("segmentedControl", { label: "Zoom" }).set(":material/zoom_in:");
  app.get("segmentedControl", { label: "Days" }).set(["Sun", "Mon"]);
  await app.run();
  expect(app.texts()).toContain("list, :material/zoom_in:, 70 10");
});

test("icons among the options travel along", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const { icons = {} } = app.get("segmentedControl", { label: "Zoom" }).props;
  expect(Object.keys(icons).sort()).toEqual(["zoom_in", "zoom_out", "zoom_out_map"]);
});

test("[BM1] a segmented control refuses what cannot be pressed", async () => {
  await using wire = await openWire(page);
  for (const bad of [null, "globe", 1, ["list"]]) await wire.send("View", bad);
  for (const bad of ["zoom", []]) await wire.send("Zoom", bad);
  for (const bad of [null, "Mon", ["Mon", "Mon"], [1], ["Someday"]]) await wire.send("Days", bad);
  await wire.send("Locked", "open");
  expect(wire.client.texts()).toContain(AT_FIRST);
  await wire.send("View", "timeline");
  expect(wire.client.texts()).toContain("timeline, no zoom, 10 20");
});

test("a required choice without a value starts with none and then has one", async () => {
  await using app = await AppTest.fromFunction(() => void st.text(`${st.segmentedControl("x", ["a", "b"], { required: true, key: "x" })}`));
  await app.run();
  expect(app.texts()).toContain("null");
  app.get("segmentedControl").set("b");
  await app.run();
  expect(app.texts()).toContain("b");
  app.sessionState.x = null;
  await app.run();
  expect(app.errors).toMatchObject([{ code: "RIVULET_WIDGET_STATE" }]);
});

test("a segmented control's options are checked", async () => {
  expect(await badOptionOf(() => st.segmentedControl("x", ["a"], { required: 1 as never }))).toBe(
    "st.segmentedControl: required must be true or false, instead got 1.",
  );
  expect(await badOptionOf(() => st.segmentedControl("x", [{ a: 1 }]))).toBe(
    "st.segmentedControl: format must be given when options are objects: a function that gives an option's label, instead got undefined.",
  );
});
