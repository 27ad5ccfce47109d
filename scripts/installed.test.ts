import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { whyInstall } from "./installed.mjs";

type Packages = Record<string, object>;

const lock: Packages = {
  "": { name: "top" },
  "packages/a": { version: "1.0.0" },
  "node_modules/a": { resolved: "packages/a", link: true },
  "node_modules/left": { version: "1.2.3", integrity: "sha512-x" },
  "node_modules/fast-on-other-machines": { version: "1.0.0", integrity: "sha512-y", optional: true },
};
const { "": _, "packages/a": __, "node_modules/fast-on-other-machines": ___, ...installed } = lock;

function folderWith(wanted: Packages, present: Packages | undefined): string {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
  if (present) {
    mkdirSync(join(folder, "node_modules"));
    writeFileSync(join(folder, "node_modules/.package-lock.json"), JSON.stringify({ packages: present }));
  }
  return folder;
}

test("nothing is installed again when node_modules holds what the lock file names", () => {
  expect(whyInstall(folderWith(lock, installed))).toBeUndefined();
});

test.each<[string, Packages | undefined, RegExp]>([
  ["there is no finished install", undefined, /missing or incomplete/],
  ["a package is missing", { ...installed, "node_modules/left": undefined as never }, /node_modules\/left is not installed/],
  [
    "a package has another version",
    { ...installed, "node_modules/left": { version: "1.2.2", integrity: "sha512-w" } },
    /left is 1\.2\.2, .*wants 1\.2\.3/,
  ],
])("installs when %s", (_, present, why) => {
  expect(whyInstall(folderWith(lock, present))).toMatch(why);
});
