import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rename, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { CacheEntry } from "../../thread/cache/cache-entry.ts";
import type { CacheKey, CacheRange } from "../../thread/cache/cache-key.ts";
import type { SavedValue, SavedValues } from "../../thread/cache/saved-values.ts";
import { FileIndex } from "./file-index.ts";
import { decodeFile, encodeFile, nameOf } from "./value-file.ts";

export interface DiskCacheOptions {
  /** Made when the first value is asked for. */
  readonly folder: string;
  /** Bytes of all files together. Default 1 GB. */
  readonly maxBytes?: number | undefined;
  /** Hears of what cannot be read or written. */
  readonly warn: (text: string) => void;
  /** Milliseconds of the wall clock. */
  readonly now?: (() => number) | undefined;
}

const DEFAULT_MAX_BYTES = 1024 ** 3;

/** Keeps values in files: `<hash of the function>/<hash of the arguments>`, whole or not at all, for the owner alone. */
export class DiskCache implements SavedValues {
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #warn: (text: string) => void;
  readonly #now: () => number;
  #index: Promise<FileIndex | undefined> | undefined;
  /** Writes and clears happen one after the other. */
  #last: Promise<void> = Promise.resolve();
  #lastClear: Promise<void> = Promise.resolve();

  constructor({ folder, maxBytes = DEFAULT_MAX_BYTES, warn, now = Date.now }: DiskCacheOptions) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#warn = warn;
    this.#now = now;
  }

  async read(key: CacheKey): Promise<SavedValue | undefined> {
    await this.#lastClear;
    const index = await this.#open();
    if (index === undefined) return undefined;
    const { path } = this.#place(key);
    try {
      const read = await decodeFile(key, await readFile(path));
      if (read.kind === "value") {
        index.touch(path);
        const used = new Date(this.#now());
        await utimes(path, used, used);
        return { bytes: read.bytes, age: Math.max(0, this.#now() - read.made) };
      }
      if (read.kind === "corrupt") this.#warn(`The cached value in ${path} cannot be used, ${read.problem}: it will be made again.`);
      void this.#then(() => this.#remove(index, path));
    } catch (error) {
      if (!isMissing(error)) this.#failed("read", path, error);
    }
    return undefined;
  }

  write(key: CacheKey, entry: CacheEntry, maxEntries: number | undefined): void {
    const made = this.#now();
    void this.#then(async () => {
      const index = await this.#open();
      if (index === undefined) return;
      const { path, folder } = this.#place(key);
      const [header, body] = await encodeFile(key, entry.bytes(), made);
      const size = header.length + body.length;
      const gone = index.givingWay(path, folder, { size, maxEntries });
      // The value before it is out of date all the same.
      if (gone === undefined) return this.#remove(index, path);
      for (const other of gone) await this.#remove(index, other);
      await mkdir(join(this.#folder, folder), { recursive: true, mode: 0o700 });
      await writeWhole(path, [header, body]);
      index.add(path, folder, size);
    });
  }

  clear({ scope, fn, args }: CacheRange): Promise<void> {
    // What is one session's own never comes here.
    if (scope !== undefined && scope !== "") return Promise.resolve();
    this.#lastClear = this.#then(async () => {
      const index = await this.#open();
      if (index === undefined) return;
      if (fn !== undefined && args !== undefined) return this.#remove(index, this.#place({ scope: "", fn, args }).path);
      const folders = fn === undefined ? (await readdir(this.#folder)).filter((name) => /^[0-9a-f]{64}$/.test(name)) : [nameOf(fn)];
      for (const folder of folders) {
        await rm(join(this.#folder, folder), { recursive: true, force: true });
        index.removeFolder(folder);
      }
    });
    return this.#lastClear;
  }

  /** Resolves when everything that was to be written is. */
  settled(): Promise<void> {
    return this.#last;
  }

  #place({ fn, args }: CacheKey): { readonly path: string; readonly folder: string } {
    const folder = nameOf(fn);
    return { folder, path: join(this.#folder, folder, nameOf(args)) };
  }

  #then(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch((error: unknown) => this.#failed("changed", this.#folder, error));
    return this.#last;
  }

  #open(): Promise<FileIndex | undefined> {
    this.#index ??= FileIndex.open(this.#folder, this.#maxBytes).catch((error: unknown) => {
      this.#failed("used", this.#folder, error);
      return undefined;
    });
    return this.#index;
  }

  async #remove(index: FileIndex, path: string): Promise<void> {
    await rm(path, { force: true });
    index.remove(path);
  }

  #failed(what: string, path: string, error: unknown): void {
    this.#warn(`The cache on disk cannot be ${what} (${path}): ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Whoever reads sees the old file or the new one, never a part. */
async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const file = await open(temporary, "wx", 0o600);
    try {
      for (const part of parts) await file.writeFile(part);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
