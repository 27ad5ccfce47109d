import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("a selectbox gives the page its own option", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toContain("Bergen has 12 berths; nothing on deck 2, flag of Malta");
  app.get("selectbox", { label: "Port" }).set("Riga, Latvia");
  app.get("selectbox", { key: "cargo" }).set("timber");
  app.get("selectbox", { label: "Flag" }).set("Panama");
  app.get("selectbox", { label: "Deck" }).set("3");
  await app.run();
  expect(app.texts()).toContain("Riga has 18 berths; timber on deck 3, flag of Panama");
  app.get("selectbox", { key: "cargo" }).set(null);
  await app.run();
  expect(app.texts()).toContain("Riga has 18 berths; nothing on deck 3, flag of Panama");
});

test("a choice survives other options around it, and falls back when it is gone", async () => {
  let options = ["a", "b"];
  await using app = await AppTest.fromFunction(() => void st.text(st.selectbox("x", options, { key: "x" })));
  await app.run();
  app.get("selectbox").set("b");
  await app.run();
  options = ["c", "b", "a"];
  await app.run();
  expect(app.texts()).toContain("b");
  options = ["c", "a"];
  await app.run();
  expect(app.texts()).toContain("c");
});

test("equal labels are different options", async () => {
  const ships = [
    { id: 1, name: "Ida" },
    { id: 2, name: "Ida" },
  ];
  await using app = await AppTest.fromFunction(
    () => void st.text(String(st.selectbox("Ship", ships, { format: (ship) => ship.name, value: ships[1] }).id)),
  );
  await app.run();
  expect(app.texts()).toContain("2");
});

test("session state chooses an option by an equal object, and names what is none", async () => {
  const ships = [{ name: "Ida" }, { name: "Olga" }];
  await using app = await AppTest.fromFunction(
    () => void st.text(st.selectbox("Ship", ships, { format: (ship) => ship.name, key: "ship" }) === ships[1] ? "Olga herself" : "another"),
  );
  app.sessionState.ship = { name: "Olga" };
  await app.run();
  expect(app.texts()).toContain("Olga herself");
  app.sessionState.ship = { name: "Emma" };
  await app.run();
  expect(app.errors).toMatchObject([
    { code: "RIVULET_WIDGET_STATE", message: "st.sessionState.ship holds an object, which is none of the options of st.selectbox." },
  ]);
});

test("[BM1] a selectbox refuses what is none of its options", async () => {
  await using wire = await openWire(page);
  for (const bad of ["Oslo", 1, null, ["Riga, Latvia"], "Riga, Latvia\u00001"]) await wire.send("Port", bad);
  for (const bad of ["", "x".repeat(1001), "Malta\u00001", null]) await wire.send("Flag", bad);
  expect(wire.client.texts()).toContain("Bergen has 12 berths; nothing on deck 2, flag of Malta");
});

test("a selectbox's options are checked", async () => {
  expect(await badOptionOf(() => st.selectbox("x", []))).toBe(
    "st.selectbox: options must be at least one option (or give `value: null`), instead got an array of 0.",
  );
  expect(await badOptionOf(() => st.selectbox("x", ["a"], { value: "b" as never }))).toBe(
    'st.selectbox: value must be one of the options, or null, instead got "b".',
  );
  expect(await badOptionOf(() => st.selectbox("x", [{ a: 1 }]))).toBe(
    "st.selectbox: format must be given when options are objects: a function that gives an option's label, instead got undefined.",
  );
  expect(await badOptionOf(() => st.selectbox("x", "abc" as never))).toBe(
    'st.selectbox: options must be a list of options, instead got "abc".',
  );
  expect(await badOptionOf(() => st.selectbox("x", ["a"], { filterMode: "best" as never }))).toBe(
    'st.selectbox: filterMode must be "fuzzy", "contains", "prefix" or "none", instead got "best".',
  );
  expect(await badOptionOf(() => st.selectbox("x", ["a"], { acceptNewOptions: "yes" as never }))).toBe(
    'st.selectbox: acceptNewOptions must be true or false, instead got "yes".',
  );
});
