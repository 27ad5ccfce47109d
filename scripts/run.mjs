import { execFile, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./root.mjs";

/** A command that could not be started, or that failed; its output has been shown already. */
export class CommandFailed extends Error {}

/**
 * Runs a command at the top folder with its output shown, and rejects with `CommandFailed` unless it exits with 0.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's
 * @returns {Promise<void>}
 */
export async function run(command, args, env = {}) {
  const status = await exitCode(command, args, env);
  if (status !== 0) throw new CommandFailed(`\`${[command, ...args].join(" ")}\` failed with exit code ${status}.`);
}

/**
 * Runs a command at the top folder with its output shown, and resolves to its exit code. It gets no stdin, so nothing can wait for an answer.
 * Signals are passed on and the command is waited for; a terminal's Ctrl-C reaches it without that.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's
 * @returns {Promise<number>}
 */
export function exitCode(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", ...env },
      stdio: ["ignore", "inherit", "inherit"],
      shell: process.platform === "win32",
    });
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      if (signal !== "SIGINT" || !process.stdout.isTTY) child.kill(signal);
    };
    const signals = /** @type {const} */ (["SIGINT", "SIGTERM"]);
    for (const signal of signals) process.on(signal, stop);
    const free = () => signals.forEach((signal) => process.off(signal, stop));
    child.on("error", (cause) => {
      free();
      reject(new CommandFailed(`\`${command}\` could not be started: ${cause.message}`, { cause }));
    });
    child.on("close", (code, signal) => {
      free();
      resolve(signal === null ? (code ?? 1) : 130);
    });
  });
}

/**
 * Runs a command at the top folder and shows its output only if it fails; resolves to whether it exited with 0.
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
export function passesQuietly(command, args) {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: root, maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" }, (error, stdout, stderr) => {
      if (error) console.log(`${stdout}${stderr}`);
      resolve(error === null);
    });
  });
}

/**
 * The path of a tool that `npm ci` installed.
 * @param {string} name
 */
export function tool(name) {
  return join(root, "node_modules", ".bin", name);
}

/**
 * Runs a script's main function: a failed command ends the process with 1 and one line, anything else with its stack.
 * @param {() => Promise<number | void>} main resolves to the exit code, 0 if undefined
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    console.error(error instanceof CommandFailed ? `\n${error.message}` : error);
  }
}
