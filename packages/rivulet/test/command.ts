import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = fileURLToPath(new URL("../bin/rivulet.js", import.meta.url));

export interface CommandOptions {
  /** The user to run as. */
  readonly uid?: number | undefined;
}

/** A command that runs in a folder. */
export class Command {
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #heard = new Set<() => void>();
  out = "";
  err = "";
  /** What ended it, if that was a signal. */
  signal: NodeJS.Signals | null = null;

  constructor(folder: string, args: readonly string[], { uid }: CommandOptions) {
    this.#child = spawn(process.execPath, [cli, ...args], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid }),
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => this.#hear(() => (this.out += text)));
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => this.#hear(() => (this.err += text)));
    this.exit = new Promise((resolve) => {
      this.#child.once("close", (code, signal) => {
        this.signal = signal;
        this.#hear(() => resolve(code));
      });
    });
  }

  /** The address that was printed. */
  async url(): Promise<string> {
    await this.until(() => /http:\/\/\S+\n/.test(this.out));
    return /http:\/\/\S+/.exec(this.out)?.[0] ?? "";
  }

  /** Resolves when a condition on what was written holds; rejects when the command ends before. */
  async until(holds: () => boolean): Promise<void> {
    let code: number | null | undefined;
    void this.exit.then((ended) => (code = ended));
    while (!holds()) {
      if (code !== undefined) throw new Error(`the command ended with ${code}:\n${this.out}${this.err}`);
      await new Promise<void>((resolve) => this.#heard.add(resolve));
    }
  }

  /** Asks it to end and returns the exit code. */
  async end(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    this.#child.kill(signal);
    return this.exit;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.exit;
  }

  #hear(take: () => void): void {
    take();
    for (const resolve of this.#heard) resolve();
    this.#heard.clear();
  }
}

/** A folder with files, outside any project. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-cli-")));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.save(name, text);
  }

  save(name: string, text: string): void {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  run(options: CommandOptions, ...args: readonly string[]): Command {
    return new Command(this.path, args, options);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
