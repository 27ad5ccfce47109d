import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

/** @typedef {{ name: string, version: string, private?: boolean, exports?: Record<string, unknown> }} PackageJson */

/**
 * The packages that are published, dependencies of no particular order.
 * @returns {{ folder: string, json: PackageJson }[]}
 */
export function publishedPackages() {
  return readdirSync(join(root, "packages"))
    .map((name) => join(root, "packages", name))
    .map((folder) => ({ folder, json: JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) }))
    .filter(({ json }) => json.private !== true);
}

/**
 * Packs a package as `npm publish` would, from what is built, and returns the tarball's path.
 * @param {string} folder
 * @param {string} destination
 */
export function pack(folder, destination) {
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", destination];
  const out = execFileSync("npm", args, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  return join(destination, JSON.parse(out)[0].filename);
}
