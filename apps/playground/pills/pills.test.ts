import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);
const AT_FIRST = "nowhere; tug; high tide";

test("pills give the page its own options, one or in the order in which they were pressed", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain(AT_FIRST);
  app.get("pills", { key: "harbour" }).set("Riga");
  app.get("pills", { label: "Services" }).set(["waste", "pilot"]);
  app.get("pills", { label: "Tide" }).set("low");
  await app.run();
  expect(app.texts()).toContain("18 berths; waste, pilot; low tide");
  expect(app.sessionState.harbour).toEqual({ name: "Riga", berths: 18 });
  app.get("pills", { key: "harbour" }).set(null);
  app.get("pills", { label: "Services" }).set([]);
  await app.run();
  expect(app.texts()).toContain("nowhere; no services; low tide");
});

test("[BM1] pills refuse what cannot be pressed", async () => {
  await using wire = await openWire(page);
  for (const bad of ["Oslo", 0, ["Riga"], true]) await wire.send("Harbour", bad);
  for (const bad of [["tug", "tug"], ["crane"], "tug", null, [1]]) await wire.send("Services", bad);
  for (const bad of [null, "ebb", []]) await wire.send("Tide", bad);
  await wire.send("Closed", "North");
  expect(wire.client.texts()).toContain(AT_FIRST);
  await wire.send("Tide", "low");
  expect(wire.client.texts()).toContain("nowhere; tug; low tide");
});

test("what is gone from the options is released, the rest stays; another mode begins anew", async () => {
  let options = ["a", "b", "c"];
  let multi = true;
  await using app = await AppTest.fromFunction(() => {
    st.text(JSON.stringify(multi ? st.pills("x", options, { selectionMode: "multi", key: "x" }) : st.pills("x", options, { key: "x" })));
  });
  await app.run();
  app.get("pills").set(["c", "a"]);
  await app.run();
  expect(app.texts()).toContain('["c","a"]');
  options = ["b", "c"];
  await app.run();
  expect(app.texts()).toContain('["c"]');
  multi = false;
  await app.run();
  expect(app.texts()).toContain("null");
  app.get("pills").set("b");
  await app.run();
  multi = true;
  await app.run();
  expect(app.texts()).toContain("[]");
});

test("session state presses pills, and names what is none of them", async () => {
  await using app = await AppTest.fromFunction(() => {
    const one = st.pills("x", ["a", "b"], { key: "one" });
    const many = st.pills("y", ["a", "b"], { selectionMode: "multi", key: "many" });
    st.text(`${one} ${many.join("")}`);
  });
  app.sessionState.one = "b";
  app.sessionState.many = ["b", "a"];
  await app.run();
  expect(app.texts()).toContain("b ba");
  app.sessionState.one = null;
  app.sessionState.many = "a";
  await app.run();
  expect(app.errors).toMatchObject([
    { code: "RIVULET_WIDGET_STATE", message: 'st.sessionState.many holds "a", which is none of the options of st.pills.' },
  ]);
});

test("a callback gets what was pressed", async () => {
  const got: unknown[] = [];
  await using app = await AppTest.fromFunction(() => {
    st.pills("one", ["a", "b"], { onChange: (value) => void got.push(value) });
    st.pills("many", ["a", "b"], { selectionMode: "multi", onChange: (value) => void got.push(value) });
  });
  await app.run();
  app.get("pills", { label: "one" }).set("b");
  app.get("pills", { label: "many" }).set(["a"]);
  await app.run();
  expect(got).toEqual(["b", ["a"]]);
});

test("pills' options are checked", async () => {
  expect(await badOptionOf(() => st.pills("x", ["a"], { value: "b" as never }))).toBe(
    'st.pills: value must be one of the options, or null, instead got "b".',
  );
  expect(await badOptionOf(() => st.pills("x", ["a"], { selectionMode: "multi", value: "a" as never }))).toBe(
    'st.pills: value must be a list of options, instead got "a".',
  );
  expect(await badOptionOf(() => st.pills("x", ["a"], { selectionMode: "multi", value: ["a", "a"] }))).toBe(
    "st.pills: value must be a list without repetitions, instead got an array of 2.",
  );
  expect(await badOptionOf(() => st.pills("x", ["a"], { selectionMode: "both" as never }))).toBe(
    'st.pills: selectionMode must be "single" or "multi", instead got "both".',
  );
  expect(await badOptionOf(() => st.pills("x", ["a"], { selectionMode: "multi", required: true as never }))).toBe(
    'st.pills: required must be absent where selectionMode is "multi", instead got true.',
  );
  expect(await badOptionOf(() => st.pills("x", ["a"], { wrap: "no" as never }))).toBe(
    'st.pills: wrap must be true or false, instead got "no".',
  );
});
