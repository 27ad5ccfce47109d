import { parseArgs } from "node:util";

export const SCENARIOS = [
  "rerun",
  "throughput",
  "click",
  "first-text",
  "memory",
  "cpu",
  "threads",
  "runaway",
  "widgets",
  "stream",
  "fan-out",
  "flood",
] as const;
export type ScenarioName = (typeof SCENARIOS)[number];

export interface BenchOptions {
  readonly only: readonly ScenarioName[];
  /** Fewer samples: to see that all works, not to quote. */
  readonly quick: boolean;
}

export const USAGE = `npm run bench -- [--only ${SCENARIOS.join(",")}] [--quick]`;

/** Reads the command line. Throws with what is wrong. */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({ args: [...args], options: { only: { type: "string" }, quick: { type: "boolean", default: false } } });
  const names = values.only?.split(",") ?? SCENARIOS;
  const unknown = names.find((name) => !isScenario(name));
  if (unknown !== undefined) throw new Error(`There is no scenario ${JSON.stringify(unknown)}. There are: ${SCENARIOS.join(", ")}.`);
  return { only: SCENARIOS.filter((name) => names.includes(name)), quick: values.quick };
}

function isScenario(name: string): name is ScenarioName {
  return (SCENARIOS as readonly string[]).includes(name);
}
