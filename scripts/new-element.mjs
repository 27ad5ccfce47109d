import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { elementName } from "./new-element/element-name.mjs";
import { elementFiles } from "./new-element/files.mjs";
import { registrations } from "./new-element/registrations.mjs";
import { root } from "./root.mjs";

const USAGE = `Usage: npm run new:element <name> [-- --widget]

Writes the files of a new element and enters it into the lists: a definition, a function, a component, a playground page and its test.

  <name>    such as color-picker
  --widget  it holds a value that the user changes (default: it is only shown)`;

try {
  const { values, positionals } = parseArgs({
    options: { widget: { type: "boolean" }, help: { type: "boolean" } },
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (values.help || name === undefined || more.length > 0) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
  } else {
    writeElement(name, values.widget ? "widget" : "display");
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/**
 * Everything is worked out before anything is written: a refusal leaves no half an element.
 * @param {string} input
 * @param {"display" | "widget"} kind
 */
function writeElement(input, kind) {
  const name = elementName(input);
  const files = elementFiles(name, kind);
  const taken = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (taken.length > 0) throw new Error(`There is a ${name.kebab} already: ${taken.join(", ")}. Choose another name, or remove these.`);
  const lists = registrations(name, kind);
  const changed = Object.fromEntries(lists.map(({ file, insert }) => [file, insert(readFileSync(join(root, file), "utf8"))]));
  for (const [path, text] of Object.entries({ ...files, ...changed })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  console.log(`Wrote\n  ${Object.keys(files).join("\n  ")}\nand entered ${name.camel} in\n  ${Object.keys(changed).join("\n  ")}`);
  console.log(`\nNext: make it yours, then \`npm run build\` and \`npx vitest run apps/playground/${name.kebab}\`.`);
}
