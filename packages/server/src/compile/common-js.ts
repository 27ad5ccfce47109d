import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { parseSync } from "vite";

const known = new Map<string, { readonly changed: number; readonly commonJs: boolean }>();

/**
 * Says whether a JavaScript file outside node_modules is CommonJS, as a linked workspace package may be: `.cjs`, or `.js` that has no
 * import or export, uses `require`, `module` or `exports`, and lies in a package that is not of type "module".
 */
export function isCommonJs(file: string): boolean {
  if (extname(file) === ".cjs") return true;
  if (extname(file) !== ".js" || file.includes("/node_modules/")) return false;
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  if (changed === undefined) return false;
  const seen = known.get(file);
  if (seen?.changed === changed) return seen.commonJs;
  const commonJs = looksCommonJs(file, readFileSync(file, "utf8"));
  known.set(file, { changed, commonJs });
  return commonJs;
}

function looksCommonJs(file: string, code: string): boolean {
  if (!/\b(require|module|exports)\b/.test(code) || typeOf(dirname(file)) === "module") return false;
  return !parseSync(file, code, { sourceType: "unambiguous" }).module.hasModuleSyntax;
}

function typeOf(folder: string): string | undefined {
  const file = join(folder, "package.json");
  if (existsSync(file)) return (JSON.parse(readFileSync(file, "utf8")) as { type?: string }).type;
  return folder === dirname(folder) ? undefined : typeOf(dirname(folder));
}
