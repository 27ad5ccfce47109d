import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { extname, resolve } from "node:path";
import { RivuletError } from "@rivulet/server/built";

const PAGE = new Set([".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs"]);

/** The real path of a page that was named on the command line. Throws `RIVULET_FILE_MISSING` or `RIVULET_FILE_KIND`. */
export function entryFile(file: string): string {
  const missing = (problem: string): never => {
    throw new RivuletError("RIVULET_FILE_MISSING", { file, problem });
  };
  const path = resolve(file);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return missing("there is no such file");
  if (stat.isDirectory()) return missing("it is a folder");
  try {
    accessSync(path, constants.R_OK);
  } catch {
    return missing("permission is denied");
  }
  if (!PAGE.has(extname(path))) throw new RivuletError("RIVULET_FILE_KIND", { file });
  return realpathSync(path);
}
