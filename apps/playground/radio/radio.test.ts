import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a radio group gives the page the chosen option", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("First watch on a ketch, no rope yet");
  app.get("radio", { label: "Watch" }).set("Middle");
  app.get("radio", { label: "Rope in mm" }).set("10");
  await app.run();
  expect(app.texts()).toContain("Middle watch on a ketch, rope of 10 mm");
});

test("[BM1] a radio group refuses what is none of its options", async () => {
  await using wire = await openWire(page);
  for (const bad of ["Dog", 1, null, []]) await wire.send("Watch", bad);
  await wire.send("Bunk", "lower");
  expect(wire.client.texts()).toContain("First watch on a ketch, no rope yet");
});

test("a radio group's options are checked", async () => {
  expect(await badOptionOf(() => st.radio("x", []))).toContain("at least one option");
  expect(await badOptionOf(() => st.radio("x", ["a"], { value: "b" as never }))).toBe(
    'st.radio: value must be one of the options, or null, instead got "b".',
  );
  expect(await badOptionOf(() => st.radio("x", ["a"], { captions: ["1", "2"] }))).toBe(
    "st.radio: captions must be at most 1 strings, one an option, instead got an array of 2.",
  );
  expect(await badOptionOf(() => st.radio("x", ["a"], { horizontal: "yes" as never }))).toBe(
    'st.radio: horizontal must be true or false, instead got "yes".',
  );
});
