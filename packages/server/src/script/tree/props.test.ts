import { expect, test } from "vitest";
import { diffProps, hashProps, ownProps, sameProps, weightOf, wireProps } from "./props.ts";

test.each<[string, object, object, boolean]>([
  ["absent and undefined", { a: 1 }, { a: 1, b: undefined }, true],
  ["undefined and null", { a: undefined }, { a: null }, false],
  ["a prop more", { a: 1 }, { a: 1, b: 2 }, false],
  ["NaN", { a: NaN }, { a: NaN }, true],
  ["0 and -0, one number on the wire", { a: [0] }, { a: [-0] }, true],
  ["nested arrays", { a: [[1, "x"], { b: NaN }] }, { a: [[1, "x"], { b: NaN }] }, true],
  ["arrays of other length", { a: [1] }, { a: [1, 2] }, false],
  ["an array and an object", { a: [] }, { a: {} }, false],
  ["typed arrays", { a: new Float64Array([1, 2]) }, { a: new Float64Array([1, 2]) }, true],
  ["typed arrays of other values", { a: new Float64Array([1, 2]) }, { a: new Float64Array([1, 3]) }, false],
  ["typed arrays of other kinds", { a: new Uint8Array(8) }, { a: new Float64Array(1) }, false],
  ["a Buffer and its bytes", { a: Buffer.from([1]) }, { a: new Uint8Array([1]) }, true],
  ["dates", { a: new Date(5) }, { a: new Date(5) }, true],
  ["maps", { a: new Map([[1, [2]]]) }, { a: new Map([[1, [3]]]) }, false],
])("[FM3] props are compared by value: %s", (_, a, b, same) => {
  expect(sameProps(a as never, b as never)).toBe(same);
  expect(sameProps(b as never, a as never)).toBe(same);
});

test("[FM3] the own copy holds whatever a page does to its arrays later", () => {
  const cells = [["a"]];
  const bytes = new Uint8Array([1]);
  const props = { body: "x", cells, deep: { list: [{ n: 1 }] }, bytes, when: new Date(1) };
  const own = ownProps(props);
  expect(sameProps(own, props)).toBe(true);
  (cells[0] as string[])[0] = "b";
  bytes[0] = 2;
  props.when.setTime(2);
  expect(own).toMatchObject({ cells: [["a"]], bytes: new Uint8Array([1]), when: new Date(1) });
  expect(sameProps(own, props)).toBe(false);
});

test("[FM3] a difference names what was set, what is absent now, and the suffix of text that grew", () => {
  expect(diffProps(8, { a: 1, b: "x", c: "log", d: "same", e: "" }, { a: 2, b: undefined, c: "log line", d: "same", e: "new" })).toEqual({
    type: "props",
    id: 8,
    set: { a: 2, e: "new" },
    unset: ["b"],
    append: { c: " line" },
  });
  expect(diffProps(8, { a: [1], b: undefined }, { a: [1] })).toBeUndefined();
});

test("the wire never carries undefined", () => {
  expect(Object.keys(wireProps({ a: 1, b: undefined }))).toEqual(["a"]);
});

test("equal props hash equally in whatever order they come", () => {
  expect(hashProps("text", { body: "x", help: undefined, n: [1, "a"] })).toBe(hashProps("text", { n: [1, "a"], body: "x" }));
  expect(hashProps("text", { body: "x" })).not.toBe(hashProps("text", { body: "y" }));
  expect(hashProps("text", { body: "x" })).not.toBe(hashProps("code", { body: "x" }));
});

test("weight is counted up to the limit only", () => {
  expect(weightOf({ body: "x".repeat(100) }, 50)).toBeGreaterThan(50);
  expect(weightOf({ cells: Array.from({ length: 1e6 }, () => "x") }, 50)).toBeLessThan(100);
});
