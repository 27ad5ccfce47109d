import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a checkbox gives the page whether it is checked", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("tides: true, wind: false");
  app.get("checkbox", { key: "wind" }).set(true);
  app.get("checkbox", { label: "Tides" }).click();
  await app.run();
  expect(app.texts()).toContain("tides: false, wind: true");
});

test("[BM1] a checkbox refuses what is neither true nor false", async () => {
  await using wire = await openWire(page);
  for (const bad of [1, "true", null, []]) await wire.send("Tides", bad);
  await wire.send("Ship movements", false);
  expect(wire.client.texts()).toContain("tides: true, wind: false");
});

test("a checkbox's options are checked", async () => {
  expect(await badOptionOf(() => st.checkbox("Tides", { onChange: "rerun" as never }))).toBe(
    'st.checkbox: onChange must be a function, instead got "rerun".',
  );
  expect(await badOptionOf(() => st.checkbox("Tides", { labelVisibility: "none" as never }))).toBe(
    'st.checkbox: labelVisibility must be "visible", "hidden" or "collapsed", instead got "none".',
  );
  expect(await badOptionOf(() => st.checkbox("Tides", { disabled: 1 as never }))).toBe(
    "st.checkbox: disabled must be true or false, instead got 1.",
  );
  expect(await badOptionOf(() => st.checkbox("Tides", { value: 1 as never }))).toBe(
    "st.checkbox: value must be true or false, instead got 1.",
  );
});
