import { Figures } from "../figure.ts";
import { summarize } from "../stats.ts";
import type { RunawayServer, Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** Stop pressed in an endless loop that calls nothing: until the page is idle, and until the click after that is answered. */
export const runaway: Scenario = async (targets, { quick }) => {
  const figures = new Figures("runaway");
  for (const target of targets) {
    if (target.runaway === undefined) continue;
    const { idle, answered, grace } = await measure(target.runaway, quick ? 3 : 20);
    figures.add(target.name, "ms", {
      "grace period": grace,
      "Stop to idle, p50": idle.p50,
      "Stop to idle, p95": idle.p95,
      "Stop to the next click's answer, p50": answered.p50,
      "Stop to the next click's answer, p95": answered.p95,
    });
  }
  return figures.all;
};

async function measure(start: NonNullable<Target["runaway"]>, samples: number) {
  const server: RunawayServer = await start();
  const client = await server.connect();
  const idle: number[] = [];
  const answered: number[] = [];
  for (let sample = 1; sample <= samples; sample++) {
    await client.runAway();
    const pressed = performance.now();
    await client.stop();
    idle.push(performance.now() - pressed);
    await client.increment(sample);
    answered.push(performance.now() - pressed);
  }
  await client.close();
  await server.stop();
  return { idle: summarize(idle), answered: summarize(answered), grace: server.grace };
}
