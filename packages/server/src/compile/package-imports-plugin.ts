import { isBuiltin } from "node:module";
import MagicString from "magic-string";
import { parseSync, type ESTree, type Plugin } from "vite";
import { isCommonJs } from "./common-js.ts";
import { RUNTIME } from "./runtime-plugin.ts";
import { userScript } from "./user-module-plugin.ts";

/**
 * Lets user modules import names from CommonJS packages: Node finds such names only where a simple look at the package's text shows
 * them. Each import of names from a package, or from a CommonJS module of the user's own, becomes one of its namespace, and the names are read from that.
 */
export function packageImportsPlugin(): Plugin {
  return {
    name: "rivulet:package-imports",
    enforce: "post",
    async transform(source, id) {
      if (userScript(id) === undefined) return null;
      const code = new MagicString(source);
      for (const [n, statement] of importsOfNames(source).entries()) {
        const specifier = statement.source.value;
        if (isBuiltin(specifier) || specifier === RUNTIME) continue;
        const resolved = await this.resolve(specifier, id);
        if (resolved === null || !(resolved.external || resolved.id.includes("/node_modules/") || isCommonJs(resolved.id))) continue;
        code.update(statement.start, statement.end, namesFromNamespace(statement, specifier, `__package_${n}`));
      }
      return code.hasChanged() ? { code: code.toString(), map: code.generateMap({ hires: "boundary" }) } : null;
    },
  };
}

function importsOfNames(source: string): readonly ESTree.ImportDeclaration[] {
  return parseSync("module.js", source).program.body.filter(
    (statement) => statement.type === "ImportDeclaration" && statement.specifiers.some((specifier) => specifier.type === "ImportSpecifier"),
  ) as readonly ESTree.ImportDeclaration[];
}

function namesFromNamespace(statement: ESTree.ImportDeclaration, specifier: string, namespace: string): string {
  const from = JSON.stringify(specifier);
  const lines = [`import * as ${namespace} from ${from};`];
  for (const wanted of statement.specifiers) {
    if (wanted.type === "ImportNamespaceSpecifier") lines.push(`const ${wanted.local.name} = ${namespace};`);
    else if (wanted.type === "ImportDefaultSpecifier") lines.push(`import ${wanted.local.name} from ${from};`);
    else {
      const name = JSON.stringify(wanted.imported.type === "Literal" ? wanted.imported.value : wanted.imported.name);
      const missing = JSON.stringify(`The package ${specifier} has no export named ${name.slice(1, -1)}.`);
      lines.push(
        `const ${wanted.local.name} = ${name} in ${namespace} ? ${namespace}[${name}] : ` +
          `${namespace}.default != null && ${name} in Object(${namespace}.default) ? ${namespace}.default[${name}] : (() => { throw new SyntaxError(${missing}); })();`,
      );
    }
  }
  return lines.join(" ");
}
