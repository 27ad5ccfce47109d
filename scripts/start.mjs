import { join } from "node:path";
import { root } from "./root.mjs";
import { exitCode, runMain } from "./run.mjs";
import { build, install } from "./set-up.mjs";

const GALLERY = "apps/examples/gallery/app.ts";

await runMain(async () => {
  await install();
  await build();
  const cli = join(root, "packages/rivulet/bin/rivulet.js");
  return exitCode(process.execPath, [cli, "start", GALLERY, ...process.argv.slice(2)]);
});
