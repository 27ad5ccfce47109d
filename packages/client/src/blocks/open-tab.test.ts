import { expect, test } from "vitest";
import { openTab } from "./open-tab.ts";

test("the chosen tab is open while it exists, then the initial one, then the first", () => {
  const labels = ["a", "b", "c"];
  expect(openTab(labels, labels, { chosen: "c", initial: "b" })).toBe("c");
  expect(openTab(labels, labels, { chosen: "gone", initial: "b" })).toBe("b");
  expect(openTab(labels, labels, { chosen: undefined, initial: "gone" })).toBe("a");
  expect(openTab(labels, labels, { chosen: undefined, initial: undefined })).toBe("a");
  expect(openTab([], [], { chosen: undefined, initial: undefined })).toBeUndefined();
});
