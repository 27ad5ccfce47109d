import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBuiltPages } from "@rivulet/server/built";
import { expect, test } from "vitest";
import { PageApp, PageWorker, runtime } from "./loader/page-app.ts";

const IMPORT = `import { st } from "rivulet";\n`;

test("[SR1] a build has the pages that dev has, with their call sites, and loads no compiler", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}(st as any).page?.("./extra/named.ts");\n\nst.slider("x", { min: 1 });`,
    "pages/b.ts": `${IMPORT}import { shared } from "../shared.ts";\nst.write(shared);`,
    "extra/named.ts": `${IMPORT}import { shared } from "../shared.ts";\nst.write(shared);`,
    "shared.ts": `export const shared = { n: 1 };`,
  });
  const pages = await app.built();
  expect(pages.pages()).toEqual(["app.ts", "extra/named.ts", "pages/b.ts"]);
  await using worker = new PageWorker(pages);
  expect((await worker.run()).said).toEqual([4]);
  expect((await worker.run("pages/b.ts")).said).toEqual([{ n: 1 }]);
  expect((await worker.run("extra/named.ts")).said).toEqual([{ n: 1 }]);
  for (const id of ["shared.ts", "__proto__", "../app.ts"]) expect((await worker.run(id)).error?.code).toBe("RIVULET_PAGE_MISSING");
});

test("[SR1] a build for this machine keeps import.meta as the sources have it", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}st.write(import.meta.url); st.write(import.meta.dirname); st.write(import.meta.filename);`,
  });
  await using worker = new PageWorker(await app.built("here"));
  expect((await worker.run()).said).toEqual([pathToFileURL(app.entry).href, app.folder, app.entry]);
});

test("[SR1] a build takes the files along that new URL names, and works elsewhere without its sources", async () => {
  const moved = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-moved-")));
  {
    await using app = new PageApp({
      "app.ts":
        `${IMPORT}import { readFileSync } from "node:fs";\nimport { table } from "./lib/table.ts";\n` +
        `st.write(readFileSync(new URL("./data/a b.txt", import.meta.url), "utf8")); st.write(table);\n` +
        `st.write(readFileSync(new URL("in/folder.txt", new URL("./data/", import.meta.url)), "utf8"));`,
      "lib/table.ts": `import { readFileSync } from "node:fs";\nexport const table = readFileSync(new URL("../data/a b.txt", import.meta.url), "utf8");`,
      "data/a b.txt": "content",
      "data/in/folder.txt": "in a folder",
    });
    await app.built();
    cpSync(join(app.folder, "out"), moved, { recursive: true });
  }
  await using worker = new PageWorker(openBuiltPages({ manifest: moved, runtime, version: "1" }));
  expect((await worker.run()).said).toEqual(["content", "content", "in a folder"]);
  rmSync(moved, { recursive: true });
});

test("a folder that is no build, is damaged, or is another rivulet's is refused with what to do", async () => {
  await using app = new PageApp({ "app.ts": "" });
  const open = (version = "1") => openBuiltPages({ manifest: join(app.folder, "out"), runtime, version });
  expect(() => open()).toThrow(
    /is not a build of this rivulet \(there is no rivulet\.json in it\)\. Make one with `rivulet build <file>`\./,
  );
  await app.built();
  expect(() => open("2")).toThrow(/made by rivulet 1, this is 2/);
  const manifest = join(app.folder, "out/rivulet.json");
  for (const damaged of ["{", "null", `{"pages": 5}`, readFileSync(manifest, "utf8").replace(`"rivulet"`, `"x"`)]) {
    writeFileSync(manifest, damaged);
    expect(() => open()).toThrow(/is damaged/);
  }
});

