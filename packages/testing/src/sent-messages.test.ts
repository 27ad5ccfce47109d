import { expect, test } from "vitest";
import { SentMessages } from "./sent-messages.ts";

const rerun = (n: number) => ({ type: "rerun", n }) as const;

test("[BM2] what is not kept is said again, in order, as far as the server lacks it", () => {
  const sent = new SentMessages();
  for (let i = 0; i < 3; i++) sent.add(rerun);
  expect(sent.settle({ taken: 3 })).toBe(3);
  sent.save(1);
  expect(sent.repeat(1)).toEqual(['{"type":"rerun","n":2}', '{"type":"rerun","n":3}']);
  expect(sent.repeat(2)).toEqual(['{"type":"rerun","n":3}']);
  expect(sent.repeats).toBe(3);
  sent.save(3);
  expect(sent.repeat(0)).toEqual([]);
  expect(sent.repeats).toBe(0);
});

test("[BM2] what is said again is to be answered again", () => {
  const sent = new SentMessages();
  for (let i = 0; i < 3; i++) sent.add(rerun);
  expect(sent.settle({ taken: 3 })).toBe(3);
  expect(sent.repeat(1)).toHaveLength(2);
  expect(sent.answered).toBe(1);
  expect(sent.settle({ taken: 2 })).toBe(2);
  expect(sent.settle({ taken: 3 })).toBe(3);
});

test("a refused message counts as answered once those before it are", () => {
  const sent = new SentMessages();
  for (let i = 0; i < 4; i++) sent.add(rerun);
  sent.refuse(2);
  sent.refuse(3);
  expect(sent.settle({ taken: 0 })).toBe(0);
  expect(sent.settle({ taken: 1 })).toBe(3);
  expect(sent.repeat(1)).toEqual(['{"type":"rerun","n":4}']);
});

test("a new session counts anew", () => {
  const sent = new SentMessages();
  sent.add(rerun);
  sent.reset();
  expect(sent.repeat(0)).toEqual([]);
  expect(sent.add(rerun)).toBe('{"type":"rerun","n":1}');
});

test("[BM2] what was answered before others counts when those before it are answered", () => {
  const sent = new SentMessages();
  for (let i = 0; i < 5; i++) sent.add(rerun);
  expect(
    sent.settle({
      taken: 4,
      but: [
        [1, 1],
        [3, 3],
      ],
    }),
  ).toBe(0);
  expect([1, 2, 3, 4, 5].map((n) => sent.isAnswered(n))).toEqual([false, true, false, true, false]);
  expect(sent.settle({ taken: 4, but: [[3, 3]] })).toBe(2);
  sent.refuse(3);
  expect(sent.settle({ taken: 4, but: [[3, 3]] })).toBe(4);
  // A worker that the session has moved to knows of nothing else.
  expect(sent.settle({ taken: 1 })).toBe(4);
  expect(sent.settle({ taken: 5 })).toBe(5);
});
