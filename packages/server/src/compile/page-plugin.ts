import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { displayPath } from "../thread/display-path.ts";
import { CompileError, type Place } from "./compile-error.ts";
import type { PageList } from "./page-list.ts";
import { parseUserModule } from "./user-module.ts";
import { PAGE_QUERY, userScript } from "./user-module-plugin.ts";

/** Keeps pages out of other modules' imports, learns the pages that modules name (SR1), and says which import leads nowhere. */
export function pagePlugin(pages: PageList): Plugin {
  return {
    name: "rivulet:page",
    enforce: "pre",
    async resolveId(source, id, options) {
      if (source.endsWith(PAGE_QUERY)) return source;
      const importer = id === undefined ? undefined : userScript(id);
      if (importer === undefined || source.startsWith("\0")) return null;
      const resolved = await this.resolve(source, id, { ...options, skipSelf: true });
      if (resolved !== null) {
        if (pages.has(resolved.id)) throw importedPage(importer, source, resolved.id);
        return resolved;
      }
      const at = findImport(importer, source);
      if (at !== undefined) throw missingImport(at, source);
      return null;
    },
    transform(code, id) {
      const file = userScript(id);
      if (file !== undefined) pages.read(file, code);
      return null;
    },
  };
}

function importedPage(importer: string, source: string, page: string): CompileError {
  const at = findImport(importer, source) ?? { file: importer, line: 1, column: 1 };
  return new CompileError("RIVULET_PAGE_IMPORTED", { importer: displayPath(importer), page: displayPath(page) }, at);
}

function missingImport(at: Place, specifier: string): CompileError {
  const isPath = /^[./]/.test(specifier);
  const advice = isPath
    ? "Is the path right, with its ending?"
    : `Install it (npm install ${packageOf(specifier)}), or add an alias to tsconfig.json.`;
  return new CompileError(
    "RIVULET_IMPORT_MISSING",
    { importer: `${displayPath(at.file)}:${at.line}`, specifier: JSON.stringify(specifier), advice },
    at,
  );
}

function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Where a module imports something statically; a dynamic import may fail, and its `catch` may know what to do. */
function findImport(importer: string, source: string): Place | undefined {
  const { program, place } = parseUserModule(importer, readFileSync(importer, "utf8"));
  for (const statement of program.body) {
    if ("source" in statement && statement.source != null && statement.source.value === source) return place(statement.source.start);
  }
  return undefined;
}
