import { fileURLToPath } from "node:url";
import { checkPackages } from "./check-packages.mjs";
import { checkSize } from "./check-size.mjs";
import { exitCode, runMain, tool } from "./run.mjs";
import { build, install } from "./set-up.mjs";

/**
 * What must hold of the whole repository besides its tests. Each resolves to whether it does, after printing what does not.
 * @type {Record<string, () => Promise<boolean>>}
 */
const steps = {
  format: passes("oxfmt", "--check"),
  lint: passes("oxlint", "--type-aware", "--deny-warnings"),
  types: passes("tsc", "-b"),
  unused: passes("knip"),
  errors: passes("vitest", "run", "--project", "unit", "packages/server/src/errors.test.ts"),
  parity: passes("vitest", "run", "--project", "rules", "scripts/parity/parity.test.ts"),
  packages: checkPackages,
  size: checkSize,
};

/**
 * @param {string} name
 * @param {...string} args
 */
function passes(name, ...args) {
  return async () => (await exitCode(tool(name), args)) === 0;
}

/**
 * Runs every step, also after one has failed, and resolves to the names of those that did.
 * @returns {Promise<string[]>}
 */
export async function check() {
  const failed = [];
  for (const [name, holds] of Object.entries(steps)) {
    console.log(`\n== check: ${name}`);
    const start = performance.now();
    const ok = await holds();
    console.log(`== ${name} ${ok ? "holds" : "FAILED"} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    if (!ok) failed.push(name);
  }
  return failed;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await install();
    await build();
    const failed = await check();
    console.log(failed.length === 0 ? "\nEvery check holds." : `\nFailed: ${failed.join(", ")}.`);
    return failed.length === 0 ? 0 : 1;
  });
}
