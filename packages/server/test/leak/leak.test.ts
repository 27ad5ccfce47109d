import { expect, test } from "vitest";
import { LeakServer, PLANTS, type LeakReport, type Plant } from "./leak-server.ts";
import { COURSES, runSessions, type Course } from "./sessions.ts";

/** Bytes that a session may leave behind, host and workers together. */
const BOUND = 1024;
/** Milliseconds for what ends a little later than its session: threads, the other side of a socket. */
const SETTLE = 3000;

const bug = process.env.RIVULET_PLANT as Plant | undefined;

test("[SR2] a session that has run and is over leaves nothing: 2000 sessions over real sockets", async () => {
  expect(await leaks(1000, bug)).toEqual([]);
}, 180_000);

test.each(PLANTS)(
  "[SR2] the leak suite goes red with a bug planted: %s",
  async (planted) => {
    expect(await leaks(200, planted)).not.toEqual([]);
  },
  120_000,
);

/** Runs sessions to their ends, and a second time as many; returns what those have left behind. */
async function leaks(count: number, plant: Plant | undefined): Promise<string[]> {
  await using server = await LeakServer.start(plant);
  const before = await runBatch(server, count, count);
  const after = await runBatch(server, count, 2 * count);
  const perSession = Math.round((sum(after.held) - sum(before.held)) / count);
  console.log(
    `leak ${plant ?? "suite"}: ${perSession} bytes a session over the second ${count}; ` +
      `held by host and workers before ${before.held.join(", ")}, after ${after.held.join(", ")}`,
  );
  const leftOpen = await moreOpen(server, before.resources);
  return [...(perSession > BOUND ? [`${perSession} bytes a session`] : []), ...leftOpen];
}

async function runBatch(server: LeakServer, count: number, total: number): Promise<LeakReport> {
  const ran = await runSessions(server.url, count);
  // Floors: each course was run often enough, and every session is over where it was at home.
  for (const course of Object.keys(COURSES) as Course[]) expect([course, ran[course] >= Math.floor(count / 100)]).toEqual([course, true]);
  // A session that has moved was opened, and is closed, in two workers.
  const isOver = async (): Promise<boolean> => {
    const { opened, closed, timers } = (await server.look()).counts;
    return opened >= total && closed === opened && timers === 0;
  };
  await expect.poll(isOver, { timeout: 20_000 }).toBe(true);
  return server.measure();
}

/** The kinds of resources (sockets, timers, ports, threads) of which a thread of the server has more open than before. */
async function moreOpen(server: LeakServer, before: LeakReport["resources"]): Promise<string[]> {
  const end = performance.now() + SETTLE;
  for (;;) {
    const { resources } = await server.look();
    const more = resources.flatMap((open, thread) =>
      Object.entries(open).flatMap(([kind, now]) => {
        const then = before[thread]?.[kind] ?? 0;
        return now > then ? [`thread ${thread} has ${now} times ${kind} open, before ${then}`] : [];
      }),
    );
    if (more.length === 0 || performance.now() > end) return more;
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
