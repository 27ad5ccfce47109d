import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";
import { CommandFailed, exitCode, runMain } from "./run.mjs";
import { build, install } from "./set-up.mjs";

const GALLERY = "apps/examples/gallery/app.ts";

await runMain(async () => {
  await install();
  await build();
  const cli = join(root, "packages/rivulet/dist/cli/main.js");
  if (!existsSync(cli)) throw new CommandFailed(`The build wrote no ${cli}. Run \`npm run build -- --force\` and read its output.`);
  return exitCode(process.execPath, [cli, "start", GALLERY, ...process.argv.slice(2)]);
});
