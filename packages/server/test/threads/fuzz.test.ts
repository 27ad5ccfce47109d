import { expect, test } from "vitest";
import { fuzz } from "./fuzz.ts";
import { PLANTS, type Plant } from "./plants.ts";

const bug = process.env.RIVULET_PLANT as Plant | undefined;
const seeds = process.env.RIVULET_SEED === undefined ? [1, Date.now() % 1_000_000] : [Number(process.env.RIVULET_SEED)];

test.each(seeds)("[TH6] whatever happens, every element and value carries its own session's and run's mark: seed %i", async (seed) => {
  console.log(`threads fuzz: RIVULET_SEED=${seed}`);
  const { violations, hits } = await fuzz({ seed, steps: 110, bug });
  console.log(`threads fuzz: ${JSON.stringify(hits)}`);
  expect(violations).toEqual([]);
  for (const [what, floor] of Object.entries({
    checked: 45,
    joined: 25,
    stale: 8,
    cancelled: 4,
    drained: 8,
    started: 15,
    stopped: 2,
    closed: 2,
  })) {
    expect([what, (hits[what] ?? 0) >= floor]).toEqual([what, true]);
  }
});

test.each(PLANTS)("[TH6] the fuzz goes red with a bug planted: %s", async (planted) => {
  const { violations } = await fuzz({ seed: 1, steps: 70, bug: planted });
  expect(violations).not.toEqual([]);
});
