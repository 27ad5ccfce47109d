import { expect, test } from "vitest";
import { filterOptions, fold } from "./filter-options.ts";

const cities = ["Albany", "New York", "Nyon", "Sydney", "Zürich", "São Paulo"];
const folded = cities.map(fold);
const find = (query: string, mode: "fuzzy" | "contains" | "prefix" | "none") => filterOptions(folded, query, mode).map((at) => cities[at]);

test("an empty query finds all in their order", () => {
  expect(find("  ", "fuzzy")).toEqual(cities);
});

test("fuzzy finds letters in order, a start before a word's start before the rest", () => {
  expect(find("ny", "fuzzy")).toEqual(["Nyon", "Albany", "New York", "Sydney"]);
  expect(find("york", "fuzzy")).toEqual(["New York"]);
  expect(find("nyk", "fuzzy")).toEqual(["New York"]);
});

test("case and accents do not matter", () => {
  expect(find("ZURICH", "prefix")).toEqual(["Zürich"]);
  expect(find("sao", "contains")).toEqual(["São Paulo"]);
});

test("contains and prefix find what they say", () => {
  expect(find("ny", "contains")).toEqual(["Albany", "Nyon"]);
  expect(find("ny", "prefix")).toEqual(["Nyon"]);
});

test("none filters nothing", () => {
  expect(find("ny", "none")).toEqual(cities);
});

test("fuzzy refuses letters out of order", () => {
  expect(find("kroy", "fuzzy")).toEqual([]);
});
