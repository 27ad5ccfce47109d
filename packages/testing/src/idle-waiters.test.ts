import { expect, test } from "vitest";
import { IdleWaiters } from "./idle-waiters.ts";

test("who waits is let go when its own message has had its effect, in any order of timeouts", async () => {
  const waiters = new IdleWaiters();
  const over: string[] = [];
  const first = waiters.wait(1, 60_000).then(() => over.push("first"));
  const second = waiters.wait(2, 60_000).then(() => over.push("second"));
  waiters.settle(1);
  await first;
  expect(over).toEqual(["first"]);
  waiters.settle(2);
  await second;
  expect(over).toEqual(["first", "second"]);
});

test("a short wait behind a long one still ends in time, and leaves the long one alone", async () => {
  const waiters = new IdleWaiters();
  const long = waiters.wait(1, 60_000);
  await expect(waiters.wait(1, 20)).rejects.toMatchObject({ code: "RIVULET_TEST_TIMEOUT" });
  waiters.settle(1);
  await expect(long).resolves.toBeUndefined();
});

test("a refused message ends only those who wait for it", async () => {
  const waiters = new IdleWaiters();
  const one = waiters.wait(1, 60_000);
  const two = waiters.wait(2, 60_000);
  waiters.refuse(2, new Error("refused"));
  await expect(two).rejects.toThrow("refused");
  waiters.settle(1);
  await expect(one).resolves.toBeUndefined();
});
