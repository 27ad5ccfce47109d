import { expect, test } from "vitest";
import { menuTarget } from "./menu-target.ts";

const labels = ["Edit", "Duplicate", "Export", "Ärger"];
const press = (key: string, at: number, held = {}) =>
  menuTarget({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, at, labels);

test("arrows go round", () => {
  expect([press("ArrowDown", 0), press("ArrowDown", 3), press("ArrowUp", 2), press("ArrowUp", 0)]).toEqual([1, 0, 1, 3]);
  expect([press("ArrowDown", -1), press("ArrowUp", -1)]).toEqual([0, 3]);
});

test("Home and End go to the ends", () => {
  expect([press("Home", 2), press("End", 0)]).toEqual([0, 3]);
});

test("a letter goes to the next item that begins with it, round the end", () => {
  expect([press("e", 0), press("E", 2), press("d", 1), press("ä", 0)]).toEqual([2, 0, 1, 3]);
});

test("other keys move nothing", () => {
  expect([press("x", 0), press(" ", 0), press("Enter", 0), press("e", 0, { ctrlKey: true })]).toEqual([-1, -1, -1, -1]);
  expect(menuTarget({ key: "ArrowDown", ctrlKey: false, metaKey: false, altKey: false }, -1, [])).toBe(-1);
});
