import { expect, test } from "vitest";
import { createInterrupt, fragmentHash, interrupted, raiseFragment, raiseLatest, raiseStop, slotOf } from "./interrupt.ts";

test("[SR5] a newer request of the page supersedes what runs, page and fragments", () => {
  const interrupt = createInterrupt();
  raiseLatest(interrupt, 3);
  expect(interrupted(interrupt, 2)).toBe("superseded");
  expect(interrupted(interrupt, 2, fragmentHash("a"))).toBe("superseded");
  expect(interrupted(interrupt, 3)).toBeUndefined();
});

test("[SR5] a fragment's request supersedes an earlier run of that fragment alone", () => {
  const interrupt = createInterrupt();
  raiseLatest(interrupt, 1);
  raiseFragment(interrupt, 3, "a");
  expect(interrupted(interrupt, 1)).toBeUndefined();
  expect(interrupted(interrupt, 2, fragmentHash("a"))).toBe("superseded");
  expect(interrupted(interrupt, 2, fragmentHash("b"))).toBeUndefined();
  expect(interrupted(interrupt, 3, fragmentHash("a"))).toBeUndefined();
});

test("[SR9] a stop ends whatever was asked for up to it", () => {
  const interrupt = createInterrupt(7);
  raiseFragment(interrupt, 2, "a");
  raiseStop(interrupt, 2);
  expect(interrupted(interrupt, 2, fragmentHash("a"))).toBe("stopped");
  expect(interrupted(interrupt, 1)).toBe("stopped");
  expect(interrupted(interrupt, 3)).toBeUndefined();
  expect(slotOf(interrupt)).toBe(7);
});
