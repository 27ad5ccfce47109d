import { relative } from "node:path";
import type { ESTree, Plugin, Rollup } from "vite";
import { CompileError } from "./compile-error.ts";
import { parseUserModule, type UserModule } from "./user-module.ts";
import { THREAD_QUERY, userScript } from "./user-module-plugin.ts";

/** A thread's module. */
const THREAD_FILE = /\.thread\.[cm]?[jt]sx?$/;

/**
 * Makes what pages import of a `*.thread.ts` module the way to start it (TH3): its body is loaded by threads alone, under a query.
 * `moduleOf` says by which name threads find it.
 */
export function threadPlugin(root: string, moduleOf: (file: string, context: Rollup.PluginContext) => string): Plugin {
  return {
    name: "rivulet:thread",
    enforce: "pre",
    resolveId: (source) => (source.endsWith(THREAD_QUERY) ? source : null),
    transform(source, id) {
      const file = userScript(id);
      if (file === undefined || !THREAD_FILE.test(file)) return null;
      checkExports(parseUserModule(file, source));
      if (id.endsWith(THREAD_QUERY)) return null;
      const name = relative(root, file).replaceAll("\\", "/");
      const module = JSON.stringify(moduleOf(file, this));
      return {
        code: `export default globalThis[Symbol.for("rivulet.threads")](${module}, ${JSON.stringify(name)});\n`,
        map: { mappings: "" },
      };
    },
  };
}

/** A page that imports more than the default would find nothing: the module's body runs in the thread. */
function checkExports(module: UserModule): void {
  let found = false;
  for (const statement of module.program.body) {
    if (isDefault(statement)) found = true;
    else if (exportsValue(statement)) throw wrong(module, statement.start, "another export; move it into a module beside this one");
  }
  if (!found) throw wrong(module, 0, "there is no default export");
}

function isDefault(statement: ESTree.Program["body"][number]): boolean {
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration.type !== "TSInterfaceDeclaration";
  return (
    statement.type === "ExportNamedDeclaration" &&
    statement.specifiers.length === 1 &&
    statement.specifiers.every(({ exported }) => exported.type === "Identifier" && exported.name === "default")
  );
}

function exportsValue(statement: ESTree.Program["body"][number]): boolean {
  if (statement.type === "ExportAllDeclaration") return statement.exportKind !== "type";
  if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return false;
  return statement.declaration != null || statement.specifiers.some((specifier) => specifier.exportKind !== "type");
}

function wrong(module: UserModule, offset: number, problem: string): CompileError {
  return new CompileError("RIVULET_THREAD_MODULE", { problem }, module.place(offset));
}
