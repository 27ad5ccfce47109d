import { expect, test } from "vitest";
import { readBackMsg } from "./read-back-msg.ts";

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);
const update = (value: unknown) => JSON.stringify({ type: "update", n: 3, seen: 1, values: [["w", value]] });

test("[FM1] a good message is read, and unknown fields are dropped", () => {
  expect(readBackMsg('{"type":"rerun","n":2,"extra":true}', 4)).toEqual({ ok: true, msg: { type: "rerun", n: 2 } });
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '"x"',
  "{}",
  '{"type":"constructor"}',
  '{"type":"update","n":1}',
  '{"type":"rerun","n":-1}',
  '{"type":"ack","seq":1.5}',
])("[FM1] %s is refused", (text) => {
  expect(readBackMsg(text, 4)).toMatchObject({ ok: false });
});

test("[SEC7] values may be nested to the limit and no deeper", () => {
  expect(readBackMsg(update(nested(4)), 4)).toMatchObject({ ok: true });
  expect(readBackMsg(update(nested(5)), 4)).toMatchObject({ ok: false, n: 3 });
});

test("[SEC7] half a megabyte of brackets is refused without a stack overflow", () => {
  const text = `{"type":"update","n":3,"seen":1,"values":[["w",${"[".repeat(250_000)}${"]".repeat(250_000)}]]}`;
  expect(readBackMsg(text, 32)).toMatchObject({ ok: false });
});
