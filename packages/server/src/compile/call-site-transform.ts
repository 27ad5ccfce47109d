import { createHash } from "node:crypto";
import type MagicString from "magic-string";
import { Visitor, type ESTree } from "vite";
import { CACHE_KINDS, CALL_SITE_KINDS } from "./call-site-kinds.ts";
import type { UserModule } from "./user-module.ts";

/**
 * Gives calls of widgets and containers their call site (FM4). `f(x, a)` becomes `f(x, __cs(n, a))`, a spread `...a` becomes
 * `...__cs_s(n, a)`, and `f()` becomes `f(...__cs_e(n))`, which spreads nothing: arity, values and receivers stay as they were.
 * The helpers are function declarations at the module's end, so that they exist as early as the module's own functions
 * do when modules import each other in a circle.
 */
export function noteCallSites(module: UserModule, path: string, code: MagicString): string {
  const calls: Call[] = [];
  const names = new Map<ESTree.Expression, string>();
  new Visitor({
    VariableDeclarator({ id, init }) {
      if (init != null && id.type === "Identifier") names.set(init, id.name);
    },
    Property({ key, value }) {
      if (key.type === "Identifier") names.set(value as ESTree.Expression, key.name);
    },
    CallExpression(node) {
      const name = calledName(node.callee);
      if (name !== undefined && CALL_SITE_KINDS.has(name.name)) calls.push({ node, kind: name.name, at: name.start });
    },
  }).visit(module.program);
  if (calls.length === 0) return "";

  let helper = "__cs";
  while (module.code.includes(helper)) helper += "_";
  const seen = new Map<string, number>();
  const rows = calls
    .sort((a, b) => a.at - b.at)
    .map(({ node, kind, at }, n): SiteRow => {
      wrapLastArgument(node, helper, n, code);
      const label = labelOf(node, module);
      const ordinal = seen.get(`${kind} ${label}`) ?? 0;
      seen.set(`${kind} ${label}`, ordinal + 1);
      const { line, column } = module.place(at);
      const id = `${kind}-${digest(`${path}\n${kind}\n${label}\n${ordinal}`)}`;
      const cachedAs = CACHE_KINDS.has(kind) ? names.get(node) : undefined;
      if (kind === "echo") return [id, kind, line, column, "", bodySource(node, module)];
      return cachedAs === undefined ? [id, kind, line, column] : [id, kind, line, column, cachedAs];
    });
  return helpers(helper, path, rows);
}

/** As `CallSiteRow` of script/call-site.ts reads it. */
type SiteRow = readonly [id: string, kind: string, line: number, column: number, name?: string, source?: string];

interface Call {
  readonly node: ESTree.CallExpression;
  readonly kind: string;
  readonly at: number;
}

/** The name in `name()`, `x.name()`, `x?.name()` and `x.name!()`; computed and private members have none. */
function calledName(callee: ESTree.Expression): { readonly name: string; readonly start: number } | undefined {
  switch (callee.type) {
    case "Identifier":
      return callee;
    case "MemberExpression":
      return !callee.computed && callee.property.type === "Identifier" ? callee.property : undefined;
    case "TSNonNullExpression":
    case "ParenthesizedExpression":
    case "ChainExpression":
      return calledName(callee.expression);
    default:
      return undefined;
  }
}

function wrapLastArgument(node: ESTree.CallExpression, helper: string, n: number, code: MagicString): void {
  const last = node.arguments.at(-1);
  if (last === undefined) {
    code.appendLeft(node.end - 1, `...${helper}_e(${n})`);
    return;
  }
  const [value, name] = last.type === "SpreadElement" ? [last.argument, `${helper}_s`] : [last, helper];
  code.appendRight(value.start, `${name}(${n}, `);
  code.prependLeft(value.end, ")");
}

/** The literal label, else the source text of the first argument. A function's text changes with its body, which says nothing. */
function labelOf(node: ESTree.CallExpression, module: UserModule): string {
  const [first] = node.arguments;
  if (first === undefined) return "";
  if (first.type === "Literal" && typeof first.value === "string") return `"${first.value}`;
  if (first.type === "TemplateLiteral" && first.expressions.length === 0) return `"${first.quasis[0]?.value.cooked}`;
  if (first.type === "ArrowFunctionExpression" || first.type === "FunctionExpression") return "function";
  return module.code.slice(first.start, first.end);
}

/** What is in the function that is called back, from its first line's indentation on; for anything else its name. */
function bodySource(node: ESTree.CallExpression, { code }: UserModule): string {
  const [callback] = node.arguments;
  if (callback === undefined) return "";
  if (callback.type !== "ArrowFunctionExpression" && callback.type !== "FunctionExpression")
    return code.slice(callback.start, callback.end);
  const { body } = callback;
  if (body === null || body.type !== "BlockStatement") return code.slice(body?.start, body?.end);
  const inside = code.slice(body.start + 1, body.end - 1);
  return inside.replace(/^(?:[ \t]*\r?\n)+/, "").trimEnd();
}

/** Short, and tells a browser nothing about files. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 10);
}

function helpers(name: string, path: string, rows: readonly SiteRow[]): string {
  const make = `globalThis[Symbol.for("rivulet.call-site")].callSites(${JSON.stringify(path)}, ${JSON.stringify(rows)})`;
  return (
    `\nvar ${name}_t;` +
    `\nfunction ${name}_n() { return ${name}_t ??= ${make}; }` +
    `\nfunction ${name}(n, a) { return ${name}_n()(n, a); }` +
    `\nfunction ${name}_s(n, a) { return ${name}_n().s(n, a); }` +
    `\nfunction ${name}_e(n) { return ${name}_n().e(n); }\n`
  );
}
