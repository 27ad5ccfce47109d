import { root } from "./root.mjs";
import { CommandFailed, run, tool } from "./run.mjs";
import { whyInstall } from "./installed.mjs";

/** Installs the npm packages, unless what package-lock.json names is there. */
export async function install() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new CommandFailed(`rivulet needs Node 20.19 or newer, this is ${process.version}. Install a newer one from https://nodejs.org.`);
  }
  const why = whyInstall(root);
  if (why === undefined) return;
  console.log(`Installing packages: ${why} ...`);
  await run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Builds every package; turbo takes from its cache what is unchanged. */
export async function build() {
  await run(tool("turbo"), ["run", "build", "--output-logs=errors-only"]);
}