test("[SR1] names are imported from CommonJS packages that hide them from Node, a missing one is named", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import whole, { hidden as mine, "odd name" as odd } from "cjs";\nimport * as all from "cjs";\nst.write([mine(), odd, whole.hidden === mine, all.default === whole]);`,
    "pages/bad.ts": `${IMPORT}import { none } from "cjs";\nst.write(none);`,
    "node_modules/cjs/package.json": `{ "name": "cjs", "main": "index.js" }`,
    "node_modules/cjs/index.js": `const make = () => ({ hidden: () => 1, "odd name": 2 }); module.exports = make();`,
  });
  for (const pages of [await app.dev(), await app.built()]) {
    await using worker = new PageWorker(pages);
    const { said, error } = await worker.run();
    expect(error).toBeUndefined();
    expect(said).toEqual([[1, 2, true, true]]);
    expect((await worker.run("pages/bad.ts")).error?.message).toBe("The package cjs has no export named none.");
  }
});

test("[SR1] linked workspace packages work, in CommonJS, in TypeScript, and with packages of their own", async () => {
  await using app = new PageApp({
    "package.json": `{ "type": "module" }`,
    "app.ts": `${IMPORT}import { twice } from "cjs-lib";\nimport { thrice } from "ts-lib";\nimport own from "./own.cjs";\nst.write([twice(2), thrice(2), own.name]);`,
    "own.cjs": `exports.name = require("node:path").basename(__filename);`,
    "packages/cjs-lib/package.json": `{ "name": "cjs-lib", "main": "index.js" }`,
    "packages/cjs-lib/index.js": `const make = () => ({ twice: (n) => n * require("./two.js") }); module.exports = make();`,
    "packages/cjs-lib/two.js": `module.exports = 2;`,
    "packages/ts-lib/package.json": `{ "name": "ts-lib", "type": "module", "exports": "./index.ts" }`,
    "packages/ts-lib/index.ts": `import three from "three-pkg";\nexport const thrice = (n: number): number => n * three;`,
    "packages/ts-lib/node_modules/three-pkg/package.json": `{ "name": "three-pkg", "type": "module", "exports": "./index.js" }`,
    "packages/ts-lib/node_modules/three-pkg/index.js": `export default 3;`,
  });
  mkdirSync(join(app.folder, "node_modules"));
  for (const name of ["cjs-lib", "ts-lib"])
    symlinkSync(join(app.folder, "packages", name), join(app.folder, "node_modules", name), "junction");
  for (const pages of [await app.dev(), await app.built("here")]) {
    await using worker = new PageWorker(pages);
    const { said, error } = await worker.run();
    expect(error).toBeUndefined();
    expect(said).toEqual([[4, 6, "own.cjs"]]);
  }
});

test("what newer TypeScript and JavaScript have works on every Node that rivulet runs on", async () => {
  await using app = new PageApp({
    "app.ts":
      `${IMPORT}enum Size { small = 1 }\nclass Lock { constructor(private readonly name: string) {} [Symbol.dispose ?? Symbol.for("x")]() { st.write("freed " + this.name); } }\n` +
      `{ using lock = new Lock("a"); st.write(Size.small); }\nst.write([3, 1].toSorted());`,
  });
  for (const pages of [await app.dev(), await app.built()]) {
    await using worker = new PageWorker(pages);
    const { said, error } = await worker.run();
    expect(error).toBeUndefined();
    expect(said).toEqual([1, "freed a", [1, 3]]);
  }
});

test("decorators work where tsconfig.json asks for them", async () => {
  await using app = new PageApp({
    "tsconfig.json": `{ "compilerOptions": { "experimentalDecorators": true } }`,
    "app.ts": `${IMPORT}const seen: string[] = [];\nconst note = (_: unknown, name: string): void => void seen.push(name);\nclass A {\n  @note m(): void {}\n}\nnew A();\nst.write(seen);`,
  });
  for (const pages of [await app.dev(), await app.built()]) {
    await using worker = new PageWorker(pages);
    expect(await worker.run()).toMatchObject({ said: [["m"]], error: undefined });
  }
});
