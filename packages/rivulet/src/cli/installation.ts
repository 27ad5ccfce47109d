import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The running rivulet: what pages mean by "rivulet", its version, and the browser's files. */
export const RUNTIME = new URL("../index.js", import.meta.url).href;

export const VERSION = (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string }).version;

export const CLIENT_DIR = join(dirname(fileURLToPath(import.meta.resolve("@rivulet/client/package.json"))), "dist");
