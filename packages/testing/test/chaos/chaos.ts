import { setTimeout as sleep } from "node:timers/promises";
import { randomFrom } from "../../../server/test/random.ts";
import { Abandoned, type ChaosRun } from "./chaos-run.ts";
import { type ChaosBuild, ChaosServer, type Plant } from "./chaos-server.ts";
import { converse } from "./conversation.ts";
import { Hits } from "./hits.ts";

export interface ChaosOptions {
  readonly seed: number;
  readonly sessions: number;
  /** Sessions at a time. */
  readonly atOnce: number;
  /** What each of them does. */
  readonly steps: number;
  /** With what the server is ended, to be started again, one after the other over the whole. */
  readonly restarts: readonly ("SIGKILL" | "SIGTERM")[];
  /** Sessions in each of the three waves that follow, in which the server must not grow. */
  readonly wave?: number | undefined;
  readonly bug?: Plant | undefined;
}

export interface ChaosResult {
  /** What must never be seen, each with its session. */
  readonly violations: readonly string[];
  /** How often each case was hit. */
  readonly hits: Readonly<Record<string, number>>;
  /** Bytes that each session of the last wave has left behind in the server's main thread. */
  readonly growth: number | undefined;
}

/** The first of them fill caches. */
const WAVES = 3;
/** Milliseconds after which sessions that were left are over, as the page's configuration says. */
const SESSION_TTL = 20_000;

/** Scripted users behind bad networks, while workers die and the server is started again and again. Ends with the first violation. */
export async function chaos(build: ChaosBuild, options: ChaosOptions): Promise<ChaosResult> {
  const { seed, sessions, atOnce, steps, restarts, wave, bug } = options;
  const hits = new Hits();
  const violations: string[] = [];
  await using server = await ChaosServer.start(build, bug, (why) => violations.push(why));
  let stepped = 0;
  let restarted = 0;
  let restarting = Promise.resolve();
  const run: ChaosRun = {
    hits,
    violations,
    port: server.port,
    stepped: () => {
      const signal = restarts[restarted];
      if (++stepped * (restarts.length + 1) < sessions * steps * (restarted + 1) || signal === undefined) return;
      restarted++;
      hits.hit(signal);
      restarting = restarting.then(() => server.restart(signal));
    },
  };
  let next = 0;
  const visits = async (upTo: number): Promise<void> => {
    const visit = async (): Promise<void> => {
      while (next < upTo && violations.length === 0) {
        const no = next++;
        await converse({ run, no, random: randomFrom(seed * 1000 + no), secret: `s${seed}x${no}y` }, steps);
      }
    };
    const ended = await Promise.allSettled(Array.from({ length: atOnce }, visit));
    for (const end of ended) {
      if (end.status === "rejected" && !(end.reason instanceof Abandoned)) throw end.reason;
    }
  };
  await visits(sessions);
  await restarting;
  const held: number[] = [];
  for (let no = 1; wave !== undefined && no <= WAVES && violations.length === 0; no++) {
    await visits(sessions + no * wave);
    await sleep(SESSION_TTL + 1000);
    held.push(await server.memory());
  }
  const [before, after] = held.slice(-2);
  const growth = before === undefined || after === undefined || wave === undefined ? undefined : (after - before) / wave;
  if (violations.length > 0) console.log(`chaos: the server said last:\n${server.log.slice(-4000)}`);
  return { violations, hits: hits.counts, growth };
}
