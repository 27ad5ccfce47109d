import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { CacheEntry } from "../../thread/cache/cache-entry.ts";
import type { CacheKey } from "../../thread/cache/cache-key.ts";
import { DiskCache } from "./disk-cache.ts";

let folder: string;
let warnings: string[];
let now: number;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "rivulet-disk-")), "state/cache");
  warnings = [];
  now = 1_000_000;
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(join(folder, "../.."), { recursive: true });
});

/** The cache as a new process finds it. */
const start = (maxBytes?: number): DiskCache => new DiskCache({ folder, maxBytes, warn: (text) => warnings.push(text), now: () => now });
const key = (args: string, fn = "f"): CacheKey => ({ scope: "", fn, args });
const write = (
  cache: DiskCache,
  args: string,
  { fn = "f", bytes = 1, maxEntries }: { fn?: string; bytes?: number; maxEntries?: number } = {},
) => cache.write(key(args, fn), CacheEntry.of(new Uint8Array(bytes).fill(args.charCodeAt(0))), maxEntries);
const read = async (cache: DiskCache, args: string, fn?: string): Promise<string | undefined> => {
  const bytes = (await cache.read(key(args, fn)))?.bytes;
  return bytes && String.fromCharCode(bytes[0] ?? 0);
};
/** One after the other: a read is a use, and the order of uses decides what goes. */
async function held(cache: DiskCache, names: string, fn?: string): Promise<string> {
  let found = "";
  for (const name of names) found += (await read(cache, name, fn)) ?? "";
  return found;
}

/** Every file below the folder that holds a value. */
function files(): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== ".gitignore")
    .map((entry) => join(entry.parentPath, entry.name));
}

test("a value is there after a restart, with its age by the wall clock", async () => {
  const cache = start();
  write(cache, "a", { bytes: 5 });
  await cache.settled();
  now += 60_000;
  const found = await start().read(key("a"));
  expect([[...(found?.bytes ?? [])], found?.age]).toEqual([[97, 97, 97, 97, 97], 60_000]);
  now -= 120_000;
  expect((await start().read(key("a")))?.age).toBe(0);
  expect(await held(start(), "bx")).toBe("");
  expect(warnings).toEqual([]);
});

test("[SEC3] arguments become hashes, and files are for their owner alone", async () => {
  const cache = start();
  for (const args of ["../../../etc/passwd", "a/b\\\0c", "", "x".repeat(10_000)]) write(cache, args, { fn: "../up" });
  await cache.settled();
  expect(files()).toHaveLength(4);
  for (const file of files()) {
    expect(file.slice(folder.length)).toMatch(/^[\\/][0-9a-f]{64}[\\/][0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, "..")).mode & 0o777).toBe(0o700);
  }
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(readFileSync(join(folder, ".gitignore"), "utf8")).toBe("*\n");
});

test.each([
  ["is cut short", (bytes: Buffer) => bytes.subarray(0, -1)],
  ["has another byte", (bytes: Buffer) => bytes.fill(7, bytes.length - 1)],
  ["is empty", () => Buffer.alloc(0)],
  ["has no header", () => Buffer.from("{]\nvalue")],
  ["has a header that says nothing", () => Buffer.from("null\nvalue")],
])("a file that %s is not used: it goes, with one line in the log", async (_, damage) => {
  const cache = start();
  write(cache, "a", { bytes: 100 });
  await cache.settled();
  const [file = ""] = files();
  writeFileSync(file, damage(readFileSync(file)));
  const again = start();
  expect(await read(again, "a")).toBeUndefined();
  await again.settled();
  expect(files()).toEqual([]);
  expect(warnings).toEqual([expect.stringContaining(`The cached value in ${file} cannot be used`)]);
  expect(await read(again, "a")).toBeUndefined();
  expect(warnings).toHaveLength(1);
});

