import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./check.mjs";
import { ensureChromium } from "./chromium.mjs";
import { exitCode, runMain, tool } from "./run.mjs";
import { build, install } from "./set-up.mjs";
import { tallyLine, tallyVitest } from "./tally.mjs";

/** @type {import("./tally.mjs").Tally} */
const tally = { passed: 0, failed: 0 };

await runMain(async () => {
  await install();
  const RIVULET_CHROMIUM = await ensureChromium();
  await build();
  const failedChecks = await check();
  tally[failedChecks.length === 0 ? "passed" : "failed"]++;
  const tests = await runVitest({ RIVULET_CHROMIUM });
  tally.passed += tests.passed;
  tally.failed += tests.failed;
  if (failedChecks.length > 0) console.log(`\nnpm run check: ${failedChecks.join(", ")} failed (see above). It counts as one test.`);
});

if (process.exitCode !== 0) tally.failed ||= 1;
process.exitCode = tally.failed === 0 ? 0 : 1;
console.log(`\n${tallyLine(tally)}`);

/**
 * Runs every vitest project. A report is read, not the output: colours and wording are vitest's own affair.
 * @param {NodeJS.ProcessEnv} env
 */
async function runVitest(env) {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-test-"));
  try {
    const file = join(folder, "report.json");
    const status = await exitCode(tool("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], env);
    return tallyVitest(readReport(file), status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {import("./tally.mjs").VitestReport | undefined}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    console.error("vitest wrote no report:", error);
    return undefined;
  }
}
