import { createHash } from "node:crypto";
import { realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The longest path of a Unix socket that every system takes. */
const MAX_PATH = 100;
/** Milliseconds that the holder has to say its process id. */
const ANSWER = 500;

/** A folder that another process holds. */
export class FolderInUse extends Error {
  /** Of the process that holds it; undefined if it did not say. */
  readonly pid: number | undefined;

  constructor(pid: number | undefined) {
    super("the folder is in use");
    this.pid = pid;
  }
}

/**
 * A folder for one process at a time. The lock is a socket that the process listens on: the system closes it however the process
 * ends, so that a lock that was left behind is known from one that is held, also across containers with process ids of their own.
 */
export class FolderLock {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Throws `FolderInUse`. */
  static async take(folder: string): Promise<FolderLock> {
    const path = lockPath(realpathSync(folder));
    for (;;) {
      const server = createServer((socket) => socket.on("error", () => {}).end(String(process.pid))).unref();
      if (await listens(server, path)) return new FolderLock(server);
      const tried = statSync(path, { throwIfNoEntry: false })?.ino;
      const holder = await ask(path);
      if (holder.alive) throw new FolderInUse(holder.pid);
      if (tried !== undefined) putAside(path, tried);
    }
  }

  async release(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function lockPath(folder: string): string {
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  if (process.platform === "win32") return String.raw`\\.\pipe\rivulet-${name}`;
  const path = join(folder, "lock");
  return Buffer.byteLength(path) <= MAX_PATH ? path : join(tmpdir(), `rivulet-${name}.lock`);
}

/** False if there is something at the path already. */
function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? resolve(false) : reject(error)));
    server.listen({ path, readableAll: false, writableAll: false }, () => resolve(true));
  });
}

function ask(path: string): Promise<{ readonly alive: boolean; readonly pid?: number | undefined }> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(path);
    const timer = setTimeout(() => answer(true), ANSWER);
    const answer = (alive: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ alive, pid: Number.parseInt(text, 10) || undefined });
    };
    socket.setEncoding("utf8").on("data", (part: string) => (text += part));
    socket
      .on("end", () => answer(true))
      .on("error", ({ code }: NodeJS.ErrnoException) => answer(code !== "ECONNREFUSED" && code !== "ENOENT"));
  });
}

/** Removes a lock that nobody holds. If another process was quicker and holds the path now, its lock is put back. */
function putAside(path: string, tried: number): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    if (statSync(aside).ino === tried) rmSync(aside);
    else renameSync(aside, path);
  } catch (error) {
    // Another process has removed it.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}
