import { setTimeout as sleep } from "node:timers/promises";
import { Figures } from "../figure.ts";
import { openSessions, passSessions } from "../open-sessions.ts";
import { residentKilobytes } from "../process-memory.ts";
import { echo } from "../targets/echo.ts";
import { rivulet } from "../targets/rivulet.ts";
import type { Target, TargetClient } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const STEPS = [100, 500, 1000];
const LINES = 10;
/** Until a session without a browser is over on the page "leaving", and the server has noticed. */
const OVER = 3000;

/** Sessions that have run once and do nothing: what each adds to the server's resident memory. And what those leave behind that are over. */
export const memory: Scenario = async (targets, { quick }) => [
  ...(await idle(targets, quick ? STEPS.slice(0, 2) : STEPS)),
  ...(await (quick ? passed(300, 600) : passed(4000, 10_000))),
];

async function idle(targets: readonly Target[], steps: readonly number[]) {
  const figures = new Figures("memory");
  for (const target of targets) {
    const server = await target.start(LINES);
    // The first session pays for what all share.
    const first = await target.connect(server);
    for (let i = 0; i < 20; i++) await first.rerun();
    await first.close();
    const base = await settled(server.pid);
    const clients: TargetClient[] = [];
    for (const sessions of steps) {
      clients.push(...(await openSessions(target, server, sessions - clients.length)));
      figures.add(target.name, "KB", { [`a session, of ${sessions}`]: ((await settled(server.pid)) - base) / sessions });
    }
    await Promise.all(clients.map((client) => client.close()));
    await server.stop();
  }
  return figures.all;
}

/** The growth from one number of sessions opened and closed to another. */
async function passed(before: number, all: number) {
  const figures = new Figures("memory");
  for (const target of [echo, rivulet]) {
    const server = await target.start(LINES, "leaving");
    await passSessions(target, server, before);
    await sleep(OVER);
    const warm = await settled(server.pid);
    await passSessions(target, server, all - before);
    await sleep(OVER);
    figures.add(target.name, "KB", { [`growth from ${before} to ${all} sessions that came and went`]: (await settled(server.pid)) - warm });
    await server.stop();
  }
  return figures.all;
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
