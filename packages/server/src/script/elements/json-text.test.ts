import { expect, test } from "vitest";
import { jsonText } from "./json-text.ts";

const shared = { a: 1 };

test.each([
  ["scalars", [1, "a", true, null, undefined], '[1,"a",true,null,"[undefined]"]'],
  ["numbers that JSON does not know", [Number.NaN, Infinity, -0], '["[NaN]","[Infinity]",0]'],
  ["bigints", [1n, 2n ** 70n], '[1,"1180591620717411303424"]'],
  ["functions, classes, symbols", [Math.max, class Ship {}, Symbol("x")], '["[function max]","[class Ship]","[Symbol(x)]"]'],
  [
    "maps with any keys",
    new Map<unknown, unknown>([
      ["a", 1],
      [{ b: 2 }, 3],
    ]),
    '{"a":1,"{\\"b\\":2}":3}',
  ],
  ["sets and typed arrays", [new Set([1]), new Uint8Array([2, 3])], "[[1],[2,3]]"],
  ["dates", [new Date(0), new Date(Number.NaN)], '["1970-01-01T00:00:00.000Z","[Invalid Date]"]'],
  ["errors and expressions", [new RangeError("deep"), /a+/g], '["[RangeError: deep]","[/a+/g]"]'],
  ["buffers", [new ArrayBuffer(3), new DataView(new ArrayBuffer(2))], '["[3 bytes]","[2 bytes]"]'],
  ["what knows its own JSON", { toJSON: () => ({ b: 2n }) }, '{"b":2}'],
  ["the same object twice", [shared, shared], '[{"a":1},{"a":1}]'],
  ["a key named __proto__", JSON.parse('{"__proto__": 1}'), '{"__proto__":1}'],
])("%s", (_, value, text) => {
  expect(jsonText(value)).toBe(text);
});

test("cycles end", () => {
  const ship: Record<string, unknown> = { crew: [] };
  (ship.crew as unknown[]).push({ ship });
  expect(jsonText(ship)).toBe('{"crew":[{"ship":"[Circular]"}]}');
});
