import { setTimeout as sleep } from "node:timers/promises";
import { Figures } from "../figure.ts";
import { median, summarize } from "../stats.ts";
import type { Target, TargetClient, TargetServer } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** Enough sessions beside one that some are at home in the same thread. */
const NEIGHBOURS = 4;
/** A user's clicks do not queue up. */
const GAP = 25;

/** What a session that computes costs others: two that compute at once, and the small runs of the neighbours of one. */
export const cpu: Scenario = async (targets, options) => [...(await parallel(targets, options)), ...(await neighbours(targets, options))];

/** Two sessions with about 2 s of work each: on two cores they should take as long as one. */
const parallel: Scenario = async (targets, { quick }) => {
  const figures = new Figures("cpu, in parallel");
  for (const target of targets) {
    const server = await target.start(10, "cpu");
    const clients = [await target.connect(server), await target.connect(server)];
    await burn(clients);
    const alone: number[] = [];
    const both: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      alone.push(await burn(clients.slice(0, 1)));
      both.push(await burn(clients));
    }
    figures.add(target.name, "ms", { "one session": median(alone), "two at once": median(both) });
    figures.add(target.name, "", { "two : one": median(both) / median(alone) });
    await end(server, clients);
  }
  return figures.all;
};

/** Small runs while another session computes for 5 s, of the session that fares worst. */
const neighbours: Scenario = async (targets, { quick }) => {
  const figures = new Figures("cpu, neighbours");
  for (const target of targets) {
    const server = await target.start(10, "cpu");
    const [busy, ...others] = (await connectAll(target, server, NEIGHBOURS + 1)) as [TargetClient, ...TargetClient[]];
    for (const client of others) for (let i = 0; i < 50; i++) await client.rerun();
    const quiet: number[] = [];
    const burdened: number[] = [];
    for (let round = 0; round < (quick ? 1 : 3); round++) {
      quiet.push(await worst(others, sleep(quick ? 2000 : 5000)));
      burdened.push(await worst(others, busy.rerun("Burn 5 s")));
    }
    figures.add(target.name, "ms", { "quiet, p95": median(quiet), "while another computes, p95": median(burdened) });
    figures.add(target.name, "", { "busy : quiet": median(burdened) / median(quiet) });
    await end(server, [busy, ...others]);
  }
  return figures.all;
};

async function burn(clients: readonly TargetClient[]): Promise<number> {
  const start = performance.now();
  await Promise.all(clients.map((client) => client.rerun("Burn work")));
  return performance.now() - start;
}

/** The highest p95 of the small runs that clients make until something is over. */
async function worst(clients: readonly TargetClient[], until: Promise<unknown>): Promise<number> {
  let over = false;
  const ended = until.then(() => (over = true));
  const p95s = await Promise.all(
    clients.map(async (client) => {
      const times: number[] = [];
      while (!over) {
        const start = performance.now();
        await client.rerun();
        times.push(performance.now() - start);
        await sleep(GAP);
      }
      return summarize(times).p95;
    }),
  );
  await ended;
  return Math.max(...p95s);
}

async function connectAll(target: Target, server: TargetServer, count: number): Promise<TargetClient[]> {
  const clients: TargetClient[] = [];
  while (clients.length < count) clients.push(await target.connect(server));
  return clients;
}

async function end(server: TargetServer, clients: readonly TargetClient[]): Promise<void> {
  await Promise.all(clients.map((client) => client.close()));
  await server.stop();
}
