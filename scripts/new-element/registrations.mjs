import { insertSorted } from "./insert.mjs";

/**
 * @typedef {import("./element-name.mjs").ElementName} ElementName
 * @typedef {{ file: string, insert: (text: string) => string }} Registration
 */

const importedPath = (/** @type {string} */ line) => /"(.+)"/.exec(line)?.[1] ?? line;

const atTheEnd = () => "";

/**
 * The lists that a new element enters. Each is checked by the compiler; forgetting one does not build.
 * @param {ElementName} name
 * @param {"display" | "widget"} kind
 * @returns {Registration[]}
 */
export function registrations({ kebab, camel, pascal }, kind) {
  /** @type {Registration[]} */
  const lists = [
    list("packages/protocol/src/elements/index.ts", [
      { line: `import { ${camel} } from "./${kebab}.ts";`, like: /^import \{ .+ \} from "\.\/.+";$/, sortBy: importedPath },
      { line: `  ${camel},`, like: /^ {2}\w+,$/, from: /^export const elements = \{$/, to: /^\};$/ },
    ]),
    list("packages/server/src/script/elements/index.ts", [
      { line: `export { ${camel} } from "./${kebab}.ts";`, like: /^export \{ .+ \} from "\.\/.+";$/, sortBy: importedPath },
    ]),
    list("packages/client/src/elements/registry.ts", [
      { line: `import { ${pascal} } from "./${pascal}.tsx";`, like: /^import .+ from "\.\/.+";$/, sortBy: importedPath },
      { line: `  ${camel}: ${pascal},`, like: /^ {2}\w+: /, from: /^export const registry/, to: /^\};$/ },
    ]),
    list("packages/testing/src/element-text.ts", [
      { line: `  ${camel}: ${kind === "widget" ? "label" : "({ body }) => body"},`, like: /^ {2}\w+: /, from: /^const texts/, to: /^\};$/ },
    ]),
  ];
  const everything = "apps/playground/everything/page.ts";
  if (kind === "display") {
    lists.push(
      list(everything, [{ line: `st.${camel}("Hello");`, like: /^st\./, sortBy: atTheEnd, from: /^st\.header\("Texts"/, to: /^$/ }]),
    );
  } else {
    const shown = { line: `  ${camel}: st.${camel}("${pascal}"),`, like: /^ {2}\w+: st\./, from: /^const values = \{$/, to: /^\};$/ };
    lists.push(list(everything, [{ ...shown, sortBy: atTheEnd }]));
    const line = `  ...["${camel}"],`;
    lists.push(
      list("packages/server/src/compile/call-site-kinds.ts", [{ line, like: /^ {2}\.\.\.\[.+\],$/, sortBy: atTheEnd, to: /^\]\);$/ }]),
    );
  }
  return lists;
}

/**
 * @param {string} file
 * @param {{ line: string, like: RegExp, sortBy?: (line: string) => string, from?: RegExp, to?: RegExp }[]} lines
 * @returns {Registration}
 */
function list(file, lines) {
  return { file, insert: (text) => lines.reduce((now, { line, ...where }) => insertSorted(now, line, { ...where, file }), text) };
}
