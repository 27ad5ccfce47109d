import { afterAll, beforeAll, expect, test } from "vitest";
import { chaos } from "./chaos.ts";
import { ChaosBuild, PLANTS, type Plant } from "./chaos-server.ts";

const bug = process.env.RIVULET_PLANT as Plant | undefined;
const seed = Number(process.env.RIVULET_SEED ?? Date.now() % 1_000_000);

let build: ChaosBuild;
beforeAll(async () => {
  build = await ChaosBuild.make();
});
afterAll(() => build[Symbol.dispose]());

test("[BM2] [FM5] [SR8] [WS2] whatever becomes of networks, workers and servers, every user sees what a fresh run would show", async () => {
  console.log(`chaos suite: RIVULET_SEED=${seed}`);
  const { violations, hits } = await chaos(build, { seed, sessions: 30, atOnce: 30, steps: 8, restarts: 2, bug });
  console.log(`chaos suite: ${JSON.stringify(hits)}`);
  expect(violations).toEqual([]);
}, 120_000);

test.each(PLANTS)("the chaos suite goes red with a bug planted: %s", async (planted) => {
  const { violations } = await chaos(build, { seed: 1, sessions: 6, atOnce: 6, steps: 30, restarts: 0, bug: planted });
  console.log(violations);
  expect(violations).not.toEqual([]);
});
