import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "@rivulet/testing";
import { Figures } from "../figure.ts";
import { residentKilobytes } from "../process-memory.ts";
import { summarize } from "../stats.ts";
import { rivulet } from "../targets/rivulet.ts";
import type { TargetClient } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const NEIGHBOURS = 4;

/** rivulet alone: a page that writes in a tight loop for a client that does not read. How much does the server grow, and how do its neighbours fare? */
export const flood: Scenario = async (_targets, { quick }) => {
  const figures = new Figures("flood");
  const seconds = quick ? 5 : 60;
  const server = await rivulet.start(seconds, "flood");
  const neighbours = await Promise.all(Array.from({ length: NEIGHBOURS }, () => rivulet.connect(server)));
  const client = await connect(server.url);
  await client.waitIdle();
  const quiet = await reruns(neighbours, 3000);
  const before = residentKilobytes(server.pid);
  await client.click("Flood");
  client.pause();
  let most = before;
  const watching = (async () => {
    for (let second = 0; second < seconds; second++) {
      await sleep(1000);
      most = Math.max(most, residentKilobytes(server.pid));
    }
  })();
  const flooded = await reruns(neighbours, seconds * 1000 - 1000);
  await watching;
  await client.resume();
  await client.waitIdle({ timeout: 60_000 });
  if (!client.texts().includes("flooded")) throw new Error(`The page ends as ${JSON.stringify(client.texts())}`);
  figures.add(rivulet.name, "KB", { [`growth in ${seconds} s`]: most - before, "received at last": client.bytesReceived / 1024 });
  figures.add(rivulet.name, "ms", { "neighbours' p95, quiet": summarize(quiet).p95, "neighbours' p95, meanwhile": summarize(flooded).p95 });
  await client.close();
  await Promise.all(neighbours.map((each) => each.close()));
  await server.stop();
  return figures.all;
};

/** Clicks with pauses, as users do. */
async function reruns(clients: readonly TargetClient[], ms: number): Promise<number[]> {
  const end = performance.now() + ms;
  const times = await Promise.all(
    clients.map(async (client) => {
      const own: number[] = [];
      while (performance.now() < end) {
        const start = performance.now();
        await client.rerun();
        own.push(performance.now() - start);
        await sleep(100);
      }
      return own;
    }),
  );
  return times.flat();
}
