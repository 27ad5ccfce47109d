import { expect, test } from "vitest";
import { Choice } from "./choice.ts";

const ships = [{ name: "Ida" }, { name: "Olga" }, { name: "Ida" }];
const named = new Choice("st.selectbox", ships, (ship) => ship.name);

test("an option is found by itself, by an equal one, and by its id", () => {
  expect(ships.map((ship) => named.idOf(ship))).toEqual(["Ida", "Olga", "Ida\u00001"]);
  expect(named.idOf({ name: "Olga" })).toBe("Olga");
  expect(named.idOf({ name: "Emma" })).toBeUndefined();
  expect(named.idOf({})).toBeUndefined();
  expect(named.idOf("Ida")).toBeUndefined();
  expect(named.valueOf("Ida\u00001", false)).toBe(ships[2]);
  expect(named.valueOf("Emma", false)).toBeUndefined();
});

test("many ids lead to what each alone leads to", () => {
  const many = new Choice(
    "st.multiselect",
    Array.from({ length: 40 }, (_, i) => i),
    (i) => `option ${i % 30}`,
  );
  const ids = many.options.map((option) => many.idOf(option) as string);
  expect(many.valuesOf([...ids, "new"], true)).toEqual([...many.options, "new"]);
  expect(ids.map((id) => many.valueOf(id, false))).toEqual([...many.options]);
});

test("options without format are shown as text", () => {
  const options = [1, "b", true, null, 5n, new Date("2026-11-22T00:00:00Z"), new URL("https://example.org/")];
  expect(new Choice("st.radio", options, undefined).labels).toEqual(["1", "b", "true", "null", "5", "2026-11-22", "https://example.org/"]);
});

test("an accepted text that is no option is its own id", () => {
  const choice = new Choice("st.selectbox", ["a"], undefined);
  expect([choice.idOf("a", true), choice.idOf("b", true), choice.idOf("b"), choice.idOf(5, true)]).toEqual([
    "a",
    "b",
    undefined,
    undefined,
  ]);
});
