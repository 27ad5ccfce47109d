import { expect, test } from "vitest";
import { drawnRange, findChoices, prepareOptions } from "./choices.ts";

test("repeated labels are different choices", () => {
  const ids = prepareOptions(["a", "b", "a"]).choices.map(({ id }) => id);
  expect(ids).toEqual(["a", "b", "a\u00001"]);
});

test("a text that no option has is offered for adding, at the end", () => {
  const options = prepareOptions(["Pilot", "Fuel"]);
  expect(findChoices(options, "pi", "fuzzy", true).map(({ kind, label }) => [kind, label])).toEqual([
    ["option", "Pilot"],
    ["add", "pi"],
  ]);
  expect(findChoices(options, " pilot ", "fuzzy", true).map(({ kind }) => kind)).toEqual(["option"]);
  expect(findChoices(options, "pi", "fuzzy", false)).toHaveLength(1);
});

test("a long list draws 200 options, with the active one among them", () => {
  expect(drawnRange(10, 3)).toEqual([0, 10]);
  expect(drawnRange(10_000, -1)).toEqual([0, 200]);
  expect(drawnRange(10_000, 5000)).toEqual([4900, 5100]);
  expect(drawnRange(10_000, 9999)).toEqual([9800, 10_000]);
});
