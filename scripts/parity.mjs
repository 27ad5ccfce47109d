import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSurface } from "./parity/api.mjs";
import { documentOf } from "./parity/document.mjs";
import { readLists } from "./parity/list.mjs";
import { membersNamed, problemsOf } from "./parity/problems.mjs";
import { root } from "./root.mjs";

const FILE = join(root, "docs/PARITY.md");

/** What is wrong with the lists in docs/parity and with docs/PARITY.md: one sentence each. Needs built packages. */
export function parityProblems() {
  const lists = readLists();
  const stale = readFileSync(FILE, "utf8") === documentOf(lists) ? [] : ["docs/PARITY.md is stale: node scripts/parity.mjs"];
  return [...problemsOf(lists, readSurface(membersNamed(lists.members))), ...stale];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(FILE, documentOf(readLists()));
  const problems = parityProblems();
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
