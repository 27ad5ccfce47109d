import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack, publishedPackages } from "./packages.mjs";
import { passesQuietly, tool } from "./run.mjs";

/**
 * Packs every published package and has publint and "are the types wrong" judge the tarballs: what users will get, not what lies here.
 * @returns {Promise<boolean>} whether both accept all
 */
export async function checkPackages() {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-pack-"));
  try {
    let ok = true;
    for (const { folder: source, json } of publishedPackages()) {
      const tarball = pack(source, folder);
      ok = (await passesQuietly(tool("publint"), ["run", tarball, "--strict"])) && ok;
      // Packages without code for `import` have no types to be wrong.
      if (!json.exports?.["."]) continue;
      ok = (await passesQuietly(tool("attw"), [tarball, "--profile", "esm-only", "--no-definitely-typed", "--format", "ascii"])) && ok;
    }
    return ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
