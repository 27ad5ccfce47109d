import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./root.mjs";

/**
 * @typedef {{ version?: string, link?: boolean, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry
 * @typedef {Record<string, Entry>} Packages as in package-lock.json
 */

/**
 * The optional packages that a lock file's packages name and it has no entry for. `npm ci` refuses such a lock file. npm writes one
 * when it locks what is installed on one platform, or from a registry that lacks the packages of others.
 * @param {Packages} packages
 * @returns {{ name: string, version: string, dev: boolean }[]}
 */
export function missingPlatforms(packages) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev })),
  );
}

const CPU_OF = new Map([["64", "x64"]]);
const OS_OF = new Map([["windows", "win32"]]);

/**
 * The entry of a package for one platform, which its name tells: `@oxlint/binding-linux-x64-musl`, `@turbo/darwin-64`.
 * It has no integrity, since nothing was downloaded.
 * @param {{ name: string, version: string, dev: boolean }} missing
 * @returns {Entry}
 */
export function platformEntry({ name, version, dev }) {
  const [, os, cpu, abi] = /(android|darwin|freebsd|linux|openharmony|win32|windows)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name) ?? [];
  if (!os || !cpu || !/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}@${version} does not tell its platform or version: add it to package-lock.json by hand.`);
  const libc = abi?.startsWith("gnu") ? ["glibc"] : abi?.startsWith("musl") ? ["musl"] : undefined;
  return {
    version,
    cpu: [CPU_OF.get(cpu) ?? cpu],
    ...(dev ? { dev } : {}),
    ...(libc && os === "linux" ? { libc } : {}),
    optional: true,
    os: [OS_OF.get(os) ?? os],
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock.packages);
  for (const one of missing) lock.packages[`node_modules/${one.name}`] = platformEntry(one);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")));
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    missing.length === 0 ? "package-lock.json is complete." : `Added to package-lock.json: ${missing.map(({ name }) => name).join(", ")}.`,
  );
}
