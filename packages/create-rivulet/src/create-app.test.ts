import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createApp } from "./create-app.ts";

function emptyFolder(): string {
  const cwd = mkdtempSync(join(tmpdir(), "create-rivulet-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  return cwd;
}

test("writes the template under the folder's name, with this release's versions", () => {
  const cwd = emptyFolder();
  const own = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  expect(createApp({ folder: "shop/front", template: "minimal", cwd })).toEqual({ name: "front", folder: join("shop", "front") });
  const json = JSON.parse(readFileSync(join(cwd, "shop/front/package.json"), "utf8")) as Record<string, Record<string, string>>;
  expect(json.name).toBe("front");
  expect(json.dependencies).toEqual({ rivulet: `^${own.version}` });
  expect(json.devDependencies).toMatchObject({ "@rivulet/testing": `^${own.version}` });
  expect(readdirSync(join(cwd, "shop/front")).sort()).toEqual([
    ".gitignore",
    "README.md",
    "app.test.ts",
    "app.ts",
    "package.json",
    "tsconfig.json",
  ]);
});

test("takes a folder that has only .git", () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "app/.git"), { recursive: true });
  createApp({ folder: "app", template: "minimal", cwd });
  expect(existsSync(join(cwd, "app/app.ts"))).toBe(true);
});

test("leaves a folder alone that is not empty, and names what is there", () => {
  const cwd = emptyFolder();
  mkdirSync(join(cwd, "app"));
  writeFileSync(join(cwd, "app/mine.txt"), "");
  expect(() => createApp({ folder: "app", template: "minimal", cwd })).toThrow(
    'The folder "app" is not empty (mine.txt). Nothing was written.',
  );
  expect(readdirSync(join(cwd, "app"))).toEqual(["mine.txt"]);
});

test("a file in the folder's place, a bad name and an unknown template are refused before anything is written", () => {
  const cwd = emptyFolder();
  writeFileSync(join(cwd, "taken"), "");
  expect(() => createApp({ folder: "taken", template: "minimal", cwd })).toThrow('"taken" is a file');
  expect(() => createApp({ folder: "Bad Name", template: "minimal", cwd })).toThrow('Try "bad-name".');
  expect(() => createApp({ folder: "app", template: "huge", cwd })).toThrow('no template "huge". Choose one of: minimal.');
  expect(readdirSync(cwd)).toEqual(["taken"]);
});
