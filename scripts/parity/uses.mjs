import { SyntaxKind } from "typescript/unstable/ast";

/**
 * @import { CallExpression, Node, ObjectLiteralExpression, PropertyAccessExpression, SourceFile } from "typescript/unstable/ast"
 * @import { NodeHandle, Project, Symbol } from "typescript/unstable/sync"
 */

/** Commands that a file uses, each with the options that its calls name. @typedef {Map<string, Set<string>>} Uses */

/**
 * What a file uses of the given members. Only what stands in an object literal at the call counts as a use of an option, and nothing that
 * `@ts-expect-error` expects to be wrong.
 * @param {Project} project
 * @param {string} file
 * @param {ReadonlyMap<string, Symbol>} members
 * @returns {Uses}
 */
export function usesIn({ checker, program }, file, members) {
  const source = program.getSourceFile(file);
  if (!source) throw new Error(`the compiler does not know ${file}`);
  const names = new Map([...members].map(([name, symbol]) => [placeOf(symbol), name]));
  const accesses = accessesIn(source).filter(({ name }) => members.has(name.text));
  const symbols = checker.getSymbolAtLocation(accesses.map(({ name }) => name));
  /** @type {Uses} */
  const uses = new Map();
  for (const [at, access] of accesses.entries()) {
    const symbol = symbols[at];
    // By where it is declared, since a method of a container is another symbol than that of `st`.
    const command = symbol && names.get(placeOf(symbol));
    if (command === undefined || expectsError(source, access)) continue;
    const options = uses.get(command) ?? new Set();
    for (const option of optionsAt(source, access)) options.add(option);
    uses.set(command, options);
  }
  return uses;
}

/** @param {Symbol} symbol */
function placeOf(symbol) {
  const [first] = symbol.declarations;
  return first && `${first.path}:${first.index}`;
}

/**
 * @param {SourceFile} source
 * @returns {PropertyAccessExpression[]}
 */
function accessesIn(source) {
  /** @type {PropertyAccessExpression[]} */
  const found = [];
  /** @param {Node} node */
  const visit = (node) => {
    if (node.kind === SyntaxKind.PropertyAccessExpression) found.push(/** @type {PropertyAccessExpression} */ (node));
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/**
 * @param {SourceFile} source
 * @param {PropertyAccessExpression} access
 * @returns {string[]}
 */
function optionsAt(source, access) {
  const call = /** @type {CallExpression} */ (access.parent);
  if (call.kind !== SyntaxKind.CallExpression || call.expression !== access) return [];
  return call.arguments
    .filter((argument) => argument.kind === SyntaxKind.ObjectLiteralExpression)
    .flatMap((argument) => [.../** @type {ObjectLiteralExpression} */ (argument).properties])
    .filter((property) => !expectsError(source, property))
    .flatMap((property) => ("name" in property && property.name !== undefined && "text" in property.name ? [property.name.text] : []));
}

/**
 * @param {SourceFile} source
 * @param {Node} node
 */
function expectsError(source, node) {
  const before = source.text.slice(0, node.getStart(source)).split("\n");
  return before.at(-2)?.includes("@ts-expect-error") ?? false;
}
