import { createHash } from "node:crypto";
import { cpSync, existsSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import MagicString from "magic-string";
import { Visitor, type ESTree, type Plugin } from "vite";
import { userScript } from "./user-module-plugin.ts";
import { parseUserModule } from "./user-module.ts";

/**
 * Keeps what user modules mean by `import.meta` true in a build. For a build that stays `here`, `url`, `dirname` and `filename` are
 * the source file's; one that goes `anywhere` takes the files along that `new URL("<literal>", import.meta.url)` names.
 */
export function importMetaPlugin(place: "here" | "anywhere", outDir: string): Plugin {
  return {
    name: "rivulet:import-meta",
    transform(source, id) {
      const file = userScript(id);
      if (file === undefined || !source.includes("import.meta")) return null;
      const code = new MagicString(source);
      const { program } = parseUserModule(`${file.slice(0, -extname(file).length)}.js`, source);
      if (place === "here") nameSource(program, file, code);
      else takeFiles(program, file, code, outDir);
      return code.hasChanged() ? { code: code.toString(), map: code.generateMap({ hires: "boundary" }) } : null;
    },
  };
}

function nameSource(program: ESTree.Program, file: string, code: MagicString): void {
  const values: Readonly<Record<string, string>> = { url: pathToFileURL(file).href, dirname: dirname(file), filename: file };
  new Visitor({
    MemberExpression(node) {
      if (!isImportMeta(node.object) || node.computed || node.property.type !== "Identifier") return;
      const value = values[node.property.name];
      if (value !== undefined) code.update(node.start, node.end, JSON.stringify(value));
    },
  }).visit(program);
}

function takeFiles(program: ESTree.Program, file: string, code: MagicString, outDir: string): void {
  new Visitor({
    NewExpression({ callee, arguments: [literal, base] }) {
      if (callee.type !== "Identifier" || callee.name !== "URL" || literal?.type !== "Literal" || typeof literal.value !== "string") return;
      if (base?.type !== "MemberExpression" || !isImportMeta(base.object)) return;
      const source = new URL(literal.value, pathToFileURL(file));
      if (source.protocol !== "file:" || !existsSync(source)) return;
      const path = fileURLToPath(source).replace(/[\\/]$/, "");
      const name = `assets/${createHash("sha1").update(path).digest("hex").slice(0, 8)}-${basename(path)}`;
      cpSync(path, join(outDir, name), { recursive: true });
      code.update(literal.start, literal.end, JSON.stringify(`./${encodeURI(name)}${literal.value.endsWith("/") ? "/" : ""}`));
    },
  }).visit(program);
}

function isImportMeta(node: ESTree.Expression): boolean {
  return node.type === "MetaProperty" && node.meta.name === "import";
}
