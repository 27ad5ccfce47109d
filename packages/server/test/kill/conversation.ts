import type { Random } from "../random.ts";
import type { KillServer } from "./kill-server.ts";
import { type Shown, TalkClient } from "./talk-client.ts";

/** When the worker in which the session is at home is killed. */
export type Moment = "never" | "idle" | "waiting" | "computing";

export interface Step {
  readonly label: string;
  readonly value: unknown;
  readonly kill: Moment;
}

export interface Told {
  readonly step: Step;
  /** What its user saw afterwards; undefined if that was the error of a lost worker. */
  readonly shown: Shown | undefined;
  /** Whether the step's own worker was killed, and at what moment. */
  readonly killed: Moment;
  /** Its user has seen the page begin more than once before it was finished. */
  readonly repeated: boolean;
}

/** What a user may do. */
const ACTS: readonly (readonly [label: string, value: (random: Random) => unknown])[] = [
  ["Add", () => true],
  ["Hue", (random) => below(random, 361)],
  ["Name", (random) => `name ${below(random, 1000)}`],
  ["Poke", () => true],
  ["Plain", () => true],
  ["Size", (random) => below(random, 101)],
  ["Stream", (random) => below(random, 6)],
  // From then on its runs wait, so that kills find them under way.
  ["Pause", (random) => 40 + below(random, 80)],
];

/** Widgets that run their fragment alone. */
export const IN_FRAGMENT: readonly string[] = ["Hue", "Poke"];

/** Scripted users: what they will do, and the moments at which their worker is killed. */
export function writeScripts(random: Random, { sessions, steps }: { sessions: number; steps: number }): Step[][] {
  let idle = 0;
  const write = (): Step => {
    const kill = pick(random, ["never", "never", "idle", "waiting", "computing", "computing"] as const);
    if (kill === "computing") return { label: "Compute", value: true, kill };
    // Only a page that awaits can be seen to be under way.
    if (kill === "waiting") return { label: "Stream", value: 8 + below(random, 12), kill };
    // Each act comes first in a new worker as often as any other.
    const [label, value] = kill === "idle" ? (ACTS[idle++ % ACTS.length] as (typeof ACTS)[number]) : pick(random, ACTS);
    return { label, value: value(random), kill };
  };
  return Array.from({ length: sessions }, () => Array.from({ length: steps }, write));
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[below(random, from.length)] as T;
}

/** Has a user go through a script; with a server to kill, at the moments of the script. */
export async function talk(url: string, script: readonly Step[], victim?: KillServer): Promise<Told[]> {
  await using client = await TalkClient.open(url);
  const told: Told[] = [];
  for (const planned of script) {
    // Whoever saw an error in the middle of a page may miss the rest of it until the page has run again.
    const step: Step = client.has(planned.label) ? planned : { label: "Rerun", value: undefined, kill: "never" };
    const kill = (): boolean => victim?.kill(client.thread) === true;
    let killed: Moment = step.kill === "idle" && kill() ? "idle" : "never";
    const from = client.received.length;
    const n = step.label === "Rerun" ? client.rerun() : client.set(step.label, step.value);
    if (step.kill === "waiting" && (await client.isUnderWay(n, from, /^streaming/)) && kill()) killed = "waiting";
    if (step.kill === "computing" && (await client.isUnderWay(n, from, /^computing/)) && client.isComputing && kill()) killed = "computing";
    const outcome = await client.answered(n);
    // Around a fragment that runs alone the page stays as it was, or as it was made anew in another worker: what it counts may differ.
    const shown = outcome === "finished" ? client.shown(IN_FRAGMENT.includes(step.label) ? /^part / : /./) : undefined;
    // In a worker that is new to the session a run begins with the whole tree.
    const begun = client.received.slice(from).filter(({ type }) => type === "runStarted" || type === "tree").length;
    told.push({ step, shown, killed, repeated: shown !== undefined && begun > 1 });
  }
  return told;
}
