import { setTimeout as sleep } from "node:timers/promises";
import { Figures } from "../figure.ts";
import { residentKilobytes } from "../process-memory.ts";
import type { Target, TargetClient } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const STEPS = [100, 500, 1000];
const LINES = 10;
const AT_ONCE = 10;

/** Sessions that have run once and do nothing: what each adds to the server's resident memory. */
export const memory: Scenario = async (targets, { quick }) => {
  const figures = new Figures("memory");
  for (const target of targets) {
    const points = await measure(target, quick ? STEPS.slice(0, 2) : STEPS);
    figures.add(target.name, "KB", points);
  }
  return figures.all;
};

async function measure(target: Target, steps: readonly number[]): Promise<Record<string, number>> {
  const server = await target.start(LINES);
  // The first session pays for what all share.
  const first = await target.connect(server);
  for (let i = 0; i < 20; i++) await first.rerun();
  await first.close();
  const base = await settled(server.pid);
  const clients: TargetClient[] = [];
  const points: Record<string, number> = {};
  for (const sessions of steps) {
    while (clients.length < sessions) clients.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => target.connect(server)))));
    points[`a session, of ${sessions}`] = ((await settled(server.pid)) - base) / sessions;
  }
  await Promise.all(clients.map((client) => client.close()));
  await server.stop();
  return points;
}

/** Memory once it has stopped moving, at most a few seconds from now. */
async function settled(pid: number): Promise<number> {
  let before = residentKilobytes(pid);
  for (let i = 0; i < 8; i++) {
    await sleep(750);
    const now = residentKilobytes(pid);
    if (Math.abs(now - before) < 256) return now;
    before = now;
  }
  return before;
}
