import { readFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, integrity?: string, link?: boolean, resolved?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry */

/**
 * Says why `npm ci` has to run: undefined if node_modules holds what package-lock.json names, else the first difference found.
 * npm keeps a record of what it installed in node_modules/.package-lock.json, written last, so an install that broke off counts as none.
 * Contents are compared, not times: a checkout of the same lock file installs nothing.
 * @param {string} folder
 * @returns {string | undefined}
 */
export function whyInstall(folder) {
  const wanted = readPackages(join(folder, "package-lock.json"));
  if (!wanted)
    throw new Error(`${join(folder, "package-lock.json")} is missing or unreadable: restore it with \`git checkout package-lock.json\`.`);
  const present = readPackages(join(folder, "node_modules", ".package-lock.json"));
  if (!present) return "node_modules is missing or incomplete";
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/")) continue;
    const there = present[path];
    // Optional packages are for some platforms only, and npm leaves out what is not for this one.
    if (!there && !entry.optional && !entry.devOptional && !entry.peer) return `${path} is not installed`;
    if (there && (there.version !== entry.version || there.integrity !== entry.integrity || there.link !== entry.link)) {
      return `${path} is ${there.version ?? "a link"}, package-lock.json wants ${entry.version ?? "a link"}`;
    }
  }
  return undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
