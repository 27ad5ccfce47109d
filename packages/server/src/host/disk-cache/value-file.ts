import { createHash, webcrypto } from "node:crypto";
import type { CacheKey } from "../../thread/cache/cache-key.ts";

/** Raised whenever the layout of files, or what keys are made of, changes. */
const FORMAT = 1;

/** The first line of a file, as JSON; the value's bytes follow. */
interface Header {
  readonly format: number;
  /** The bytes are this Node's own: another may read them differently. */
  readonly node: string;
  /** The function with its source: a file that was put in another's place is not its value. */
  readonly fn: string;
  readonly args: string;
  /** When the value was made, by the wall clock: it counts across restarts. */
  readonly made: number;
  readonly sha256: string;
}

export type ReadFile =
  | { readonly kind: "value"; readonly bytes: Uint8Array; readonly made: number }
  /** Written by another version of Node or of rivulet, or for another key. */
  | { readonly kind: "other" }
  | { readonly kind: "corrupt"; readonly problem: string };

/** Names in the file system: hashes, so that no argument of a page becomes a path (SEC3). */
export function nameOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** A file's header and body. */
export async function encodeFile(key: CacheKey, bytes: Uint8Array<ArrayBuffer>, made: number): Promise<[Uint8Array, Uint8Array]> {
  const { fn, args } = key;
  const header: Header = { format: FORMAT, node: process.version, fn, args: nameOf(args), made, sha256: await digest(bytes) };
  return [Buffer.from(`${JSON.stringify(header)}\n`), bytes];
}

export async function decodeFile(key: CacheKey, file: Uint8Array<ArrayBuffer>): Promise<ReadFile> {
  const end = file.indexOf(10);
  const header = end < 0 ? undefined : parseHeader(Buffer.from(file.buffer, file.byteOffset, end).toString());
  if (header === undefined) return { kind: "corrupt", problem: "it has no header" };
  const { format, node, fn, args, made, sha256 } = header;
  if (format !== FORMAT || node !== process.version || fn !== key.fn || args !== nameOf(key.args)) return { kind: "other" };
  const bytes = file.subarray(end + 1);
  if (typeof made !== "number" || (await digest(bytes)) !== sha256) return { kind: "corrupt", problem: "its content has changed" };
  return { kind: "value", bytes, made };
}

function parseHeader(text: string): Partial<Header> | undefined {
  try {
    const header: unknown = JSON.parse(text);
    return typeof header === "object" && header !== null ? header : undefined;
  } catch {
    return undefined;
  }
}

/** In a thread of its own: a value may be large. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest("SHA-256", bytes)).toString("base64url");
}
