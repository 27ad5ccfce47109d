import { setTimeout as sleep } from "node:timers/promises";
import { timeClick, withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { summarize } from "../stats.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [10, 100, 1000];
/** A user's clicks do not queue up. */
const GAP = 60;

/** A real click in Chromium: how long until the changed text is in the document. */
export const click: Scenario = async (targets, { quick }) => {
  const figures = new Figures("click to DOM");
  const rounds = quick ? 1 : 2;
  const samples = quick ? 10 : 30;
  for (const lines of SIZES) {
    const times = new Map<Target, number[]>(targets.map((target) => [target, []]));
    for (let round = 0; round < rounds; round++) for (const [target, done] of times) done.push(...(await measure(target, lines, samples)));
    for (const [target, done] of times) {
      const { p50, p95 } = summarize(done);
      figures.add(target.name, "ms", { [`${lines} elements, p50`]: p50, [`${lines} elements, p95`]: p95 });
    }
  }
  return figures.all;
};

async function measure(target: Target, lines: number, samples: number): Promise<number[]> {
  const server = await target.start(lines);
  const times = await withBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => window.bench.ready);
    const measured: number[] = [];
    const warmUp = 5;
    for (let count = 1; count <= samples + warmUp; count++) {
      const time = await timeClick(page, `count: ${count}.`);
      if (count > warmUp) measured.push(time);
      await sleep(GAP);
    }
    return measured;
  });
  await server.stop();
  return times;
}
