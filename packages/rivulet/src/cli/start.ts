import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { displayPath, loadEnv, openBuiltPages } from "@rivulet/server/built";
import type { ServeFlags } from "./arguments.ts";
import { entryFile } from "./entry-file.ts";
import { RUNTIME, VERSION } from "./installation.ts";

/** `rivulet start`: serves the folder of a build, or builds a page for itself first. Returns the exit code. */
export async function start(path: string, flags: ServeFlags): Promise<number> {
  process.env.NODE_ENV ??= "production";
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true || path.endsWith("rivulet.json")) {
    const folder = resolve(path.endsWith("rivulet.json") ? dirname(path) : path);
    loadEnv(join(folder, "rivulet.json"));
    await serveBuild({ folder, name: displayPath(folder), app: dirname(folder) }, flags);
    return 0;
  }
  const entry = entryFile(path);
  loadEnv(entry);
  const folder = cacheFolder(entry);
  try {
    const [failed] = await Promise.all([prepare(entry, folder), preload()]);
    if (failed === 0) await serveBuild({ folder, name: displayPath(entry), app: dirname(entry) }, flags);
    return failed;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Build {
  readonly folder: string;
  /** As messages name it. */
  readonly name: string;
  /** The folder of the app: of its page, or of its build, which the next one replaces. */
  readonly app: string;
}

async function serveBuild({ folder, name, app }: Build, flags: ServeFlags): Promise<void> {
  const pages = openBuiltPages({ manifest: folder, runtime: RUNTIME, version: VERSION });
  process.stdout.write(`rivulet ${VERSION} start ${name}\n`);
  const { serve } = await import("./serve.ts");
  await serve(pages, app, pages.config, flags);
}

/** A folder of this process's own, below the nearest node_modules: built pages find the packages there that their sources find. */
function cacheFolder(entry: string): string {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, "node_modules");
    if (statSync(packages, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    try {
      const cache = join(packages, ".rivulet");
      mkdirSync(cache, { recursive: true });
      sweep(cache);
      return mkdtempSync(join(cache, `start-${process.pid}-`));
    } catch {
      break;
    }
  }
  return mkdtempSync(join(tmpdir(), "rivulet-"));
}

/** Removes what processes left behind that were killed. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache)) {
    const pid = /^start-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Loads the server's code, which takes as long as the page takes to be compiled meanwhile. */
async function preload(): Promise<void> {
  const { preloadSessionStore } = await import("@rivulet/server");
  await Promise.all([import("./serve.ts"), preloadSessionStore()]);
}

/** Builds in a process of its own: the one that serves never loads the compiler. */
function prepare(entry: string, folder: string): Promise<number> {
  const cache = new URL("./compile-cache.js", import.meta.url).href;
  const program = fileURLToPath(new URL("./prepare.js", import.meta.url));
  const child = spawn(process.execPath, ["--import", cache, program, entry, folder], { stdio: "inherit" });
  return new Promise((done, fail) => child.on("error", fail).on("exit", (code) => done(code ?? 1)));
}
