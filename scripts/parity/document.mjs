import { STATES } from "./list.mjs";
import { blocksOf } from "./problems.mjs";

/**
 * @import { Row, State } from "./list.mjs"
 * @import { Block } from "./problems.mjs"
 */

const HEAD = `# What of Streamlit there is

<!-- Made from docs/parity/*.tsv by \`node scripts/parity.mjs\`: change those. -->

Streamlit 1.64, command by command. *Done*: the same, perhaps by another name. *Different*: the job is done in another way. *Not applicable*: it has no meaning in TypeScript.
*Missing*: not yet. *Beyond*: only rivulet has it. Names are \`camelCase\`; \`with block:\` is \`block.with(() => {...})\`; every container has every element as a method.

The list is checked, not believed: names of commands and options are read from the emitted declarations, each of them must have a row, and a row that says *done* needs a
type test and a page of the playground that use it.
`;

/**
 * The text of docs/PARITY.md.
 * @param {{ commands: readonly Row[], members: readonly Row[] }} lists
 */
export function documentOf({ commands, members }) {
  const all = [...commands, ...members];
  return [
    HEAD,
    counts("Commands and their parameters", commands),
    counts("Objects, tools and settings", members),
    ...groups(commands).map((group) => section(group, commands, commandLine)),
    ...groups(members).map((group) => section(group, members, memberLine)),
  ]
    .join("\n")
    .concat(all.length > 0 ? "" : "\n");
}

/** @param {readonly Row[]} rows */
function groups(rows) {
  return [...new Set(rows.map(({ group }) => group))];
}

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 */
function counts(title, rows) {
  const line = (/** @type {string} */ name, /** @type {readonly Row[]} */ some) =>
    `| ${name} | ${STATES.map((state) => some.filter((row) => row.state === state).length || "").join(" | ")} |`;
  const lines = groups(rows).map((group) =>
    line(
      group,
      rows.filter((row) => row.group === group),
    ),
  );
  return `| ${title} | ${STATES.join(" | ")} |\n| --- |${" ---: |".repeat(STATES.length)}\n${lines.join("\n")}\n${line("**all**", rows)}\n`;
}

/**
 * @param {string} group
 * @param {readonly Row[]} rows
 * @param {(block: Block) => string} line
 */
function section(group, rows, line) {
  const blocks = blocksOf(rows.filter((row) => row.group === group));
  return `## ${group}\n\n| Streamlit | rivulet | |\n| --- | --- | --- |\n${blocks.map(line).join("\n")}\n`;
}

/** @param {Block} block */
function commandLine({ command, options }) {
  const done = options.filter(({ state }) => state === "done").map(({ parameter, rivulet }) => renamed(parameter, rivulet));
  const others = new Map();
  for (const option of options.filter(({ state }) => state !== "done")) {
    const label = option.why === "" ? option.state : `${option.state}: ${option.why}`;
    others.set(label, [...(others.get(label) ?? []), renamed(option.parameter, option.rivulet)]);
  }
  const notes = [...others].map(([label, names]) => `${names.join(", ")} (${label})`);
  const own = command.state === "done" ? [] : [stateOf(command)];
  return row(command, [...own, ...(done.length > 0 ? [`done: ${done.join(", ")}`] : []), ...notes].join("; "));
}

/** @param {Block} block */
function memberLine({ command }) {
  return row(command, stateOf(command));
}

/** @param {Row} row */
function stateOf({ state, why }) {
  return why === "" ? `**${state}**` : `**${state}**: ${why}`;
}

/**
 * @param {Row} command
 * @param {string} text
 */
function row({ streamlit, rivulet }, text) {
  return `| ${code(streamlit)} | ${code(rivulet)} | ${text.replaceAll("|", "\\|")} |`;
}

/**
 * @param {string | undefined} parameter
 * @param {string | undefined} rivulet
 */
function renamed(parameter, rivulet) {
  if (parameter === undefined || rivulet === undefined || camel(parameter) === rivulet) return code(rivulet ?? parameter);
  return `${code(parameter)} → ${code(rivulet)}`;
}

/** @param {string} name */
function camel(name) {
  return name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string | undefined} name */
function code(name) {
  return name === undefined ? "" : `\`${name.replaceAll("|", "\\|")}\``;
}
