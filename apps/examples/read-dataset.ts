import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The text of a file of the npm package vega-datasets. */
export function readDataset(file: string): string {
  const packageEntry = createRequire(import.meta.url).resolve("vega-datasets");
  return readFileSync(join(dirname(packageEntry), "..", "data", file), "utf8");
}
