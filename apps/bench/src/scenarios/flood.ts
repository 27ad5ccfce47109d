import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { connect, type WireClient } from "@rivulet/testing";
import { Figures } from "../figure.ts";
import { residentKilobytes } from "../process-memory.ts";
import { summarize } from "../stats.ts";
import { rivulet } from "../targets/rivulet.ts";
import type { TargetClient } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const NEIGHBOURS = 4;

/** Milliseconds between two looks of the slow reader at what has come. */
const SLOW = 500;
/** Points of the curve of the server's memory. */
const POINTS = 6;

/** rivulet alone: a page that writes in a tight loop for a client that reads slowly. How does the server's memory go, and how do its neighbours fare? */
export const flood: Scenario = async (_targets, { quick }) => {
  const figures = new Figures("flood");
  const seconds = quick ? 6 : 60;
  const server = await rivulet.start(seconds, "flood");
  const neighbours = await Promise.all(Array.from({ length: NEIGHBOURS }, () => rivulet.connect(server)));
  const client = await connect(server.url);
  await client.waitIdle();
  const quiet = await reruns(neighbours, 3000);
  const before = residentKilobytes(server.pid);
  await client.click("Flood");
  const start = performance.now();
  const reading = readSlowly(client, start + seconds * 1000);
  const flooding = reruns(neighbours, seconds * 1000 - 1000);
  for (let point = 1; point <= POINTS; point++) {
    await sleep(start + (point * seconds * 1000) / POINTS - performance.now());
    figures.add(rivulet.name, "KB", { [`growth after ${(point * seconds) / POINTS} s`]: residentKilobytes(server.pid) - before });
  }
  const flooded = await flooding;
  await reading;
  await client.waitIdle({ timeout: 60_000 });
  if (!client.texts().includes("flooded")) throw new Error(`The page ends as ${JSON.stringify(client.texts())}`);
  figures.add(rivulet.name, "KB", { "received by the slow reader": client.bytesReceived / 1024 });
  figures.add(rivulet.name, "ms", { "neighbours' p95, quiet": summarize(quiet).p95, "neighbours' p95, meanwhile": summarize(flooded).p95 });
  await client.close();
  await Promise.all(neighbours.map((each) => each.close()));
  await server.stop();
  return figures.all;
};

/** Reads what has come only now and then. */
async function readSlowly(client: WireClient, end: number): Promise<void> {
  while (performance.now() < end) {
    client.pause();
    await sleep(SLOW);
    await client.resume();
    await nextTurn();
  }
}

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
