import { Figures } from "../figure.ts";
import { median, summarize } from "../stats.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [10, 100, 1000];

/** One session over a raw socket, one click after the other: how long until the run has ended, and what it sent. */
export const rerun: Scenario = async (targets, { quick }) => {
  const figures = new Figures("rerun");
  const rounds = quick ? 1 : 3;
  const samples = quick ? 100 : 500;
  for (const lines of SIZES) {
    const results = new Map<Target, Round[]>(targets.map((target) => [target, []]));
    for (let round = 0; round < rounds; round++) {
      for (const [target, done] of results) done.push(await measure(target, lines, samples));
    }
    for (const [target, done] of results) {
      figures.add(target.name, "ms", {
        [`${lines} elements, p50`]: median(done.map(({ p50 }) => p50)),
        [`${lines} elements, p95`]: median(done.map(({ p95 }) => p95)),
      });
      figures.add(target.name, "B", { [`${lines} elements, bytes`]: median(done.map(({ bytes }) => bytes)) });
    }
  }
  return figures.all;
};

interface Round {
  readonly p50: number;
  readonly p95: number;
  readonly bytes: number;
}

async function measure(target: Target, lines: number, samples: number): Promise<Round> {
  const server = await target.start(lines);
  const client = await target.connect(server);
  for (let i = 0; i < Math.min(samples, 200); i++) await client.rerun();
  const before = client.bytes;
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const start = performance.now();
    await client.rerun();
    times.push(performance.now() - start);
  }
  const { p50, p95 } = summarize(times);
  const bytes = (client.bytes - before) / samples;
  await client.close();
  await server.stop();
  return { p50, p95, bytes };
}
