import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

const HASH = /^[0-9a-f]{64}$/;
const TEMPORARY = /\.tmp$/;
/** Milliseconds after which nobody is writing a temporary file any more. */
const ABANDONED = 60_000;
/** Room is made for more than one file at a time. */
const ROOM = 0.9;

interface Indexed {
  readonly folder: string;
  readonly size: number;
}

/** The files of a cache and their sizes, the least recently used first. */
export class FileIndex {
  readonly #files = new Map<string, Indexed>();
  readonly #maxBytes: number;
  #bytes = 0;

  private constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** Makes the folder, for its owner alone, or finds what is in it. Rejects if neither can be done. */
  static async open(root: string, maxBytes: number): Promise<FileIndex> {
    await mkdir(root, { recursive: true, mode: 0o700 });
    // What a page computed is no source.
    await writeFile(join(root, ".gitignore"), "*\n", { mode: 0o600 });
    const found: { readonly path: string; readonly folder: string; readonly size: number; readonly used: number }[] = [];
    for (const folder of (await readdir(root)).filter((name) => HASH.test(name))) {
      for (const name of await readdir(join(root, folder))) {
        const path = join(root, folder, name);
        const { size, mtimeMs } = await stat(path);
        if (HASH.test(name)) found.push({ path, folder, size, used: mtimeMs });
        else if (TEMPORARY.test(name) && Date.now() - mtimeMs > ABANDONED) await rm(path, { force: true });
      }
    }
    const index = new FileIndex(maxBytes);
    for (const { path, folder, size } of found.toSorted((a, b) => a.used - b.used)) index.add(path, folder, size);
    return index;
  }

  add(path: string, folder: string, size: number): void {
    this.remove(path);
    this.#files.set(path, { folder, size });
    this.#bytes += size;
  }

  /** A file was used. */
  touch(path: string): void {
    const file = this.#files.get(path);
    if (file === undefined) return;
    this.#files.delete(path);
    this.#files.set(path, file);
  }

  remove(path: string): void {
    this.#bytes -= this.#files.get(path)?.size ?? 0;
    this.#files.delete(path);
  }

  removeFolder(folder: string): void {
    for (const path of this.#of(folder)) this.remove(path);
  }

  /** The files that have to go before one more of this size can come, or undefined if it can never. */
  givingWay(
    path: string,
    folder: string,
    { size, maxEntries = Infinity }: { size: number; maxEntries?: number | undefined },
  ): string[] | undefined {
    if (size > this.#maxBytes) return undefined;
    const others = this.#of(folder).filter((other) => other !== path);
    const gone = new Set(others.slice(0, Math.max(0, others.length + 1 - maxEntries)));
    let bytes = this.#bytes + size;
    for (const other of [path, ...gone]) bytes -= this.#files.get(other)?.size ?? 0;
    if (bytes > this.#maxBytes) {
      for (const [other, file] of this.#files) {
        if (bytes <= this.#maxBytes * ROOM) break;
        if (gone.has(other) || other === path) continue;
        gone.add(other);
        bytes -= file.size;
      }
    }
    return [...gone];
  }

  #of(folder: string): string[] {
    return [...this.#files].filter(([, file]) => file.folder === folder).map(([path]) => path);
  }
}
