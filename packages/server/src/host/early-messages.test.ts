import { expect, test } from "vitest";
import { EarlyMessages } from "./early-messages.ts";

const rerun = (n: number) => ({ type: "rerun", n }) as const;

test("[SEC7] what comes before a welcome is limited by number", () => {
  const early = new EarlyMessages(1_000_000);
  for (let n = 1; n <= 100; n++) expect(early.add(rerun(n), 10)).toBe(true);
  expect(early.add(rerun(101), 10)).toBe(false);
  expect([...early].map(({ msg }) => "n" in msg && msg.n)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

test("[SEC7] what comes before a welcome is limited by bytes", () => {
  const early = new EarlyMessages(2000);
  expect([early.add(rerun(1), 1500), early.add(rerun(2), 501), early.add(rerun(3), 500)]).toEqual([true, false, true]);
  expect([...early].map(({ bytes }) => bytes)).toEqual([1500, 500]);
});
