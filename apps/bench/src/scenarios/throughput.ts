import { Figures } from "../figure.ts";
import { summarize } from "../stats.ts";
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
      const what = `${sessions} session${sessions === 1 ? "" : "s"}`;
      const { rate, p95 } = await measure(target, server, { sessions, ms: quick ? 1000 : 5000 });
      figures.add(target.name, "/s", { [what]: rate });
      figures.add(target.name, "ms", { [`${what}, p95`]: p95 });
      await server.stop();
    }
  }
  return figures.all;
};

async function measure(
  target: Target,
  server: TargetServer,
  { sessions, ms }: { readonly sessions: number; readonly ms: number },
): Promise<{ readonly rate: number; readonly p95: number }> {
  const clients = await Promise.all(Array.from({ length: sessions }, () => target.connect(server)));
  const load = async (duration: number) => {
    const times: number[] = [];
    const start = performance.now();
    const end = start + duration;
    await Promise.all(
      clients.map(async (client) => {
        while (performance.now() < end) {
          const asked = performance.now();
          await client.rerun();
          times.push(performance.now() - asked);
        }
      }),
    );
    // Until the last run has ended, else many slow sessions lose their tail.
    return { rate: (times.length / (performance.now() - start)) * 1000, p95: summarize(times).p95 };
  };
  await load(ms / 5);
  const loaded = await load(ms);
  await Promise.all(clients.map((client) => client.close()));
  return loaded;
}
