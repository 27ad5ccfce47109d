import { join } from "node:path";
import { RivuletError } from "../../errors.ts";
import type { ServerOptions } from "../options.ts";
import { FolderInUse } from "./folder-lock.ts";
import { MemorySessionStore } from "./memory-session-store.ts";
import type { SessionStore } from "./session-store.ts";

type Options = Pick<ServerOptions, "stateDir" | "sessionStore" | "durability">;

/** The store that a server of `entry` was told to keep its sessions in. Throws rather than keeping them anywhere else. */
export async function openSessionStore({ stateDir, sessionStore = "memory", durability }: Options, entry: string): Promise<SessionStore> {
  if (sessionStore === "memory") return new MemorySessionStore();
  if (stateDir === undefined) throw new RivuletError("RIVULET_STATE_DIR", { folder: "(none)", reason: "no stateDir was given" });
  // Apps whose pages lie side by side each have their own.
  const folder = join(stateDir, "sessions", entry.replaceAll(/[^\w.-]/g, "-"));
  try {
    // Whoever keeps sessions in memory does not load the native module.
    const { LmdbSessionStore } = await import("./lmdb-session-store.ts");
    return await LmdbSessionStore.open(folder, durability);
  } catch (error) {
    if (error instanceof FolderInUse) {
      const holder = error.pid === undefined ? "another process" : `process ${error.pid}`;
      throw new RivuletError("RIVULET_STATE_DIR_IN_USE", { folder: stateDir, holder }, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new RivuletError("RIVULET_STATE_DIR", { folder, reason }, { cause: error });
  }
}

/** Loads the native code of the store on disk ahead of time, for whoever has some to spare. What fails here fails again, and is told, when the store is opened. */
export async function preloadSessionStore(): Promise<void> {
  await import("./lmdb-session-store.ts").catch(() => undefined);
}
