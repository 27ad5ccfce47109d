import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { appName } from "./app-name.ts";
import { UserError } from "./user-error.ts";

const TEMPLATES = fileURLToPath(new URL("../templates", import.meta.url));

export interface NewApp {
  readonly name: string;
  /** Relative to where the command was started; "." for there. */
  readonly folder: string;
}

/** Writes a template into a folder that is new or empty (but for `.git`); throws a `UserError` otherwise and writes nothing. */
export function createApp({ folder, template, cwd }: { folder: string; template: string; cwd: string }): NewApp {
  const templates = readdirSync(TEMPLATES);
  if (!templates.includes(template)) {
    throw new UserError(`There is no template ${JSON.stringify(template)}. Choose one of: ${templates.join(", ")}.`, 2);
  }
  const target = resolve(cwd, folder);
  const name = appName(basename(target));
  refuseOccupied(target, folder);
  mkdirSync(target, { recursive: true });
  cpSync(join(TEMPLATES, template), target, { recursive: true });
  // npm never packs a .gitignore under its own name.
  renameSync(join(target, "_gitignore"), join(target, ".gitignore"));
  nameApp(join(target, "package.json"), name);
  return { name, folder: relative(cwd, target) || "." };
}

function refuseOccupied(target: string, folder: string): void {
  if (!existsSync(target)) return;
  if (!statSync(target).isDirectory()) throw new UserError(`${JSON.stringify(folder)} is a file. Name a new or empty folder.`, 1);
  const [first, ...more] = readdirSync(target).filter((entry) => entry !== ".git");
  if (first === undefined) return;
  const rest = more.length > 0 ? ` and ${more.length} more` : "";
  throw new UserError(
    `The folder ${JSON.stringify(folder)} is not empty (${first}${rest}). Nothing was written. Name a new or empty folder.`,
    1,
  );
}

/** Packages of one release belong together, so the app gets the versions of the `create-rivulet` that wrote it. */
function nameApp(file: string, name: string): void {
  const own = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  const text = readFileSync(file, "utf8")
    .replace('"name": "app"', `"name": ${JSON.stringify(name)}`)
    .replaceAll('"RIVULET"', `"^${own.version}"`);
  writeFileSync(file, text);
}
