import { Figures } from "../figure.ts";
import { median } from "../stats.ts";
import type { Target, TargetClient } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

interface Times {
  readonly cold: number;
  readonly warm: number;
  readonly pairCold: number;
  readonly pairWarm: number;
}

/** A custom thread's start: the first one of a server right after the first run, and later ones; and two that wait for 1 s each. */
export const threads: Scenario = async (targets, { quick }) => {
  const figures = new Figures("threads");
  const rounds = quick ? 1 : 3;
  const samples = quick ? 20 : 200;
  const results = new Map<Target, Times[]>(targets.map((target) => [target, []]));
  for (let round = 0; round < rounds; round++) for (const [target, done] of results) done.push(await measure(target, samples));
  for (const [target, done] of results) {
    figures.add(target.name, "ms", {
      "first call": median(done.map(({ cold }) => cold)),
      "later call": median(done.map(({ warm }) => warm)),
      "two of 1 s, first click to end": median(done.map(({ pairCold }) => pairCold)),
      "two of 1 s, later click to end": median(done.map(({ pairWarm }) => pairWarm)),
    });
  }
  return figures.all;
};

async function measure(target: Target, samples: number): Promise<Times> {
  const [cold, warm] = await onServer(target, async (client) => {
    const times: number[] = [];
    for (let i = 0; i <= samples; i++) {
      await client.rerun("One thread");
      times.push(Number(client.said(/took ([\d.]+) ms/)));
    }
    const [first = Number.NaN, ...later] = times;
    return [first, median(later)];
  });
  const [pairCold, pairWarm] = await onServer(target, async (client) => [await pair(client), await pair(client)]);
  return { cold, warm, pairCold, pairWarm };
}

async function pair(client: TargetClient): Promise<number> {
  const start = performance.now();
  await client.rerun("Two threads");
  return performance.now() - start;
}

/** Measures with the first session of a server of its own. */
async function onServer(target: Target, body: (client: TargetClient) => Promise<[number, number]>): Promise<[number, number]> {
  const server = await target.start(10, "threads");
  const client = await target.connect(server);
  const times = await body(client);
  await client.close();
  await server.stop();
  return times;
}
