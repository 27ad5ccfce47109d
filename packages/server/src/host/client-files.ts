import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { RivuletError } from "../errors.ts";

export interface ClientFile {
  readonly type: string;
  readonly body: Buffer;
  /** The body as compressed by the client's build. */
  readonly br?: Buffer | undefined;
  readonly gzip?: Buffer | undefined;
  /** Its name changes when its content does. */
  readonly immutable: boolean;
}

/** What the browser loads, read once: a request only ever picks an entry of a table (SEC3). */
export interface ClientFiles {
  /** By path relative to the folder, with forward slashes; without index.html. */
  readonly files: ReadonlyMap<string, ClientFile>;
  readonly index: string;
  /** What the browser loads for elements that are chunks of their own: files by element type. */
  readonly chunks: ReadonlyMap<string, readonly string[]>;
  /** Differs whenever any file does (WS1). */
  readonly build: string;
}

const INDEX = "index.html";
/** Written by the client's build. */
const CHUNKS = ".vite/element-chunks.json";
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};
/** The hash that Vite puts into names: eight characters before the extension. */
const HASHED = /-[\w-]{8}\.\w+$/;

export function readClientFiles(folder: string): ClientFiles {
  const bodies = readFolder(folder);
  const index = bodies.get(INDEX);
  if (!index) throw new RivuletError("RIVULET_CLIENT_FILES", { folder, problem: `no ${INDEX}` });
  const files = new Map<string, ClientFile>();
  const hash = createHash("sha256");
  for (const [name, body] of [...bodies].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const type = TYPES[path.posix.extname(name)];
    // The build's own notes lie in a folder that begins with a dot.
    if (type === undefined || name.startsWith(".")) continue;
    hash.update(name).update(body);
    if (name === INDEX) continue;
    files.set(name, { type, body, br: bodies.get(`${name}.br`), gzip: bodies.get(`${name}.gz`), immutable: HASHED.test(name) });
  }
  const chunks = new Map(Object.entries(JSON.parse(bodies.get(CHUNKS)?.toString("utf8") ?? "{}") as Record<string, string[]>));
  return { files, chunks, index: index.toString("utf8"), build: hash.digest("hex").slice(0, 16) };
}

function readFolder(folder: string): Map<string, Buffer> {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return new Map(
      entries.map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        return [path.relative(folder, file).replaceAll(path.sep, "/"), readFileSync(file)];
      }),
    );
  } catch (error) {
    throw new RivuletError(
      "RIVULET_CLIENT_FILES",
      { folder, problem: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}
