import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, watch, type FSWatcher } from "node:fs";
import { dirname, join, sep } from "node:path";
import { isScriptFile } from "./user-module.ts";

/** How long a file must have rested before it is read: editors write in steps. */
const REST = 10;
/** How long what was touched waits at most: beside the page there may be a file that is written all the time. */
const LONGEST = 100;

/**
 * Watches the folders of the files it is told of, and nothing else: a page may lie in a home folder or in /tmp.
 * Reports files whose content differs from what was read last, and scripts that came.
 */
export class SourceWatcher {
  readonly #folders = new Map<string, FSWatcher>();
  readonly #hashes = new Map<string, string>();
  /** Of what somebody has read last. */
  readonly #read = new Map<string, string>();
  /** Somebody has read of them what was never reported. */
  readonly #unreported = new Set<string>();
  readonly #touched = new Set<string>();
  readonly #trees = new Set<string>();
  readonly #lost = new Set<string>();
  readonly #report: (files: readonly string[]) => void;
  #timer: NodeJS.Timeout | undefined;
  /** Since when something waits, in milliseconds. */
  #since: number | undefined;
  #closed = false;

  constructor(report: (files: readonly string[]) => void) {
    this.#report = report;
  }

  /** Watches a file, of which somebody has just read `content`. */
  addFile(file: string, content?: string): void {
    const hash = content === undefined ? hashOf(file) : digest(content);
    this.addFolder(dirname(file));
    const known = this.#hashes.get(file);
    const before = this.#read.get(file);
    this.#read.set(file, hash);
    if (known === undefined) {
      this.#hashes.set(file, hash);
      // It may have been saved since it was read, and before anybody watched. Of what is no script only a form of it was read.
      if (content !== undefined && isScriptFile(file) && hashOf(file) !== hash) this.#touch(file);
    } else if (known !== hash) {
      // One worker has read a change before it was heard of: the others must hear of it all the same, and that one of a change back.
      if (before !== hash) this.#unreported.add(file);
      this.#touch(file);
    }
  }

  addFolder(folder: string): void {
    if (this.#closed || this.#folders.has(folder) || !existsSync(folder)) return;
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null) for (const file of this.#hashes.keys()) this.#touch(file);
        else this.#touch(join(folder, name));
      });
      watcher.on("error", () => this.#forget(folder));
      this.#folders.set(folder, watcher);
    } catch (error) {
      process.emitWarning(`Changes in ${folder} will not be seen: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #forget(folder: string): void {
    this.#folders.get(folder)?.close();
    this.#folders.delete(folder);
  }

  /** A folder that was removed, as by a change of branch, is waited for where its path ends now; its files count as touched when it is back. */
  #followFolders(): void {
    for (const folder of this.#folders.keys()) {
      if (existsSync(folder)) continue;
      this.#forget(folder);
      this.#lost.add(folder);
    }
    for (const folder of this.#lost) {
      let there = folder;
      while (!existsSync(there)) there = dirname(there);
      this.addFolder(there);
      if (there !== folder) continue;
      this.#lost.delete(folder);
      for (const file of this.#hashes.keys()) if (dirname(file) === folder) this.#touched.add(file);
    }
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#folders.values()) watcher.close();
    this.#folders.clear();
  }

  /** Watches a folder and those in it, also when they come later; scripts in them count as new. */
  addTree(folder: string): void {
    this.#trees.add(folder);
    this.addFolder(dirname(folder));
    this.#enter(folder);
  }

  #enter(folder: string): void {
    this.addFolder(folder);
    if (!isFolder(folder)) return;
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.#enter(path);
      else this.#touched.add(path);
    }
  }

  #touch(path: string): void {
    this.#touched.add(path);
    const now = performance.now();
    this.#since ??= now;
    if (this.#timer !== undefined && now - this.#since >= LONGEST) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), REST);
  }

  #inTree(path: string): boolean {
    for (const tree of this.#trees) if (path === tree || path.startsWith(tree + sep)) return true;
    return false;
  }

  #look(): void {
    this.#timer = this.#since = undefined;
    this.#followFolders();
    for (const path of this.#touched) if (this.#inTree(path) && isFolder(path)) this.#enter(path);
    const files = [...this.#touched].filter((file) => {
      if (!this.#hashes.has(file) && !isScriptFile(file)) return false;
      const hash = hashOf(file);
      if (this.#hashes.get(file) === hash && !this.#unreported.has(file)) return false;
      this.#hashes.set(file, hash);
      return true;
    });
    this.#touched.clear();
    this.#unreported.clear();
    if (files.length > 0) this.#report(files);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function hashOf(file: string): string {
  try {
    return digest(readFileSync(file, "utf8"));
  } catch {
    return "absent";
  }
}

function digest(content: string): string {
  return createHash("sha1").update(content).digest("base64");
}
