import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { missingPlatforms, platformEntry } from "./lock.mjs";

test("`npm ci` will take package-lock.json: it has the packages of every platform (else: npm run lock)", () => {
  const { packages } = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as { packages: object };
  expect(missingPlatforms(packages as Parameters<typeof missingPlatforms>[0])).toEqual([]);
});

test("finds what a package names and the lock file lacks, beside it or at the top", () => {
  const packages = {
    "node_modules/fast": {
      dev: true,
      optionalDependencies: { "fast-linux-x64": "1.0.0", "fast-darwin-arm64": "1.0.0", "fast-win32-x64": "1.0.0" },
    },
    "node_modules/fast-linux-x64": { version: "1.0.0" },
    "node_modules/fast/node_modules/fast-win32-x64": { version: "1.0.0" },
  };
  expect(missingPlatforms(packages)).toEqual([{ name: "fast-darwin-arm64", version: "1.0.0", dev: true }]);
});

test.each([
  ["@oxlint/binding-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
  ["@oxlint/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
  ["@oxlint/binding-android-arm-eabi", { os: ["android"], cpu: ["arm"] }],
  ["@oxlint/binding-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
  ["@turbo/darwin-64", { os: ["darwin"], cpu: ["x64"] }],
  ["@turbo/windows-arm64", { os: ["win32"], cpu: ["arm64"] }],
])("%s tells its platform", (name, platform) => {
  expect(platformEntry({ name, version: "1.2.3", dev: true })).toEqual({ version: "1.2.3", dev: true, optional: true, ...platform });
});

test("a package that does not tell its platform is left to a person", () => {
  expect(() => platformEntry({ name: "fsevents", version: "2.3.3", dev: false })).toThrow("fsevents@2.3.3 does not tell");
  expect(() => platformEntry({ name: "fast-linux-x64", version: "^1.0.0", dev: false })).toThrow("does not tell");
});
