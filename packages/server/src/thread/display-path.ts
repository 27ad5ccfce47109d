import { isAbsolute, relative } from "node:path";

/** A path as messages show it: relative to where the command was started, when below it. */
export function displayPath(file: string, base = process.cwd()): string {
  const path = relative(base, file);
  return path === "" || path.startsWith("..") || isAbsolute(path) ? file : path.replaceAll("\\", "/");
}
