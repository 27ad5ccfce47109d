import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { displayPath } from "../thread/display-path.ts";
import { CompileError, LineIndex } from "./compile-error.ts";
import type { PageList } from "./page-list.ts";
import { PAGE_QUERY, userScript } from "./user-module-plugin.ts";

/** Keeps pages out of other modules' imports, and learns the pages that modules name (SR1). */
export function pagePlugin(pages: PageList): Plugin {
  return {
    name: "rivulet:page",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (source.endsWith(PAGE_QUERY)) return source;
      if (importer === undefined || source.startsWith("\0") || importer.includes("/node_modules/")) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null || !pages.has(resolved.id)) return resolved;
      throw importedPage(importer.replace(/\?.*$/, ""), source, resolved.id);
    },
    transform(code, id) {
      const file = userScript(id);
      if (file !== undefined) pages.read(file, code);
      return null;
    },
  };
}

function importedPage(importer: string, source: string, page: string): CompileError {
  const code = readFileSync(importer, "utf8");
  const at = new LineIndex(code).at(Math.max(0, code.indexOf(`"${source}"`), code.indexOf(`'${source}'`)));
  return new CompileError("RIVULET_PAGE_IMPORTED", { importer: displayPath(importer), page: displayPath(page) }, { file: importer, ...at });
}
