import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { displayPath } from "@rivulet/server/built";
import { parseConfig, type RivuletConfig } from "../config.ts";

const NAMES = ["rivulet.config.ts", "rivulet.config.mts", "rivulet.config.js", "rivulet.config.mjs"];

/** Reads the config beside the entry, else in the current folder, else none. */
export async function loadConfig(entry: string): Promise<RivuletConfig> {
  const file = [dirname(entry), process.cwd()]
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
  if (file === undefined) return {};
  const { importConfig } = await import("@rivulet/server/compile");
  return parseConfig(displayPath(file), await importConfig(file));
}
