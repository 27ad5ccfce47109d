import { relative } from "node:path";
import MagicString from "magic-string";
import type { Plugin } from "vite";
import { refuseCaptures } from "./cache-captures.ts";
import { noteCallSites } from "./call-site-transform.ts";
import { wrapPage } from "./page-transform.ts";
import { checkJson } from "./check-json.ts";
import { isCommonJs } from "./common-js.ts";
import { isScriptFile, parseUserModule } from "./user-module.ts";

/** Marks the module that a page is loaded as. */
export const PAGE_QUERY = "?rivulet-page";

/** Marks the module that a thread runs; without it a thread module is what a page imports, the way to start it. */
export const THREAD_QUERY = "?rivulet-thread";

/** The file of a user's own script module; nothing for packages, virtual modules, assets and modules asked for in another form. */
export function userScript(id: string): string | undefined {
  if (id.startsWith("\0") || id.includes("/node_modules/")) return undefined;
  const query = [PAGE_QUERY, THREAD_QUERY].find((suffix) => id.endsWith(suffix)) ?? "";
  const file = id.slice(0, id.length - query.length);
  return !file.includes("?") && isScriptFile(file) && !isCommonJs(file) ? file : undefined;
}

/** Turns pages into functions (SR1) and gives widgets and containers their call sites (FM4), before types are stripped. */
export function userModulePlugin(root: string): Plugin {
  return {
    name: "rivulet:user-module",
    enforce: "pre",
    transform(source, id) {
      if (id.endsWith(".json") && !id.includes("/node_modules/")) checkJson(id, source);
      const file = userScript(id);
      return file === undefined ? null : transformUserModule(file, source, { root, isPage: id.endsWith(PAGE_QUERY) });
    },
  };
}

/** What the plugin does to one module, without Vite. */
export function transformUserModule(
  file: string,
  source: string,
  { root, isPage }: { root: string; isPage: boolean },
): { code: string; map: string } | null {
  const module = parseUserModule(file, source, isPage);
  refuseCaptures(module, isPage);
  const code = new MagicString(source, { filename: file });
  const helpers = noteCallSites(module, relative(root, file).replaceAll("\\", "/"), code);
  if (isPage) wrapPage(module, code);
  else if (helpers === "") return null;
  code.append(helpers);
  return { code: code.toString(), map: code.generateMap({ source: file, includeContent: true, hires: "boundary" }).toString() };
}
