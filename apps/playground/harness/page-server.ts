import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const CLI = fileURLToPath(new URL("../../../packages/rivulet/bin/rivulet.js", import.meta.url));

/** A `rivulet` process that serves one page. */
export interface PageServer {
  /** Such as `http://127.0.0.1:40123/`. */
  readonly address: string;
  /** What it has printed so far, line by line, both streams. */
  readonly output: readonly string[];
  stop(): Promise<void>;
}

export interface PageServerOptions {
  /** `start` (default) serves the page built, `dev` with rerun on save. */
  readonly command?: "start" | "dev";
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built command line on a page at a free port; rejects with its output if it ends before it prints an address. */
export async function startPage(page: URL, { command = "start", args = [], env = {} }: PageServerOptions = {}): Promise<PageServer> {
  // Pages are tested beside one another, also the same one.
  const state = await mkdtemp(join(tmpdir(), "rivulet-state-"));
  const child = spawn(process.execPath, [CLI, command, fileURLToPath(page), "--port", "0", ...args], {
    env: { ...process.env, NO_COLOR: "1", RIVULET_STATE_DIR: state, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close").then(async (ended) => {
    await rm(state, { recursive: true, force: true });
    return ended;
  });
  const output: string[] = [];
  const address = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface(stream).on("line", (line) => {
        output.push(line);
        const url = /https?:\/\/[^\s]+/.exec(line)?.[0];
        if (url) resolve(url);
      });
    }
  });
  const stop = async () => {
    child.kill();
    await closed;
  };
  const ended = closed.then(([code]) => {
    throw new Error(`rivulet ${command} ${fileURLToPath(page)} ended with ${String(code)}:\n${output.join("\n")}`);
  });
  const url = await Promise.race([address, ended]);
  // After the address is known an end is the test's affair: `stop` causes one.
  ended.catch(() => undefined);
  return { address: url, output, stop };
}
