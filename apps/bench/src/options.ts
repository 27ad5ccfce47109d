import { parseArgs } from "node:util";

export const SCENARIOS = [
  "rerun",
  "throughput",
  "click",
  "slider",
  "start",
  "first-text",
  "connect",
  "memory",
  "cpu",
  "threads",
  "runaway",
  "widgets",
  "stream",
  "reconnect",
  "fan-out",
  "flood",
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface BenchOptions {
  readonly only: readonly ScenarioName[];
  /** Fewer samples: to see that all works, not to quote. */
  readonly quick: boolean;
  /** The name under which the results are kept in the repository. */
  readonly save: string | undefined;
}

export const USAGE = `npm run bench -- [--only ${SCENARIOS.join(",")}] [--quick] [--save NAME]`;

/** Reads the command line. Throws with what is wrong. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { only: { type: "string" }, quick: { type: "boolean", default: false }, save: { type: "string" } },
  });
  const names = values.only?.split(",") ?? SCENARIOS;
  const unknown = names.find((name) => !isScenario(name));
  if (unknown !== undefined) throw new Error(`There is no scenario ${JSON.stringify(unknown)}. There are: ${SCENARIOS.join(", ")}.`);
  const { save } = values;
  if (save !== undefined && !/^[a-z0-9][\w-]*$/i.test(save))
    throw new Error(`--save must be a plain name, instead got ${JSON.stringify(save)}.`);
  return { only: SCENARIOS.filter((name) => names.includes(name)), quick: values.quick, save };
}

function isScenario(name: string): name is ScenarioName {
  return (SCENARIOS as readonly string[]).includes(name);
}
