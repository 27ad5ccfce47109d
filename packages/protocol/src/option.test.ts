import { expect, test } from "vitest";
import { hasOption, optionIdAt, optionIds, optionIndex } from "./option.ts";

const labels = ["a", "b", "a", "", "a"];

test("an id leads back to its option, repeated labels included", () => {
  expect(optionIds(labels).map((id) => optionIndex(labels, id))).toEqual([0, 1, 2, 3, 4]);
  expect(labels.map((_, i) => optionIdAt(labels, i))).toEqual(optionIds(labels));
});

test.each(["c", "a\u00003", "b\u00001", "a\u0000-1", "a\u0000x", "a\u0000", "a\u00000", "a\u000001"])("%j names no option", (id) => {
  expect(hasOption(labels, id)).toBe(false);
});
