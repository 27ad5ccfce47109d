import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Figure } from "./figure.ts";
import { parseOptions, USAGE, type BenchOptions, type ScenarioName } from "./options.ts";
import { table } from "./report.ts";
import { click } from "./scenarios/click.ts";
import { cpu } from "./scenarios/cpu.ts";
import { fanOut } from "./scenarios/fan-out.ts";
import { firstText } from "./scenarios/first-text.ts";
import { flood } from "./scenarios/flood.ts";
import { memory } from "./scenarios/memory.ts";
import { rerun } from "./scenarios/rerun.ts";
import { runaway } from "./scenarios/runaway.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { stream } from "./scenarios/stream.ts";
import { threads } from "./scenarios/threads.ts";
import { throughput } from "./scenarios/throughput.ts";
import { widgets } from "./scenarios/widgets.ts";
import { echo } from "./targets/echo.ts";
import { rivulet } from "./targets/rivulet.ts";
import { findStreamlit, streamlit } from "./targets/streamlit.ts";
import type { Target } from "./targets/target.ts";

const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = {
  rerun,
  throughput,
  click,
  "first-text": firstText,
  memory,
  cpu,
  threads,
  runaway,
  widgets,
  stream,
  "fan-out": fanOut,
  flood,
};
const RESULTS = fileURLToPath(new URL("../results/", import.meta.url));

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  let options: BenchOptions;
  try {
    options = parseOptions(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const peer = findStreamlit();
  const targets: readonly Target[] = [echo, rivulet, ...(peer ? [streamlit(peer.command)] : [])];
  if (!peer)
    process.stdout.write(
      "Streamlit is not on the PATH (RIVULET_BENCH_STREAMLIT names one): rivulet is measured beside the machine alone.\n",
    );

  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model, load: loadavg()[0], peer: peer?.version };
  const started = new Date();
  const figures: Figure[] = [];
  for (const name of options.only) {
    process.stdout.write(`${name} ...\n`);
    try {
      figures.push(...(await SCENARIOS[name](targets, options)));
    } catch (error) {
      // What the other scenarios measure is worth having all the same.
      process.stderr.write(`${name} failed: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    }
  }
  process.stdout.write(`\n${table(figures)}\n\n`);

  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${started.toISOString().replaceAll(":", "-")}.json`);
  writeFileSync(file, JSON.stringify({ started, quick: options.quick, machine, figures }, undefined, 2));
  process.stdout.write(`Written to ${file}\n`);
}
