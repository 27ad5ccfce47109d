import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("[SEC7] a burst of a second's worth passes, then only as many as time brings", () => {
  const bucket = new TokenBucket(10, 0);
  const burst = Array.from({ length: 12 }, () => bucket.take(0));
  expect(burst).toEqual([...Array.from({ length: 10 }, () => true), false, false]);
  expect(bucket.take(200)).toBe(false);
  expect(bucket.take(400)).toBe(true);
});

test("[SEC7] who goes on after the refusals is exhausted, who pauses is not", () => {
  const bucket = new TokenBucket(10, 0);
  for (let i = 0; i < 19; i++) bucket.take(0);
  expect(bucket.exhausted).toBe(false);
  bucket.take(0);
  expect(bucket.exhausted).toBe(true);
  bucket.take(1000);
  expect(bucket.exhausted).toBe(false);
});
