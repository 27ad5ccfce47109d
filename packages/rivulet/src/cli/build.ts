import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { displayPath, RivuletError } from "@rivulet/server/built";
import { buildPages } from "@rivulet/server/compile";
import { entryFile } from "./entry-file.ts";
import { RUNTIME, VERSION } from "./installation.ts";
import { loadConfig } from "./load-config.ts";

/** `rivulet build`: writes a folder that `rivulet start` serves, on this machine or another. */
export async function build(file: string, out = "dist"): Promise<void> {
  const entry = entryFile(file);
  const outDir = resolve(out);
  requireOwnFolder(outDir, entry);
  const { pages } = await buildPages({ entry, outDir, runtime: RUNTIME, version: VERSION, config: { ...(await loadConfig(entry)) } });
  const what = pages.length === 1 ? "1 page" : `${pages.length} pages`;
  process.stdout.write(
    `${what} built into ${displayPath(outDir)} in ${Math.round(performance.now())} ms\n  rivulet start ${displayPath(outDir)}\n`,
  );
}

/** A build replaces its folder: that must be one that a build made, and hold nobody's sources. */
function requireOwnFolder(outDir: string, entry: string): void {
  const refuse = (problem: string): never => {
    throw new RivuletError("RIVULET_OUT_FOLDER", { folder: displayPath(outDir), problem });
  };
  if (!relative(outDir, entry).startsWith("..")) refuse("holds the page itself");
  if (existsSync(outDir) && readdirSync(outDir).length > 0 && !existsSync(join(outDir, "rivulet.json")))
    refuse("is not empty, and no build of rivulet made it");
}
