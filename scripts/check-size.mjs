import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "./root.mjs";

/**
 * @typedef {{ file: string, css?: string[], imports?: string[] }} Chunk as in vite's manifest
 * @typedef {{ entries: string[], maxGzipKB: number }} Budget
 */

/**
 * Compares the gzip size of what a browser loads first with size-budget.json, and prints it by file.
 * @returns {Promise<boolean>} whether it fits
 */
export async function checkSize() {
  const dist = join(root, "packages/client/dist");
  const { firstLoad } = readJson(join(root, "size-budget.json"));
  const files = firstLoadFiles(readJson(join(dist, ".vite/manifest.json")), firstLoad.entries);
  const sizes = files
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
    .sort((a, b) => b.bytes - a.bytes);
  for (const { file, bytes } of sizes) console.log(`${kilobytes(bytes).padStart(8)} KB  ${file}`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const fits = total <= firstLoad.maxGzipKB * 1024;
  console.log(`${kilobytes(total).padStart(8)} KB  of ${firstLoad.maxGzipKB} KB (gzip) for a page with text and basic widgets`);
  if (!fits) console.log("Load what not every page needs on demand, or change size-budget.json and say why in the commit.");
  return fits;
}

/**
 * The files of the named entries with all that they import statically, styles included.
 * @param {Record<string, Chunk>} manifest
 * @param {readonly string[]} entries
 * @returns {string[]}
 */
export function firstLoadFiles(manifest, entries) {
  const seen = new Set();
  const files = new Set();
  const visit = (/** @type {string} */ name) => {
    if (seen.has(name)) return;
    seen.add(name);
    const chunk = manifest[name];
    if (!chunk)
      throw new Error(`size-budget.json names ${JSON.stringify(name)}; vite's manifest has only: ${Object.keys(manifest).join(", ")}`);
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return [...files];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1024).toFixed(1);
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new Error(`${file} cannot be read; \`npm run build\` writes the client's manifest.`, { cause });
  }
}
