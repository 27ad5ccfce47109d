import { spawn } from "node:child_process";
import { existsSync, readdirSync, watch } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./root.mjs";
import { CommandFailed, runMain, tool } from "./run.mjs";
import { build, install } from "./set-up.mjs";

const DEFAULT_PAGE = "everything";
/** Milliseconds without another written file after which the compiler counts as done. */
const QUIET = 150;

const [name = DEFAULT_PAGE] = process.argv.slice(2);
const playground = join(root, "apps/playground");
const cli = join(root, "packages/rivulet/bin/rivulet.js");

await runMain(async () => {
  const page = join(playground, name, "page.ts");
  if (!existsSync(page))
    throw new CommandFailed(`There is no playground page ${JSON.stringify(name)}. There are: ${playgroundPages().join(", ")}.`);
  await install();
  await build();
  const compiler = start("tsc", tool("tsc"), ["-b", "-w", "--preserveWatchOutput", "packages/server", "packages/rivulet"]);
  const server = await startServer(page);
  restartOnChange(server);
  const client = start("client", tool("vite"), ["packages/client", "--clearScreen", "false"], { RIVULET_SERVER: server.address });
  console.log(
    `\nEdit packages/client: the page that the client's address shows follows at once. Edit packages/server: the server restarts.\n`,
  );
  await Promise.race([compiler, client].map((child) => new Promise((resolve) => child.once("close", resolve))));
  throw new CommandFailed("A part of the development server ended (see above); the rest was stopped.");
}).finally(() => process.exit());

function playgroundPages() {
  return readdirSync(playground).filter((entry) => existsSync(join(playground, entry, "page.ts")));
}

/**
 * Starts a part of the whole that ends with it, its lines marked with its name.
 * @param {string} label
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(label, command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  for (const stream of [child.stdout, child.stderr])
    createInterface(stream).on("line", (line) => console.log(`${label.padEnd(6)} | ${line}`));
  const stop = () => child.kill();
  process.once("exit", stop);
  child.once("close", () => process.off("exit", stop));
  return child;
}

/**
 * @typedef {{ address: string, restart: () => void }} DevServer
 * @param {string} page
 * @returns {Promise<DevServer>} when it listens; restarts keep the port
 */
function startServer(page) {
  return new Promise((resolve, reject) => {
    let port = "0";
    /** @type {ReturnType<typeof start>} */
    let child;
    let restarting = false;
    const launch = () => {
      // Module by module, as the compiler writes them: nobody makes a bundle of them meanwhile.
      child = start("server", process.execPath, ["--conditions=@rivulet/modules", cli, "dev", page, "--port", port]);
      createInterface(child.stdout).on("line", (line) => {
        const address = /http:\/\/\S+/.exec(line)?.[0];
        if (!address || port !== "0") return;
        port = new URL(address).port;
        resolve({ address, restart });
      });
      child.once("close", () => {
        if (restarting) launch();
        else if (port === "0") reject(new CommandFailed("The server ended before it printed an address (see above)."));
        restarting = false;
      });
    };
    const restart = () => {
      if (child.exitCode !== null) return launch();
      restarting = true;
      child.kill();
    };
    launch();
  });
}

/**
 * The compiler writes many files at a time: the server restarts once, when it has been quiet for a moment.
 * @param {DevServer} server
 */
function restartOnChange(server) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  for (const name of ["protocol", "server", "rivulet"]) {
    watch(join(root, "packages", name, "dist"), { recursive: true }, (_, file) => {
      if (!file?.endsWith(".js")) return;
      clearTimeout(timer);
      timer = setTimeout(server.restart, QUIET);
    });
  }
}
