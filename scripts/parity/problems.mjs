/**
 * @import { Command, Surface } from "./api.mjs"
 * @import { Row } from "./list.mjs"
 */

/** Folders of the playground for commands that share a page; they may have one of their own name too, as all others. @type {Record<string, string>} */
const PAGES = {
  bottom: "sidebar",
  caption: "markdown",
  close: "dialog",
  error: "alert",
  formSubmitButton: "form",
  header: "heading",
  info: "alert",
  isControlFlow: "stop",
  page: "navigation",
  pageLink: "navigation",
  params: "navigation",
  setPageConfig: "page-config",
  signal: "cache-data",
  subheader: "heading",
  success: "alert",
  switchPage: "navigation",
  title: "heading",
  warning: "alert",
  with: "container",
};

/** Options that widgets share, declared once for all: one page shows them. @type {Record<string, string>} */
const SHARED = { bind: "bind", live: "form", minLength: "form", persistState: "persist-state", required: "form" };

/** A name that the declarations must have: `Status.update`, `st.sessionState.init`. */
const MEMBER = /^(st|[A-Z]\w+)(\.\w+)+$/;

/**
 * The names in rows that the declarations must have, for `readSurface`.
 * @param {readonly Row[]} rows
 */
export function membersNamed(rows) {
  return rows.flatMap(({ rivulet }) => (rivulet !== undefined && MEMBER.test(rivulet) ? [rivulet] : []));
}

/**
 * Where the lists and what they are about differ: one sentence each.
 * @param {{ commands: readonly Row[], members: readonly Row[] }} lists
 * @param {Surface} surface
 * @returns {string[]}
 */
export function problemsOf({ commands, members }, surface) {
  const blocks = blocksOf(commands);
  return [
    ...[...commands, ...members].flatMap(unreasoned),
    ...repeated([...commands, ...members]),
    ...blocks.flatMap(({ command, options }) => wrongCommand(command, options, surface)),
    ...[...surface.commands].flatMap(([name, declared]) => unlisted(name, declared, blocks)),
    ...members.flatMap((row) => wrongMember(row, surface)),
  ];
}

/**
 * A row of a command and those of its options that follow it.
 * @typedef {{ command: Row, options: Row[] }} Block
 * @param {readonly Row[]} rows
 */
export function blocksOf(rows) {
  /** @type {Block[]} */
  const blocks = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (!row.option) blocks.push({ command: row, options: [] });
    else if (last && last.command.streamlit === row.streamlit && last.command.group === row.group) last.options.push(row);
    else throw new Error(`${row.at}: not below a row of its command ${row.streamlit}`);
  }
  return blocks;
}

/** @param {Row} row */
function unreasoned({ at, state, why }) {
  const needed = state === "different" || state === "not applicable" || state === "beyond";
  return needed && why === "" ? [`${at}: "${state}" needs a reason`] : [];
}

/** @param {readonly Row[]} rows */
function repeated(rows) {
  const seen = new Set();
  return rows.flatMap(({ at, group, streamlit, parameter, rivulet, option }) => {
    const id = JSON.stringify([group, streamlit, parameter, option, streamlit && parameter ? "" : rivulet]);
    if (seen.has(id)) return [`${at}: the same row stands above`];
    seen.add(id);
    return [];
  });
}

/** @param {Row} row */
function claims({ state, rivulet }) {
  return rivulet !== undefined && state !== "missing" && state !== "not applicable";
}

/**
 * @param {Row} row
 * @param {readonly Row[]} options
 * @param {Surface} surface
 * @returns {string[]}
 */
function wrongCommand(row, options, surface) {
  const name = row.rivulet?.replace(/^st\./, "") ?? "";
  const declared = surface.commands.get(name);
  if (!claims(row)) return declared ? [`${row.at}: says "${row.state}", but ${row.rivulet} exists`] : [];
  if (!declared) return [`${row.at}: says "${row.state}", but the declarations have no ${row.rivulet}`];
  return [
    ...unused(row, name, undefined, surface),
    ...options.filter(claims).flatMap((option) => {
      const own = option.rivulet ?? "";
      if (declared.options.has(own)) return unused(option, name, own, surface);
      if (declared.parameters.has(own)) return [];
      return [`${option.at}: says "${option.state}", but the declaration of ${row.rivulet} has no ${own}`];
    }),
    ...options
      .filter((option) => !claims(option) && option.rivulet !== undefined && declared.options.has(option.rivulet))
      .map((option) => `${option.at}: says "${option.state}", but ${row.rivulet} has ${option.rivulet}`),
  ];
}

/**
 * @param {Row} row
 * @param {string} command
 * @param {string | undefined} option
 * @param {Surface} surface
 */
function unused(row, command, option, { typeTests, pages }) {
  const what = option === undefined ? `st.${command}` : `${option} of st.${command}`;
  const own = command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const page = PAGES[command] ?? own;
  const missing = [];
  if (!uses(typeTests, command, option)) missing.push(`${row.at}: no type test in packages/rivulet/test-d uses ${what}`);
  if (!uses(pages.get(own), command, option) && !uses(pages.get(page), command, option) && !isShown(option, pages))
    missing.push(`${row.at}: apps/playground/${page} does not use ${what}`);
  return missing;
}

/**
 * @param {string | undefined} option
 * @param {Surface["pages"]} pages
 */
function isShown(option, pages) {
  const page = pages.get(SHARED[option ?? ""] ?? "");
  return option !== undefined && page !== undefined && [...page.values()].some((options) => options.has(option));
}

/**
 * @param {import("./uses.mjs").Uses | undefined} all
 * @param {string} command
 * @param {string | undefined} option
 */
function uses(all, command, option) {
  const options = all?.get(command);
  return options !== undefined && (option === undefined || options.has(option));
}

/**
 * @param {string} name
 * @param {Command} declared
 * @param {readonly Block[]} blocks
 * @returns {string[]}
 */
function unlisted(name, declared, blocks) {
  const own = blocks.filter(({ command }) => command.rivulet === `st.${name}`);
  if (own.length === 0) return [`docs/parity/commands.tsv: no row for st.${name}`];
  const listed = new Set(own.flatMap(({ options }) => options.map(({ rivulet }) => rivulet)));
  return [...declared.options]
    .filter((option) => !listed.has(option))
    .map((option) => `${own[0]?.command.at}: no row for ${option} of st.${name}`);
}

/**
 * @param {Row} row
 * @param {Surface} surface
 */
function wrongMember(row, { members }) {
  if (row.rivulet === undefined || !MEMBER.test(row.rivulet)) return [];
  const exists = members.has(row.rivulet);
  if (claims(row) && !exists) return [`${row.at}: says "${row.state}", but the declarations have no ${row.rivulet}`];
  if (!claims(row) && exists) return [`${row.at}: says "${row.state}", but ${row.rivulet} exists`];
  return [];
}
