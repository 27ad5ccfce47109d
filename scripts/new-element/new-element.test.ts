import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { publishedPackages } from "../packages.mjs";
import { root } from "../root.mjs";

const run = promisify(execFile);
const DERIVED = new Set(["node_modules", "dist", ".turbo", ".rivulet", "tsconfig.tsbuildinfo"]);
let copy: string;

/** The repository's sources elsewhere, with this one's dependencies; its own packages are the copy's. */
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "rivulet-copy-"));
  const sources = [
    "package.json",
    "tsconfig.json",
    "tsconfig.base.json",
    "tsconfig.tests.json",
    "vitest.config.ts",
    "vitest.workspace.ts",
    "scripts",
    "packages",
    "apps",
  ];
  const filter = (path: string) => !DERIVED.has(basename(path));
  for (const name of sources) await cp(join(root, name), join(copy, name), { recursive: true, filter });
  await linkModules("node_modules");
  for (const { folder } of publishedPackages()) {
    const dependencies = join("packages", basename(folder), "node_modules");
    if (existsSync(join(root, dependencies))) await symlink(join(root, dependencies), join(copy, dependencies));
  }
}, 60_000);

afterAll(() => rm(copy, { recursive: true, force: true }));

test("a new display element and a new widget compile and pass the tests that come with them", { timeout: 180_000 }, async () => {
  await inCopy("scripts/new-element.mjs", "star-chart");
  const { stdout } = await inCopy("scripts/new-element.mjs", "mood-ring", "--widget");
  expect(stdout).toContain("packages/client/src/elements/MoodRing.tsx");
  const written = { extends: "./tsconfig.tests.json", include: ["apps/playground/star-chart", "apps/playground/mood-ring"] };
  await writeFile(join(copy, "tsconfig.new.json"), JSON.stringify(written));
  await inCopy("node_modules/typescript/bin/tsc", "-b", "packages/client", "packages/rivulet", "packages/testing", "tsconfig.new.json");
  const tests = await inCopy(
    "node_modules/vitest/vitest.mjs",
    "run",
    ...["star-chart", "mood-ring", "everything/everything"].map((name) => `apps/playground/${name}`),
  );
  expect(tests.stdout).toMatch(/Test Files\s+3 passed \(3\)/);
});

test("a name that is taken or none changes nothing", async () => {
  const list = join(copy, "packages/protocol/src/elements/index.ts");
  const before = await readFile(list, "utf8");
  await expect(inCopy("scripts/new-element.mjs", "slider")).rejects.toThrow(
    "There is a slider already: packages/protocol/src/elements/slider.ts",
  );
  await expect(inCopy("scripts/new-element.mjs", "../slider")).rejects.toThrow('instead got "../slider"');
  await expect(inCopy("scripts/new-element.mjs")).rejects.toMatchObject({ code: 2 });
  expect(await readFile(list, "utf8")).toBe(before);
});

/** Links installed packages to this repository's; npm's own links to workspaces stay relative, so they lead to the copy's. */
async function linkModules(folder: string): Promise<void> {
  await mkdir(join(copy, folder));
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) await symlink(await readlink(join(root, path)), join(copy, path));
    else if (entry.name.startsWith("@")) await linkModules(path);
    else if (entry.name !== ".cache") await symlink(join(root, path), join(copy, path));
  }
}

async function inCopy(script: string, ...args: string[]): Promise<{ stdout: string }> {
  const env = { ...process.env, NO_COLOR: "1", VITEST: undefined, NODE_ENV: undefined };
  try {
    return await run(process.execPath, [join(copy, script), ...args], { cwd: copy, env });
  } catch (error) {
    const { stdout, stderr, code } = error as { stdout: string; stderr: string; code: number };
    throw Object.assign(new Error(`${script} ${args.join(" ")} failed:\n${stdout}${stderr}`), { code });
  }
}
