import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "./figure.ts";
import type { Machine } from "./machine.ts";
import type { Reference } from "./reference.ts";
import { markdownTable, type Targets } from "./report.ts";

/** All that is kept of a run. */
export interface Results {
  /** In ISO 8601. */
  readonly date: string;
  readonly command: string;
  /** With few samples: not to be quoted. */
  readonly quick: boolean;
  readonly machine: Machine;
  /** Scenarios that could not be measured, with why. */
  readonly failed: Readonly<Record<string, string>>;
  readonly targets: Targets;
  readonly figures: readonly Figure[];
}

const RESULTS = fileURLToPath(new URL("../results/", import.meta.url));
const DOCUMENT = fileURLToPath(new URL("../../../docs/BENCHMARKS.md", import.meta.url));

/** Writes the results to a file that git ignores; with a name to one that it does not, and the document beside. Returns what was written. */
export function writeResults(results: Results, name: string | undefined, reference: Reference | undefined): readonly string[] {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name ?? `local-${results.date.replaceAll(":", "-")}`}.json`);
  writeFileSync(file, `${JSON.stringify(results, undefined, 2)}\n`);
  if (name === undefined) return [file];
  writeFileSync(DOCUMENT, document(results, name, reference));
  return [file, DOCUMENT];
}

/** The results for people to read. */
export function document(
  { date, command, quick, machine, failed, targets, figures }: Results,
  name: string,
  reference?: Reference,
): string {
  const versions = Object.entries(machine.versions).map(([what, version]) =>
    version.toLowerCase().includes(what.toLowerCase()) ? version : `${what} ${version}`,
  );
  const unmeasured = Object.entries(failed).map(([scenario, why]) => `Not measured: ${scenario} (${why}).`);
  return [
    "# Benchmarks",
    `Written by \`${command}\` on ${date.slice(0, 10)}; the samples behind it are summed up in \`apps/bench/results/${name}.json\`. What each row asks is in \`apps/bench/README.md\`.`,
    ...(quick ? ["**Few samples (`--quick`): not to be quoted.**"] : []),
    `${machine.cores} cores (${machine.cpu.replaceAll(/\s+/g, " ")}), ${machine.memory} GB, ${machine.system}, load before ${machine.load.toFixed(2)}; ${versions.join(", ")}. The load runs beside the server on the same cores. Read differences below 30 % as noise.`,
    ...unmeasured,
    ...(reference === undefined ? [] : [`${reference.name}: ${reference.note}`]),
    markdownTable(figures, targets, reference),
    "",
  ]
    .join("\n\n")
    .replace(/\n+$/, "\n");
}