test("what another Node has written is not used, and is no fault", async () => {
  const cache = start();
  vi.spyOn(process, "version", "get").mockReturnValue("v1.2.3");
  write(cache, "a");
  await cache.settled();
  expect(await read(cache, "a")).toBe("a");
  vi.restoreAllMocks();
  const again = start();
  expect(await read(again, "a")).toBeUndefined();
  await again.settled();
  expect([files(), warnings]).toEqual([[], []]);
});

test("a file in the place of another function's or other arguments' is not that value", async () => {
  const cache = start();
  write(cache, "a");
  write(cache, "b");
  await cache.settled();
  const [one = "", two = ""] = files();
  writeFileSync(two, readFileSync(one));
  expect((await held(start(), "ab")).length).toBe(1);
});

test("clear takes what its range names, also what is still to be written", async () => {
  const cache = start();
  const fill = (): void => {
    for (const fn of ["f", "g"]) for (const args of "ab") write(cache, args, { fn });
  };
  const all = async (): Promise<string> => `${await held(start(), "ab")} ${await held(start(), "ab", "g")}`;
  fill();
  await cache.clear({ scope: "", fn: "f", args: "a" });
  expect(await all()).toBe("b ab");
  fill();
  await cache.clear({ scope: "", fn: "f" });
  expect(await all()).toBe(" ab");
  fill();
  await cache.clear({ scope: "a session" });
  await cache.settled();
  expect(await all()).toBe("ab ab");
  fill();
  const cleared = cache.clear({});
  expect(await held(cache, "ab")).toBe("");
  write(cache, "a");
  await cleared;
  await cache.settled();
  expect(await all()).toBe("a ");
});

test("of more than maxEntries of a function the oldest go, also those of an earlier process", async () => {
  const cache = start();
  for (const args of "abc") write(cache, args, { maxEntries: 3 });
  write(cache, "x", { fn: "g" });
  await cache.settled();
  for (const file of files()) utimesSync(file, 1, 1);
  const again = start();
  expect(await read(again, "a")).toBe("a");
  write(again, "d", { maxEntries: 2 });
  await again.settled();
  expect([await held(start(), "abcd"), await held(start(), "x", "g")]).toEqual(["ad", "x"]);
});

test("all files together keep to their bytes, the least recently used go; what is too large is not kept", async () => {
  const cache = start(100_000);
  for (const args of "abcdefghi") write(cache, args, { bytes: 10_000 });
  await cache.settled();
  expect(await held(cache, "abcdefghi")).toBe("abcdefghi");
  expect(await read(cache, "a")).toBe("a");
  write(cache, "j", { bytes: 10_000 });
  await cache.settled();
  const left = await held(start(100_000), "abcdefghij");
  expect(left).toMatch(/^a.*j$/);
  expect(left).not.toContain("b");
  expect(left.length).toBeGreaterThanOrEqual(7);
  write(cache, "a", { bytes: 200_000 });
  await cache.settled();
  expect(await held(cache, "aj")).toBe("j");
});

test("what a process that was killed has left half written goes when it is old", async () => {
  const cache = start();
  write(cache, "a");
  await cache.settled();
  const [file = ""] = files();
  writeFileSync(`${file}.old.tmp`, "");
  utimesSync(`${file}.old.tmp`, 1, 1);
  writeFileSync(`${file}.new.tmp`, "");
  expect(await read(start(), "a")).toBe("a");
  expect(files().sort()).toEqual([file, `${file}.new.tmp`]);
});

test("where no folder can be made nothing is kept, and the log says why, once", async () => {
  const file = join(folder, "../../file");
  writeFileSync(file, "");
  const cache = new DiskCache({ folder: join(file, "cache"), warn: (text) => warnings.push(text) });
  write(cache, "a");
  await cache.clear({});
  expect(await read(cache, "a")).toBeUndefined();
  expect(warnings).toEqual([expect.stringMatching(/^The cache on disk cannot be used .*(ENOTDIR|EEXIST)/)]);
});
