import { parseArgs } from "node:util";
import { build, install } from "./set-up.mjs";
import { CommandFailed, exitCode, runMain, tool } from "./run.mjs";

/** The suites that look for what should never be, by the folders or files that hold them. */
const SUITES = {
  chaos: "packages/testing/test/chaos",
  kill: "packages/server/test/kill",
  leak: "packages/server/test/leak",
  threads: "packages/server/test/threads/fuzz.test.ts",
  fragments: "packages/server/test/script/fragments.fuzz.test.ts",
  tree: "packages/server/src/script/session-tree.fuzz.test.ts",
};

await runMain(async () => {
  const { values } = parseArgs({
    options: { minutes: { type: "string", default: "10" }, only: { type: "string" }, plant: { type: "string" }, seed: { type: "string" } },
  });
  const minutes = Number(values.minutes);
  if (!(minutes > 0)) throw new CommandFailed(`--minutes must be a number above 0, instead got ${values.minutes}.`);
  // A bug is planted in one suite at a time: each has its own.
  const only = values.only ?? (values.plant === undefined ? undefined : "chaos");
  const suites = Object.entries(SUITES).filter(([name]) => only === undefined || name === only);
  if (suites.length === 0) throw new CommandFailed(`--only must be one of ${Object.keys(SUITES).join(", ")}, instead got ${only}.`);
  await install();
  await build();
  const end = Date.now() + minutes * 60_000;
  for (let round = 1; round === 1 || Date.now() < end; round++) {
    console.log(`\nround ${round}`);
    const status = await exitCode(tool("vitest"), ["run", "--maxWorkers=1", ...suites.map(([, path]) => path)], {
      RIVULET_SOAK: "1",
      // Each suite prints its seed, and takes another one in each round.
      ...(values.seed !== undefined && { RIVULET_SEED: values.seed }),
      ...(values.plant !== undefined && { RIVULET_PLANT: values.plant }),
    });
    if (status !== 0) return status;
  }
  return 0;
});
