import { appendFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";

/** Names the folder of gates to the pages of a server. */
const FOLDER = "RIVULET_SPEC_GATES";

/** The gates at which the pages of a spec wait until it opens them: files in a folder of its own. */
export class Gates {
  readonly #folder = mkdtempSync(join(tmpdir(), "rivulet-gates-"));

  /** The environment of the server whose pages have these gates. */
  readonly env = { [FOLDER]: this.#folder };

  open(name: string): void {
    writeFileSync(join(this.#folder, name), "");
  }

  close(name: string): void {
    rmSync(join(this.#folder, name), { force: true });
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}

/** Called by a page: blocks its thread until the gate is open. */
export function blockAt(name: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  while (!isOpen(name)) Atomics.wait(sleeper, 0, 0, 5);
}

/** Called by a page: awaits that the gate opens, or that the run is over. */
export async function waitAt(name: string, signal: AbortSignal): Promise<void> {
  while (!isOpen(name) && !signal.aborted) await setTimeout(5);
}

/** Called by a page: how often that was done under this name, on the whole server. */
export function countRun(name: string): number {
  const file = join(process.env[FOLDER] ?? "", name);
  appendFileSync(file, ".");
  return statSync(file).size;
}

function isOpen(name: string): boolean {
  return existsSync(join(process.env[FOLDER] ?? "", name));
}
