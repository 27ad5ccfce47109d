import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { parseSync, Visitor } from "vite";
import { isScriptFile } from "./user-module.ts";

/**
 * The pages of an app: its entry, every script under `pages/` beside it, and the string literals in `st.page("./x.ts")` of its modules.
 * Ids are relative to the entry's folder, with forward slashes.
 */
export class PageList {
  readonly entry: string;
  readonly folder: string;
  /** Files named by `st.page` literals, by the module that names them. */
  readonly #named = new Map<string, readonly string[]>();
  /** Modules that call `st.navigation`. */
  readonly #navigating = new Set<string>();
  #files: readonly string[] = [];

  constructor(entry: string) {
    this.entry = entry;
    this.folder = dirname(entry);
    if (existsSync(entry)) this.#note(entry, readFileSync(entry, "utf8"));
    this.refresh();
  }

  /** Absolute paths, the entry first. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** Whether a module of the app, as far as they were read, calls `st.navigation`: then files under `pages/` are no pages by themselves. */
  get navigates(): boolean {
    return this.#navigating.size > 0;
  }

  get ids(): readonly string[] {
    return this.#files.map((file) => this.idOf(file));
  }

  has(file: string): boolean {
    return this.#files.includes(file);
  }

  idOf(file: string): string {
    return relative(this.folder, file).replaceAll("\\", "/");
  }

  fileOf(id: string): string | undefined {
    return this.#files.find((file) => this.idOf(file) === id);
  }

  /** Looks again at the disk. Says whether the list changed. */
  refresh(): boolean {
    const before = this.#files.join("\n");
    const pages = scriptsBelow(join(this.folder, "pages"));
    const named = [...this.#named.values()].flat().filter((file) => existsSync(file));
    this.#files = [...new Set([this.entry, ...[...pages, ...named].sort()])];
    return this.#files.join("\n") !== before;
  }

  /** Takes note of the `st.page` literals of a module. Says whether the list changed. */
  read(file: string, code: string): boolean {
    return this.#note(file, code) && this.refresh();
  }

  /** Says whether it named pages before, or does now. */
  #note(file: string, code: string): boolean {
    const { named, navigates } = readCalls(file, code, this.folder);
    if (navigates) this.#navigating.add(file);
    else this.#navigating.delete(file);
    if (named.length === 0 && !this.#named.has(file)) return false;
    this.#named.set(file, named);
    return true;
  }
}

function scriptsBelow(folder: string): string[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isScriptFile(entry.name) && !/(\.d\.[cm]?ts|\.test\.[^.]+|\.thread\.[^.]+)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules"));
}

/** Literals in calls of `x.page("./y.ts")`, resolved from the entry's folder, and whether there is a call of `x.navigation()`. */
function readCalls(file: string, code: string, folder: string): { readonly named: readonly string[]; readonly navigates: boolean } {
  const named: string[] = [];
  let navigates = false;
  if (!/\b(page|navigation)\b/.test(code)) return { named, navigates };
  new Visitor({
    CallExpression({ callee, arguments: [first] }) {
      const name = callee.type === "MemberExpression" ? callee.property : callee;
      if (name.type !== "Identifier") return;
      if (name.name === "navigation") navigates = true;
      if (name.name !== "page" || callee.type !== "MemberExpression") return;
      if (first?.type === "Literal" && typeof first.value === "string" && /^\.\.?\//.test(first.value) && isScriptFile(first.value)) {
        named.push(resolve(folder, first.value));
      }
    },
  }).visit(parseSync(file, code).program);
  return { named, navigates };
}
