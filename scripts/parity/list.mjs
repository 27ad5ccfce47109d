import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.mjs";

/**
 * A command or member of Streamlit, or one parameter of a command, and what became of it.
 * @typedef {object} Row
 * @property {string} at file and line, for messages
 * @property {string} group
 * @property {string | undefined} streamlit undefined: Streamlit has no such command
 * @property {string | undefined} parameter undefined: the row is about the command itself
 * @property {boolean} option whether the row is about a parameter of a command; one that Streamlit has not has no `parameter`
 * @property {State} state
 * @property {string | undefined} rivulet the TypeScript name; of a command with `st.`
 * @property {string} why
 */

/** @typedef {(typeof STATES)[number]} State */

/** `beyond`: only rivulet has it. */
export const STATES = /** @type {const} */ (["done", "different", "not applicable", "missing", "beyond"]);

/** Rows of commands and their parameters, and rows of everything else. */
export function readLists() {
  return { commands: readList("commands.tsv"), members: readList("members.tsv") };
}

/** @param {string} file in docs/parity */
function readList(file) {
  return parseList(`docs/parity/${file}`, readFileSync(join(root, "docs/parity", file), "utf8"));
}

/**
 * Reads a list: `[Group]` lines, `#` comments, and rows of four or five columns between tabs: Streamlit's name, parameter, state, our name,
 * why. `-` is none, `+` as a parameter is an option that only rivulet has.
 * @param {string} file
 * @param {string} text
 * @returns {Row[]}
 */
export function parseList(file, text) {
  /** @type {Row[]} */
  const rows = [];
  let group = "";
  for (const [index, line] of text.split("\n").entries()) {
    const at = `${file}:${index + 1}`;
    const heading = /^\[(.+)\]$/.exec(line);
    if (heading) group = heading[1] ?? "";
    if (heading || line === "" || line.startsWith("#")) continue;
    const [streamlit = "", parameter = "", state = "", rivulet = "", why = "", ...more] = line.split("\t");
    const known = STATES.find((one) => one === state);
    if (known === undefined || rivulet === "" || more.length > 0 || group === "") throw new Error(`${at}: not a row: ${line}`);
    rows.push({
      at,
      group,
      streamlit: named(streamlit),
      parameter: parameter === "+" ? undefined : named(parameter),
      option: parameter !== "-",
      state: known,
      rivulet: named(rivulet),
      why,
    });
  }
  return rows;
}

/** @param {string} cell */
function named(cell) {
  return cell === "-" ? undefined : cell;
}
