import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const AT_FIRST = "8 knots, April to October, rope S";

test("a select slider gives the page its own option, or two", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(AT_FIRST);
  app.get("selectSlider", { key: "wind" }).set("storm");
  app.get("selectSlider", { label: "Season" }).set(["May", "May"]);
  app.get("selectSlider", { label: "Rope" }).set("L");
  await app.run();
  expect(app.texts()).toContain("48 knots, May to May, rope L");
  expect(app.sessionState.wind).toEqual({ name: "storm", knots: 48 });
});

test("[BM1] a select slider refuses what it cannot have", async () => {
  await using wire = await openWire(page);
  for (const bad of ["tornado", 1, null, ["calm", "gale"]]) await wire.send("Wind", bad);
  for (const bad of [["October", "April"], ["May"], ["May", "June", "July"], "May", ["May", null], ["May", "Smarch"]])
    await wire.send("Season", bad);
  await wire.send("Fixed", "fast");
  expect(wire.client.texts()).toContain(AT_FIRST);
  await wire.send("Season", ["January", "December"]);
  expect(wire.client.texts()).toContain("8 knots, January to December, rope S");
});

test("options that are lists are options, not ranges", async () => {
  const pairs = [
    [1, 2],
    [3, 4],
  ];
  await using app = await AppTest.fromFunction(
    () => void st.text(JSON.stringify(st.selectSlider("x", pairs, { format: (pair) => pair.join("-"), value: pairs[1] }))),
  );
  await app.run();
  expect(app.texts()).toContain("[3,4]");
});

test("a range of which an end is gone gives way to the initial one; session state sets both ends", async () => {
  let options = ["a", "b", "c", "d"];
  await using app = await AppTest.fromFunction(
    () => void st.text(st.selectSlider("x", options, { value: [options[0] ?? "", options[1] ?? ""], key: "x" }).join("")),
  );
  await app.run();
  app.sessionState.x = ["b", "d"];
  await app.run();
  expect(app.texts()).toContain("bd");
  options = ["z", "b", "c", "d"];
  await app.run();
  expect(app.texts()).toContain("bd");
  options = ["a", "b", "c"];
  await app.run();
  expect(app.texts()).toContain("ab");
  app.sessionState.x = ["c", "a"];
  await app.run();
  expect(app.errors).toMatchObject([{ code: "RIVULET_WIDGET_STATE" }]);
});

test("a select slider's options are checked", async () => {
  expect(await badOptionOf(() => st.selectSlider("x", []))).toBe(
    "st.selectSlider: options must be at least one option, instead got an array of 0.",
  );
  expect(await badOptionOf(() => st.selectSlider("x", ["a"], { value: "b" as never }))).toBe(
    'st.selectSlider: value must be one of the options, or two of them in their order, instead got "b".',
  );
  expect(await badOptionOf(() => st.selectSlider("x", ["a", "b"], { value: ["b", "a"] }))).toBe(
    "st.selectSlider: value must be one of the options, or two of them in their order, instead got an array of 2.",
  );
  expect(await badOptionOf(() => st.selectSlider("x", ["a", "b"], { value: ["a", "c" as never] }))).toBe(
    'st.selectSlider: value[1] must be one of the options, instead got "c".',
  );
});
