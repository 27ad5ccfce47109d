import type MagicString from "magic-string";
import type { ESTree } from "vite";
import { CompileError } from "./compile-error.ts";
import type { UserModule } from "./user-module.ts";

type Statement = ESTree.Program["body"][number];

/** The name that a page's body has in stacks. */
export const PAGE_FUNCTION = "__rivulet_page";

/**
 * Moves a page's body into an exported async function `run` and leaves its imports outside (SR1). The function opens in front of
 * the first statement that is no import, and later imports move up to there, so that most lines keep their numbers.
 */
export function wrapPage(module: UserModule, code: MagicString): void {
  const body: Statement[] = [];
  const outside: Statement[] = [];
  for (const statement of module.program.body) {
    if (staysOutside(statement)) outside.push(statement);
    else if (statement.type.startsWith("Export") || statement.type === "TSExportAssignment") dropTypeExport(statement, module, code);
    else if (isAmbient(statement)) code.remove(statement.start, statement.end);
    if (!staysOutside(statement)) body.push(statement);
  }
  const hashbang = module.program.hashbang;
  if (hashbang != null) code.remove(hashbang.start, hashbang.end);

  const open = `async function ${PAGE_FUNCTION}() {`;
  const close = `\n}\nexport { ${PAGE_FUNCTION} as run };\n`;
  const first = body[0];
  if (first === undefined) {
    code.append(`\n${open}${close}`);
    return;
  }
  for (const statement of outside) {
    if (module.code[statement.end - 1] !== ";") code.appendLeft(statement.end, ";");
    if (statement.start > first.start) code.move(statement.start, statement.end, first.start);
  }
  code.prependRight(first.start, open);
  code.append(close);
}

/** Imports, and namespaces of TypeScript's, which are not compiled inside a function: they see no variables of the page. */
function staysOutside(statement: Statement): boolean {
  return statement.type === "ImportDeclaration" || (statement.type === "TSModuleDeclaration" && !isAmbient(statement));
}

/** Types may be exported: they are gone at run time. Everything else has nobody to import it. */
function dropTypeExport(statement: Statement, module: UserModule, code: MagicString): void {
  const refuse = (what: string): never => {
    throw new CompileError("RIVULET_PAGE_EXPORT", { what }, module.place(statement.start));
  };
  switch (statement.type) {
    case "ExportNamedDeclaration": {
      const { declaration, specifiers, source } = statement;
      const values = specifiers.filter((specifier) => specifier.exportKind !== "type");
      const typesOnly =
        statement.exportKind === "type" || (declaration == null && values.length === 0 && (specifiers.length > 0 || source == null));
      if (!typesOnly)
        refuse(
          declaration == null ? values.map((specifier) => textOf(module, specifier)).join(", ") || "{}" : declared(declaration, module),
        );
      if (declaration == null) code.remove(statement.start, statement.end);
      else code.remove(statement.start, declaration.start);
      return;
    }
    case "ExportAllDeclaration":
      if (statement.exportKind !== "type") refuse(`* from ${statement.source.raw}`);
      code.remove(statement.start, statement.end);
      return;
    case "ExportDefaultDeclaration":
      if (statement.declaration.type !== "TSInterfaceDeclaration") refuse("a default");
      code.remove(statement.start, statement.end);
      return;
    default:
      refuse("with `export =`");
  }
}

function declared(declaration: ESTree.Declaration, module: UserModule): string {
  if (declaration.type === "VariableDeclaration") return declaration.declarations.map(({ id }) => textOf(module, id)).join(", ");
  return "id" in declaration && declaration.id != null ? textOf(module, declaration.id) : "this";
}

function textOf(module: UserModule, node: { start: number; end: number }): string {
  return module.code.slice(node.start, node.end);
}

/** `declare global {}`, `declare module "x" {}`: types only, and not allowed inside a function. */
function isAmbient(statement: Statement): boolean {
  return statement.type === "TSModuleDeclaration" && (statement.declare || (statement.kind as string) === "global");
}
