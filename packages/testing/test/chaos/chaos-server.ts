import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

/** Bugs that the suite must find: `RIVULET_PLANT=<name>` plants one in any run of it. */
export type Plant = "dedupe-off" | "replay-off" | "reconciler-by-position" | "drain-off";

const CLI = path.join(path.dirname(createRequire(import.meta.url).resolve("rivulet/package.json")), "bin/rivulet.js");
const MEMORY = new URL("./memory-preload.mjs", import.meta.url).href;
const PLANT = new URL("./plant-preload.mjs", import.meta.url).href;

/** The page under test, built once for many servers. */
export class ChaosBuild implements Disposable {
  readonly folder = mkdtempSync(path.join(tmpdir(), "rivulet-chaos-"));

  static async make(): Promise<ChaosBuild> {
    const build = new ChaosBuild();
    cpSync(path.join(import.meta.dirname, "fixtures"), build.folder, { recursive: true });
    await promisify(execFile)(process.execPath, [CLI, "build", "app.ts"], { cwd: build.folder });
    return build;
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** `rivulet start` as its users run it, which can be killed and started again: the same port, the same sessions. */
export class ChaosServer implements AsyncDisposable {
  port = 0;
  /** What it has written. */
  log = "";
  #child: ChildProcess | undefined;
  readonly #build: ChaosBuild;
  readonly #state: string;
  readonly #bug: Plant | undefined;
  readonly #died: (why: string) => void;

  private constructor(build: ChaosBuild, bug: Plant | undefined, died: (why: string) => void) {
    this.#build = build;
    this.#bug = bug;
    this.#died = died;
    this.#state = mkdtempSync(path.join(tmpdir(), "rivulet-chaos-state-"));
  }

  /** `died` is told when it ends by itself. */
  static async start(build: ChaosBuild, bug: Plant | undefined, died: (why: string) => void): Promise<ChaosServer> {
    const server = new ChaosServer(build, bug, died);
    await server.#start();
    return server;
  }

  /** Ends it, by a signal that it cannot refuse or one that it can answer, and starts it again. */
  async restart(signal: "SIGKILL" | "SIGTERM"): Promise<void> {
    const child = this.#child as ChildProcess;
    child.removeAllListeners("exit");
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
    await this.#start();
  }

  /** Bytes that its main thread holds, without garbage. */
  async memory(): Promise<number> {
    const child = this.#child as ChildProcess;
    const answer = once(child, "message");
    child.send("memory");
    return ((await answer) as [number])[0];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.removeAllListeners("exit");
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    }
    rmSync(this.#state, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const child = fork(CLI, ["start", "dist", "--port", String(this.port)], {
      cwd: this.#build.folder,
      // Worker threads inherit these. A bug is planted in a single module, of which the bundle has a copy of its own.
      execArgv: ["--import", MEMORY, ...(this.#bug === undefined ? [] : ["--conditions=@rivulet/modules", "--import", PLANT])],
      env: { ...process.env, RIVULET_STATE_DIR: this.#state, RIVULET_PLANT: this.#bug ?? "" },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#child = child;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (this.log = (this.log + text).slice(-20_000)));
    child.once("exit", (code, signal) => this.#died(`the server has ended with ${code ?? signal}: ${this.log}`));
    let out = "";
    await new Promise<void>((resolve, reject) => {
      child.stdout?.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        const port = /http:\/\/\S+?:(\d+)\S*\n/.exec(out)?.[1];
        if (port === undefined) return;
        this.port = Number(port);
        resolve();
      });
      child.once("exit", (code) => reject(new Error(`the server has ended with ${code} at its start: ${out}${this.log}`)));
    });
  }
}
