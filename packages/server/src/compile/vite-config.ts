import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { InlineConfig } from "vite";
import type { PageList } from "./page-list.ts";
import { decoratorPlugin } from "./decorator-plugin.ts";
import { packageImportsPlugin } from "./package-imports-plugin.ts";
import { pagePlugin } from "./page-plugin.ts";
import { userModulePlugin } from "./user-module-plugin.ts";

/** The folder that a page's project begins at: the nearest one above with a package.json, else the page's own. */
export function projectRoot(entry: string): string {
  const own = dirname(entry);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) return own;
  }
}

/** What dev and build have in common, so that a page means the same in both. */
export function sharedConfig(root: string, pages: PageList): InlineConfig {
  return {
    root,
    configFile: false,
    envFile: false,
    publicDir: false,
    appType: "custom",
    logLevel: "silent",
    clearScreen: false,
    resolve: { tsconfigPaths: true },
    oxc: { target: "node20" },
    plugins: [pagePlugin(pages), userModulePlugin(root), packageImportsPlugin(), decoratorPlugin()],
  };
}
