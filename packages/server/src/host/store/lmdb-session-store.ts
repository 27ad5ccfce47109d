import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Database, open, type RootDatabase } from "lmdb";
import { pack, unpack } from "msgpackr/pack";
import { FolderLock } from "./folder-lock.ts";
import type { Durability, SessionChange, SessionStore, StoredSession } from "./session-store.ts";

/** The value at a session's id; its version is the epoch. */
type Row = readonly [tokens: readonly string[], left: number | null, head: Uint8Array];

/**
 * Sessions in a folder, of this process alone, for its owner alone. Writes are put into the next transaction, which another thread
 * writes: the caller never waits for the disk.
 */
export class LmdbSessionStore implements SessionStore {
  readonly #lock: FolderLock;
  readonly #env: RootDatabase<Buffer, string>;
  readonly #rows: Database<Buffer, string>;
  readonly #parts: Database<Buffer, Buffer>;
  readonly #tokens: Database<Buffer, string>;
  readonly #durability: Durability;
  readonly #opened = Date.now();

  private constructor(lock: FolderLock, env: RootDatabase<Buffer, string>, durability: Durability) {
    this.#lock = lock;
    this.#env = env;
    this.#rows = env.openDB<Buffer, string>({ name: "sessions", encoding: "binary", useVersions: true });
    this.#parts = env.openDB<Buffer, Buffer>({ name: "parts", encoding: "binary", keyEncoding: "binary" });
    this.#tokens = env.openDB<Buffer, string>({ name: "tokens", encoding: "binary" });
    this.#durability = durability;
  }

  /** Throws `FolderInUse`, and whatever the file system says. */
  static async open(folder: string, durability: Durability = "process"): Promise<LmdbSessionStore> {
    // The files are made by native code, which asks the process alone whom they are for.
    const umask = process.umask(0o077);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // What users have entered is no source.
      writeFileSync(join(folder, ".gitignore"), "*\n");
      const lock = await FolderLock.take(folder);
      try {
        return new LmdbSessionStore(
          lock,
          open<Buffer, string>({ path: folder, encoding: "binary", maxDbs: 3, noSubdir: false }),
          durability,
        );
      } catch (error) {
        await lock.release();
        throw error;
      }
    } finally {
      process.umask(umask);
    }
  }

  create(id: string, change: SessionChange): Promise<boolean> {
    return this.#written(this.#rows.ifNoExists(id, () => this.#put(id, 1, change, [])));
  }

  commit(id: string, epoch: number, change: SessionChange): Promise<boolean> {
    const before = this.#row(id)?.row[0] ?? [];
    return this.#written(this.#rows.ifVersion(id, epoch, () => this.#put(id, epoch, change, before)));
  }

  async attach(token: string, isLive: (id: string) => boolean): Promise<StoredSession | undefined> {
    const id = this.#tokens.get(token)?.toString();
    const found = id === undefined || isLive(id) ? undefined : this.#row(id);
    if (id === undefined || found === undefined) return undefined;
    const [tokens, , head] = found.row;
    const epoch = found.epoch + 1;
    const parts = new Map<string, Uint8Array>();
    for (const { key, value } of this.#parts.getRange(partsOf(id))) parts.set(key.subarray(id.length + 1).toString(), value);
    const row: Row = [tokens, null, head];
    const mine = await this.#written(this.#rows.put(id, pack(row), epoch, found.epoch));
    return mine ? { id, epoch, tokens, head, parts } : undefined;
  }

  async remove(id: string): Promise<void> {
    const tokens = this.#row(id)?.row[0] ?? [];
    const parts = [...this.#parts.getKeys(partsOf(id))];
    await this.#written(
      this.#rows.batch(() => {
        for (const token of tokens) void this.#tokens.remove(token);
        for (const part of parts) void this.#parts.remove(part);
        void this.#rows.remove(id);
      }),
    );
  }

  async sweep(before: number, isLive: (id: string) => boolean): Promise<number> {
    const gone: string[] = [];
    for (const { key, value } of this.#rows.getRange()) {
      const [, left] = unpack(value) as Row;
      if ((left ?? this.#opened) < before && !isLive(key)) gone.push(key);
    }
    await Promise.all(gone.map((id) => this.remove(id)));
    return gone.length;
  }

  async close(): Promise<void> {
    await this.#env.flushed;
    await this.#env.close();
    await this.#lock.release();
  }

  #row(id: string): { readonly row: Row; readonly epoch: number } | undefined {
    const entry = this.#rows.getEntry(id);
    return entry && { row: unpack(entry.value) as Row, epoch: entry.version ?? 0 };
  }

  #put(id: string, epoch: number, { tokens, left, head, parts }: SessionChange, before: readonly string[]): void {
    const row: Row = [tokens, left ?? null, head];
    void this.#rows.put(id, pack(row), epoch);
    for (const token of before) if (!tokens.includes(token)) void this.#tokens.remove(token);
    for (const token of tokens) if (!before.includes(token)) void this.#tokens.put(token, Buffer.from(id));
    for (const [name, bytes] of parts) {
      if (bytes === null) void this.#parts.remove(partKey(id, name));
      else void this.#parts.put(partKey(id, name), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
  }

  async #written(done: Promise<boolean>): Promise<boolean> {
    const result = await done;
    if (this.#durability === "disk") await this.#env.flushed;
    return result;
  }
}

// Ids are base64url: no slash is in them, and "0" comes next to the slash.
function partKey(id: string, name: string): Buffer {
  return Buffer.from(`${id}/${name}`);
}

function partsOf(id: string): { readonly start: Buffer; readonly end: Buffer } {
  return { start: Buffer.from(`${id}/`), end: Buffer.from(`${id}0`) };
}
