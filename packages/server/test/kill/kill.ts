import { isDeepStrictEqual } from "node:util";
import { randomFrom } from "../random.ts";
import { IN_FRAGMENT, talk, writeScripts, type Told } from "./conversation.ts";
import { KillServer } from "./kill-server.ts";
import { plant, type Plant } from "./plants.ts";

export interface KillResult {
  /** What must never be seen, each with the session and the step. */
  readonly violations: readonly string[];
  /** How often each case was hit. */
  readonly hits: Readonly<Record<string, number>>;
}

/**
 * Conversations of several sessions at a time whose workers are killed again and again. The oracle is the server itself: the same
 * conversation without kills, and without the steps whose users saw the error, must show the same at each step.
 */
export async function killWorkers(options: {
  seed: number;
  sessions: number;
  steps: number;
  bug?: Plant | undefined;
}): Promise<KillResult> {
  using _planted = plant(options.bug);
  const scripts = writeScripts(randomFrom(options.seed), options);
  const told = await onServer((server) => Promise.all(scripts.map((script) => talk(server.url, script, server))));
  const kept = told.map((one) => one.filter(({ shown }) => shown !== undefined));
  const quiet = await onServer((server) =>
    Promise.all(
      kept.map((one) =>
        talk(
          server.url,
          one.map(({ step }) => step),
        ),
      ),
    ),
  );
  return {
    violations: [...unjust(told.flat()), ...kept.flatMap((one, i) => differences(one, quiet[i] ?? [], i))],
    hits: count(told.flat()),
  };
}

async function onServer<T>(use: (server: KillServer) => Promise<T>): Promise<T> {
  await using server = await KillServer.start();
  return await use(server);
}

/** The error is for the request that was on the processor, and for nobody else: a page that only waited is repeated. */
function unjust(told: readonly Told[]): string[] {
  const killed = told.filter((one) => one.killed !== "never");
  const failed = told.filter(({ shown }) => shown === undefined);
  return [
    ...told
      .filter(({ killed: at, repeated }) => at === "computing" && repeated)
      .map(() => "a request that was on the processor when its worker was killed was repeated"),
    ...(failed.length > killed.length ? [`${killed.length} kills have cost ${failed.length} requests`] : []),
  ];
}

function differences(told: readonly Told[], quiet: readonly Told[], session: number): string[] {
  const found = told.flatMap(({ step, shown, killed }, i) => {
    const expected = quiet[i]?.shown;
    if (isDeepStrictEqual(shown, expected)) return [];
    return [
      `session ${session}, step ${i} (${step.label}, killed: ${killed}): shows ${JSON.stringify(shown)}, without kills ${JSON.stringify(expected)}`,
    ];
  });
  // What has gone wrong once is wrong from there on.
  return found.slice(0, 1);
}

function count(told: readonly Told[]): Record<string, number> {
  const kills = told.filter(({ killed }) => killed !== "never");
  const idle = kills.filter(({ killed }) => killed === "idle");
  return {
    kills: kills.length,
    inFlight: kills.length - idle.length,
    idle: idle.length,
    computing: kills.filter(({ killed }) => killed === "computing").length,
    failed: told.filter(({ shown }) => shown === undefined).length,
    failedAtRest: told.filter(({ shown, step }) => shown === undefined && step.label !== "Compute").length,
    repeated: told.filter(({ repeated }) => repeated).length,
    // The first thing that a session does in its new worker.
    callbacks: idle.filter(({ step }) => ["Add", "Name", "Poke"].includes(step.label)).length,
    fragments: idle.filter(({ step }) => IN_FRAGMENT.includes(step.label)).length,
  };
}
