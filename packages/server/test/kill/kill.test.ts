import { expect, test } from "vitest";
import { killWorkers } from "./kill.ts";
import { PLANTS, type Plant } from "./plants.ts";

const bug = process.env.RIVULET_PLANT as Plant | undefined;
const seeds = process.env.RIVULET_SEED === undefined ? [Date.now() % 1_000_000] : [Number(process.env.RIVULET_SEED)];

test.each(seeds)("[SR8] whenever workers are killed, every session shows what it would show without: seed %i", async (seed) => {
  console.log(`kill suite: RIVULET_SEED=${seed}`);
  const { violations, hits } = await killWorkers({ seed, sessions: 6, steps: 16, bug });
  console.log(`kill suite: ${JSON.stringify(hits)}`);
  expect(violations).toEqual([]);
  const { kills = 0, inFlight = 0 } = hits;
  expect(inFlight).toBeGreaterThanOrEqual(kills / 3);
  for (const [what, floor] of Object.entries({ kills: 15, idle: 5, computing: 5, failed: 5, repeated: 2, callbacks: 2, fragments: 1 })) {
    expect([what, (hits[what] ?? 0) >= floor]).toEqual([what, true]);
  }
});

test.each(PLANTS)("[SR8] the kill suite goes red with a bug planted: %s", async (planted) => {
  const { violations } = await killWorkers({ seed: 1, sessions: 4, steps: 12, bug: planted });
  expect(violations).not.toEqual([]);
});
