import { Packr } from "msgpackr";
import { expect, test } from "vitest";
import { decodeFrame, encodeFrame } from "./frame.ts";
import { readMessagePack } from "./message-pack.ts";

const packr = new Packr({ useRecords: false, encodeUndefinedAsNil: false, variableMapSize: true });
const back = (value: unknown) => readMessagePack(packr.pack(value));

test("every kind and size of value comes back as it was written", () => {
  const sizes = [0, 1, 15, 16, 31, 32, 33, 255, 256, 65_535, 65_536, 70_000];
  const values: unknown[] = [
    null,
    undefined,
    true,
    false,
    ...[0, 1, 127, 128, 255, 256, 65_535, 65_536, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 1e300, 0.1, -0.1, 1.5, Infinity, -Infinity, Number.NaN],
    ...[-1, -32, -33, -128, -129, -32_768, -32_769, -(2 ** 31), -(2 ** 31) - 1, -(2 ** 53) + 1],
    ...sizes.map((size) => "a".repeat(size)),
    ...sizes.map((size) => "é".repeat(size)),
    "Zoë 🚢 \u0000 \uFFFF",
    "\uFEFFwith a mark in front",
    ...sizes.map((size) => new Uint8Array(size).fill(7)),
    ...sizes.map((size) => Array.from({ length: size }, (_, i) => i)),
    ...sizes.filter((size) => size < 70_000).map((size) => Object.fromEntries(Array.from({ length: size }, (_, i) => [`k${i}`, i]))),
    { nested: [{ a: { b: [[], {}, [undefined, null]] } }] },
  ];
  for (const value of values) expect(back(value)).toEqual(value instanceof Uint8Array ? new Uint8Array(value) : value);
});

test("a name that is special in objects is a name like any other", () => {
  const value = back(JSON.parse('{"__proto__": 1, "constructor": 2}')) as object;
  expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("what encodeFrame never writes is refused by name", () => {
  expect(() => readMessagePack(Uint8Array.of(0xd5, 1, 2, 3))).toThrow("0xd5");
  expect(() => readMessagePack(Uint8Array.of(0xa5, 65))).not.toThrow("unknown");
});

test("bytes in the middle of a buffer are read from where they start", () => {
  const bytes = encodeFrame({ seq: 3, msgs: [{ type: "runStarted", run: 4 }] });
  const shifted = new Uint8Array(bytes.length + 10);
  shifted.set(bytes, 7);
  expect(decodeFrame(shifted.subarray(7, 7 + bytes.length))).toEqual({ seq: 3, msgs: [{ type: "runStarted", run: 4 }] });
});

test("it reads as msgpackr reads, whatever the value", () => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const text = () =>
    String.fromCodePoint(
      ...Array.from(
        { length: random(40) },
        () => [32 + random(90), 0xa0 + random(2000), 0x1f300 + random(200)][random(10) < 8 ? 0 : random(3)] as number,
      ),
    );
  const value = (depth: number): unknown => {
    switch (random(depth > 3 ? 6 : 8)) {
      case 0:
        return [null, true, false, undefined][random(4)];
      case 1:
        return random(2 ** 31) * (random(2) === 0 ? 1 : -1) * (random(3) === 0 ? 4096 : 1);
      case 2:
        return (random(2 ** 31) - 2 ** 30) / (1 + random(1000));
      case 3:
      case 4:
        return text();
      case 5:
        return Uint8Array.from({ length: random(300) }, () => random(256));
      case 6:
        return Array.from({ length: random(20) }, () => value(depth + 1));
      default:
        return Object.fromEntries(Array.from({ length: random(20) }, () => [text(), value(depth + 1)]));
    }
  };
  for (let i = 0; i < 500; i++) {
    const bytes = packr.pack(value(0));
    const theirs = JSON.stringify(plain(packr.unpack(bytes)));
    expect(JSON.stringify(plain(readMessagePack(bytes))), `seed ${seed}, value ${i}`).toBe(theirs);
  }
});

/** Bytes and undefined as JSON can show them. */
function plain(value: unknown): unknown {
  if (value === undefined) return "<undefined>";
  if (value instanceof Uint8Array) return [...value];
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
  return value;
}
