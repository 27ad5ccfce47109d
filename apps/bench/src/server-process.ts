import { type ChildProcess, spawn } from "node:child_process";
import { createServer, type AddressInfo } from "node:net";

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Default: that of this process. */
  readonly cwd?: string | undefined;
  /** Finds the page's address in a line of the server's output. */
  readonly address: (line: string) => string | undefined;
}

export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const START_TIMEOUT = 60_000;
const STOP_TIMEOUT = 5000;
const running = new Set<ChildProcess>();
process.on("exit", endProcesses);

/** Ends the servers of a scenario that failed: they would share the machine with the next one. */
export function endProcesses(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** Starts a server and resolves when it has said its address. It ends with this process, whatever happens. */
export async function startProcess({ command, args, env, cwd, address }: Launch): Promise<ServerProcess> {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      running.delete(child);
      resolve();
    });
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const fail = (why: string) => reject(new Error(`${command} ${args.join(" ")} ${why}:\n${output}`));
    const timer = setTimeout(() => fail("did not say its address in time"), START_TIMEOUT);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = output
        .split("\n")
        .slice(0, -1)
        .map(address)
        .find((line) => line !== undefined);
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", (error) => fail(error.message));
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT);
    await exited;
    clearTimeout(timer);
  };
  return { url, pid: child.pid as number, stop };
}

/** A port that nobody uses now, for servers that cannot choose one themselves. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
