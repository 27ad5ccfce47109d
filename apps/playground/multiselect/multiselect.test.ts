import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a multiselect gives the page its own options, in the order in which they were chosen", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("aboard: pilot; to nowhere");
  app.get("multiselect", { key: "crew" }).set(["Mette", "Kari"]);
  app.get("multiselect", { label: "Ports" }).set(["Kiel", "Visby"]);
  await app.run();
  expect(app.texts()).toContain("aboard: cook, pilot; to Kiel, Visby");
});

test("what is gone from the options is dropped from the choice, the rest stays", async () => {
  let options = ["a", "b", "c"];
  await using app = await AppTest.fromFunction(() => void st.text(st.multiselect("x", options, { key: "x" }).map(String).join("")));
  await app.run();
  app.get("multiselect").set(["c", "a", "b"]);
  await app.run();
  expect(app.texts()).toContain("cab");
  options = ["b", "c", "d"];
  await app.run();
  expect(app.texts()).toContain("cb");
});

test("many options and many chosen ones", async () => {
  const options = Array.from({ length: 10_000 }, (_, i) => ({ id: i }));
  await using app = await AppTest.fromFunction(() => {
    const chosen = st.multiselect("x", options, { format: ({ id }) => `option ${id % 5000}`, key: "x" });
    st.text(`${chosen.length} chosen, last ${chosen.at(-1)?.id}`);
  });
  app.sessionState.x = options.slice(4990, 5010);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("20 chosen, last 5009");
});

test("[BM1] a multiselect refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of ["Kari", ["Nobody"], ["Kari", "Kari"], ["Kari", "Juhan", "Mette", "Olof"], [1], null]) await wire.send("Crew", bad);
  for (const bad of [[""], ["Oslo\u00000"], ["Visby", "Visby"]]) await wire.send("Ports", bad);
  await wire.send("Signals", []);
  expect(wire.client.texts()).toContain("aboard: pilot; to nowhere");
});

test("a multiselect's options are checked", async () => {
  expect(await badOptionOf(() => st.multiselect("x", ["a"], { value: ["b"] as never }))).toBe(
    'st.multiselect: value[0] must be one of the options, instead got "b".',
  );
  expect(await badOptionOf(() => st.multiselect("x", ["a"], { value: ["a", "a"] }))).toBe(
    "st.multiselect: value must be a list without repetitions, instead got an array of 2.",
  );
  expect(await badOptionOf(() => st.multiselect("x", ["a", "b"], { value: ["a", "b"], maxSelections: 1 }))).toBe(
    "st.multiselect: value must be at most 1 options (maxSelections), instead got an array of 2.",
  );
  expect(await badOptionOf(() => st.multiselect("x", ["a"], { maxSelections: 0 }))).toBe(
    "st.multiselect: maxSelections must be a whole number above 0, instead got 0.",
  );
  expect(await badOptionOf(() => st.multiselect("x", ["a"], { wrap: 1 as never }))).toBe(
    "st.multiselect: wrap must be true or false, instead got 1.",
  );
});
