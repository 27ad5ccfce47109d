import { Figures } from "../figure.ts";
import type { Target, TargetServer } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const SESSIONS = [1, 10, 50, 200];
const LINES = 10;

/** Sessions that click as fast as they are answered: runs a second of the whole server. */
export const throughput: Scenario = async (targets, { quick }) => {
  const figures = new Figures("throughput");
  for (const sessions of SESSIONS) {
    for (const target of targets) {
      const server = await target.start(LINES);
      figures.add(target.name, "/s", {
        [`${sessions} session${sessions === 1 ? "" : "s"}`]: await measure(target, server, { sessions, ms: quick ? 1000 : 5000 }),
      });
      await server.stop();
    }
  }
  return figures.all;
};

async function measure(
  target: Target,
  server: TargetServer,
  { sessions, ms }: { readonly sessions: number; readonly ms: number },
): Promise<number> {
  const clients = await Promise.all(Array.from({ length: sessions }, () => target.connect(server)));
  const load = async (duration: number) => {
    let runs = 0;
    const start = performance.now();
    const end = start + duration;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          await client.rerun();
          runs++;
        }
      }),
    );
    // Until the last run has ended, else many slow sessions lose their tail.
    return (runs / (performance.now() - start)) * 1000;
  };
  await load(ms / 5);
  const rate = await load(ms);
  await Promise.all(clients.map((client) => client.close()));
  return rate;
}
