#!/usr/bin/env node
import { createInterface } from "node:readline/promises";
import { createApp } from "./create-app.ts";
import { parseArguments, USAGE } from "./parse-arguments.ts";
import { UserError } from "./user-error.ts";

const DEFAULT_FOLDER = "my-app";

/** Asks for the folder, on a terminal only: scripts and CI get the usage instead of a question nobody answers. */
async function askFolder(): Promise<string> {
  if (!process.stdin.isTTY) throw new UserError(`No folder was named.\n\n${USAGE}`, 2);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Folder of the new app (${DEFAULT_FOLDER}): `);
  terminal.close();
  return answer.trim() || DEFAULT_FOLDER;
}

try {
  const { help, folder, template } = parseArguments(process.argv.slice(2));
  if (help) {
    console.log(USAGE);
  } else {
    const app = createApp({ folder: folder ?? (await askFolder()), template, cwd: process.cwd() });
    const enter = app.folder === "." ? "" : `  cd ${app.folder}\n`;
    console.log(
      `Created ${app.name} from the template "${template}".\n\nNow run:\n${enter}  npm install\n  npm run dev      (then open the printed address and edit app.ts)\n  npm test`,
    );
  }
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(error.message);
  process.exitCode = error.exitCode;
}
