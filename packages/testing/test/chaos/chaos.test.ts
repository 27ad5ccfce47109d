import { afterAll, beforeAll, expect, test } from "vitest";
import { chaos } from "./chaos.ts";
import { ChaosBuild, type Plant } from "./chaos-server.ts";

const bug = process.env.RIVULET_PLANT as Plant | undefined;
const seed = Number(process.env.RIVULET_SEED ?? Date.now() % 1_000_000);

/** `npm run soak` takes the long form. */
const form = process.env.RIVULET_SOAK === undefined ? "short" : "long";

/** Bytes a session: compiled code is some of it, but a session that was left behind is 14 KB. What the leak suite finds is finer. */
const MAX_GROWTH = 8 * 1024;

/** The floors are far below what a run hits, so that a busy machine fails none. */
const { options, floors } =
  form === "short"
    ? {
        options: { sessions: 30, atOnce: 30, steps: 8, restarts: [] },
        floors: { lost: 1, replays: 8, trees: 20, cuts: 4, inFlight: 6, halfOpen: 1, slow: 3, again: 8, streams: 1 },
      }
    : {
        options: { sessions: 200, atOnce: 40, steps: 20, restarts: ["SIGTERM", "SIGKILL", "SIGTERM", "SIGKILL"] as const, wave: 60 },
        floors: { lost: 20, replays: 100, trees: 200, cuts: 40, inFlight: 80, halfOpen: 10, slow: 30, again: 80, streams: 20, restarts: 4 },
      };

let build: ChaosBuild;
beforeAll(async () => {
  build = await ChaosBuild.make();
});
afterAll(() => build[Symbol.dispose]());

test(`[BM2] [FM5] [SR8] [WS2] whatever becomes of networks, workers and servers, every user sees what a fresh run would show: ${form} form`, async () => {
  console.log(`chaos suite: RIVULET_SEED=${seed}`);
  const { violations, hits, growth } = await chaos(build, { ...options, seed, bug });
  console.log(`chaos suite: ${JSON.stringify(hits)}${growth === undefined ? "" : `, ${Math.round(growth)} bytes a session kept`}`);
  expect(violations).toEqual([]);
  expect(growth ?? 0).toBeLessThan(MAX_GROWTH);
  const sum = (...names: string[]): number => names.reduce((total, name) => total + (hits[name] ?? 0), 0);
  const hit: Readonly<Record<string, number>> = {
    lost: sum("worker lost: Exit", "worker lost: Hoard", "worker lost: Spin"),
    replays: sum("frames replayed"),
    trees: sum("whole tree compared"),
    cuts: sum("cut within a frame"),
    inFlight: sum("cut with an input in flight"),
    halfOpen: sum("half-open"),
    slow: sum("throttled", "stalled"),
    again: sum("message repeated"),
    streams: sum("cut in a stream", "stream superseded"),
    restarts: sum("SIGKILL", "SIGTERM"),
  };
  for (const [what, floor] of Object.entries(floors)) expect([what, (hit[what] ?? 0) >= floor]).toEqual([what, true]);
}, 900_000);

test.each<[Plant, RegExp]>([
  ["dedupe-off", /more than was sent|: shows /],
  ["replay-off", /a frame cannot be applied|nothing happens|: shows /],
  ["reconciler-by-position", /: shows |there is no |the page is |was refused/],
  ["drain-off", /instead of "\S+ thought/],
])(
  "the chaos suite goes red with a bug planted: %s",
  async (planted, symptom) => {
    const { violations } = await chaos(build, { seed: 1, sessions: 6, atOnce: 6, steps: 40, restarts: [], bug: planted });
    expect(violations.join("\n")).toMatch(symptom);
  },
  120_000,
);
