import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseEnv } from "node:util";

/** Adds the variables of `.env` beside the entry, then of `.env` in the current folder. What is set already stays. */
export function loadEnv(entry: string): void {
  for (const folder of new Set([dirname(entry), process.cwd()])) {
    const file = join(folder, ".env");
    if (!existsSync(file)) continue;
    for (const [name, value] of Object.entries(parseEnv(readFileSync(file, "utf8")))) process.env[name] ??= value;
  }
}
