import { createRequire } from "node:module";
import type { analyze as Analyze, Reference, ScopeManager, Variable } from "@typescript-eslint/scope-manager";
import { Visitor, type ESTree } from "vite";
import { CACHE_KINDS } from "./call-site-kinds.ts";
import { CompileError } from "./compile-error.ts";
import { parseUserModule, type UserModule } from "./user-module.ts";

/** Loaded when a module has a cached function: it takes longer than compiling a page. */
const require = createRequire(import.meta.url);

const MENTION = new RegExp(`\\b(?:${[...CACHE_KINDS].join("|")})\\b`);

type Function = ESTree.ArrowFunctionExpression | ESTree.Function;

/**
 * Refuses cached functions that use variables which are no part of their key: of a page's body, which each run and session has its
 * own of, and of a function around them, unless the option `key` tells those apart. Imports, globals, variables of other modules' top
 * level and other cached functions are the same for everybody.
 */
export function refuseCaptures(module: UserModule, isPage: boolean): void {
  if (!MENTION.test(module.code)) return;
  const { program } = parseUserModule(module.file, module.code, isPage, { range: true });
  const calls: ESTree.CallExpression[] = [];
  const typeQueries: ESTree.Node[] = [];
  new Visitor({
    CallExpression: (node) => void (isCacheCall(node) && calls.push(node)),
    TSTypeQuery: (node) => void typeQueries.push(node),
  }).visit(program);
  if (calls.length === 0) return;
  const { analyze } = require("@typescript-eslint/scope-manager") as { readonly analyze: typeof Analyze };
  const scopes = analyze(program as never, { sourceType: "module" });
  const isType = ({ identifier: { range } }: Reference): boolean =>
    typeQueries.some(({ start, end }) => start <= range[0] && range[1] <= end);

  for (const call of calls) {
    const fn = cachedFunction(call, scopes);
    if (fn === undefined) continue;
    const scope = scopes.acquire(fn as never, true);
    for (const reference of scope?.through ?? []) {
      const variable = reference.resolved;
      if (!reference.isValueReference || variable === null || isType(reference)) continue;
      const owner = ownerOf(variable, fn, isPage, hasKey(call));
      if (owner === undefined) continue;
      const advice =
        owner === PAGE
          ? "Pass it as an argument, or move it into a module and import it from there."
          : "Pass it as an argument, or tell the functions apart with the option `key`.";
      const [start] = reference.identifier.range;
      const details = { name: nameOf(call, fn, module), variable: variable.name, owner, advice };
      throw new CompileError("RIVULET_CACHE_CAPTURE", details, module.place(start));
    }
  }
}

const PAGE = "the page's body";

/** Whose variable it is, if it may differ between two calls with the same key. */
function ownerOf(variable: Variable, fn: Function, isPage: boolean, keyed: boolean): string | undefined {
  // A function expression's own name.
  if ((variable.scope.block as { readonly range: readonly [number, number] }).range[0] === fn.start) return undefined;
  if (variable.scope.type === "global" || variable.defs.every(({ type }) => SHARED.has(type))) return undefined;
  if (variable.defs.every(({ node }) => node.type === "VariableDeclarator" && isCacheCall(bare(node.init as ESTree.Expression | null))))
    return undefined;
  if (variable.scope.type === "module") return isPage ? PAGE : undefined;
  if (!isInFunction(variable)) return isPage ? PAGE : undefined;
  return keyed ? undefined : "the function around it";
}

/** Definitions that are the same in every run. */
const SHARED: ReadonlySet<string> = new Set(["ImportBinding", "Type", "TSEnumName", "TSModuleName"]);

function isInFunction(variable: Variable): boolean {
  return variable.scope.variableScope.type === "function";
}

/** The function that a call caches, if it can be seen: written there, or named there and never assigned again. */
function cachedFunction(call: ESTree.CallExpression, scopes: ScopeManager): Function | undefined {
  const [argument] = call.arguments;
  const value = argument === undefined || argument.type === "SpreadElement" ? undefined : bare(argument);
  if (value === undefined || isFunction(value)) return value;
  if (value.type !== "Identifier") return undefined;
  const reference = scopes.scopes.flatMap(({ references }) => references).find(({ identifier }) => identifier.range[0] === value.start);
  const definition = reference?.resolved?.defs[0]?.node as ESTree.Node | undefined;
  const found = definition?.type === "VariableDeclarator" ? bare(definition.init) : definition;
  return found != null && isFunction(found) ? found : undefined;
}

function isFunction(node: ESTree.Node): node is Function {
  return node.type === "ArrowFunctionExpression" || node.type === "FunctionExpression" || node.type === "FunctionDeclaration";
}

function isCacheCall(node: ESTree.Node | undefined): boolean {
  if (node?.type !== "CallExpression") return false;
  const callee = bare(node.callee);
  const name = callee?.type === "MemberExpression" && !callee.computed ? callee.property : callee;
  return name?.type === "Identifier" && CACHE_KINDS.has(name.name);
}

/** Without parentheses and types. */
function bare(node: ESTree.Expression | null | undefined): ESTree.Expression | undefined {
  switch (node?.type) {
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return bare(node.expression);
    default:
      return node ?? undefined;
  }
}

function hasKey(call: ESTree.CallExpression): boolean {
  const options = call.arguments[1];
  return (
    options?.type === "ObjectExpression" &&
    options.properties.some((property) => property.type === "Property" && property.key.type === "Identifier" && property.key.name === "key")
  );
}

function nameOf(call: ESTree.CallExpression, fn: Function, module: UserModule): string {
  return fn.id?.name ?? `at line ${module.place(call.start).line}`;
}
