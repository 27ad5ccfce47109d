import type { Figure } from "./figure.ts";
import { describeMachine } from "./machine.ts";
import { parseOptions, USAGE, type BenchOptions, type ScenarioName } from "./options.ts";
import { endProcesses } from "./server-process.ts";
import { streamlitReference } from "./reference.ts";
import { table, type Targets } from "./report.ts";
import { writeResults } from "./results.ts";
import { click } from "./scenarios/click.ts";
import { connect } from "./scenarios/connect.ts";
import { cpu } from "./scenarios/cpu.ts";
import { fanOut } from "./scenarios/fan-out.ts";
import { firstText } from "./scenarios/first-text.ts";
import { flood } from "./scenarios/flood.ts";
import { memory } from "./scenarios/memory.ts";
import { reconnect } from "./scenarios/reconnect.ts";
import { rerun } from "./scenarios/rerun.ts";
import { runaway } from "./scenarios/runaway.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { slider } from "./scenarios/slider.ts";
import { start } from "./scenarios/start.ts";
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
  slider,
  start,
  "first-text": firstText,
  connect,
  memory,
  cpu,
  threads,
  runaway,
  widgets,
  stream,
  reconnect,
  "fan-out": fanOut,
  flood,
};

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
  const names: Targets = peer ? [echo.name, rivulet.name, streamlit(peer.command).name] : [echo.name, rivulet.name];
  if (!peer)
    process.stdout.write(
      "Streamlit is not on the PATH (RIVULET_BENCH_STREAMLIT names one): beside rivulet stands what was measured of it elsewhere.\n",
    );

  const reference = peer ? undefined : streamlitReference();
  const machine = describeMachine(peer?.version);
  const date = new Date().toISOString();
  const failed: Record<string, string> = {};
  const figures: Figure[] = [];
  for (const name of options.only) {
    process.stdout.write(`${name} ...\n`);
    try {
      figures.push(...(await SCENARIOS[name](targets, options)));
    } catch (error) {
      // What the other scenarios measure is worth having all the same.
      failed[name] = error instanceof Error ? error.message : String(error);
      process.stderr.write(`${name} failed: ${failed[name]}\n`);
      process.exitCode = 1;
      endProcesses();
    }
  }
  process.stdout.write(`\n${table(figures, names, reference)}\n\n`);
  const command = ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
  const results = { date, command, quick: options.quick, machine, failed, targets: names, figures };
  for (const file of writeResults(results, options.save, reference)) process.stdout.write(`Written to ${file}\n`);
  // What a scenario that failed has left open must not keep a run from ending.
  process.exit();
}
