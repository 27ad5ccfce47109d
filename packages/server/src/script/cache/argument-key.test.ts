import { expect, test } from "vitest";
import { argumentKey } from "./argument-key.ts";

const key = (...args: unknown[]): string => argumentKey("load(...)", args, (i) => `argument ${i + 1}`);
const loop = (): unknown => {
  const list: unknown[] = [1];
  list.push({ list });
  return list;
};

const EQUAL: readonly (readonly [name: string, a: readonly unknown[], b: readonly unknown[]])[] = [
  ["objects, whatever the order of keys", [{ a: 1, b: [2] }], [{ b: [2], a: 1 }]],
  ["objects without a prototype", [Object.assign(Object.create(null), { a: 1 })], [{ a: 1 }]],
  ["NaN", [Number.NaN], [Number.NaN]],
  ["dates", [new Date(5)], [new Date(5)]],
  ["maps, whatever their order", [new Map([["a", 1] as const, ["b", 2] as const])], [new Map([["b", 2] as const, ["a", 1] as const])]],
  ["sets, whatever their order", [new Set([1, { a: 2 }])], [new Set([{ a: 2 }, 1])]],
  ["typed arrays over different buffers", [new Float32Array([1, 2])], [new Float32Array([0, 1, 2]).subarray(1)]],
  ["regular expressions", [/a/g], [/a/g]],
  ["what is not given and undefined", [1], [1, undefined]],
  ["objects that contain themselves", [loop()], [loop()]],
  ["long texts", ["x".repeat(1000)], ["x".repeat(1000)]],
];

test.each(EQUAL)("equal: %s", (_, a, b) => {
  expect(key(...a)).toBe(key(...b));
});

test("everything else differs from everything else", () => {
  const values: readonly (readonly unknown[])[] = [
    [],
    [null],
    [undefined, 1],
    [0],
    [-0],
    [1],
    ["1"],
    [1n],
    [true],
    [false],
    ["true"],
    [""],
    [Number.NaN],
    [Infinity],
    [[]],
    [{}],
    [new Map()],
    [new Set()],
    [new Date(1)],
    [new Date(Number.NaN)],
    [/1/],
    [/1/i],
    [[1]],
    [["1"]],
    [1, 2],
    [[1, 2]],
    [[1], 2],
    [[2, 1]],
    [{ a: 1 }],
    [{ a: undefined }],
    [{ a: { b: 1 } }],
    [{ b: { a: 1 } }],
    ["a", "b"],
    ["ab"],
    ["a,b"],
    [["a", "b"]],
    [[undefined]],
    // oxlint-disable-next-line no-sparse-arrays -- a hole is what this is about
    [[,]],
    [new Map([["a", 1]])],
    [new Set(["a", 1])],
    [new Uint8Array([1])],
    [new Int8Array([1])],
    [new Uint8Array([1]).buffer],
    [new Uint16Array([1])],
    [loop()],
    ["x".repeat(1000)],
    ["x".repeat(1001)],
  ];
  const keys = values.map((args) => key(...args));
  expect(new Set(keys).size).toBe(values.length);
  for (const one of keys) expect(one.length).toBeLessThanOrEqual(200);
});

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

class Point {
  x = 1;
}
class Registry extends Map<string, number> {}

test.each([
  ["a function", [() => 1], "argument 1 is the function (anonymous)"],
  ["a class instance", [1, new Point()], "argument 2 is an instance of Point"],
  ["an instance of a class of one's own above Map", [new Registry()], "argument 1 is an instance of Registry"],
  ["a proxy", [new Proxy({}, {})], "argument 1 is a Proxy"],
  ["what is nested too deeply", [nested(2000)], "... is nested more than 500 levels deep"],
  ["a promise, deep inside", [{ a: [0, Promise.resolve(1)] }], "argument 1.a[1] is a promise"],
  ["a symbol in a map", [new Map([["k", Symbol("s")]])], 'argument 1.get("k") is Symbol(s)'],
])("what cannot be compared is refused with its path: %s", (_, args, culprit) => {
  expect(() => key(...args)).toThrow(
    expect.objectContaining({
      code: "RIVULET_CACHE_ARGUMENT",
      message: expect.stringContaining(culprit),
    }),
  );
});
