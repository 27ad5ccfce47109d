import { buildPages } from "@rivulet/server/compile";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PageApp, PageWorker, runtime } from "./loader/page-app.ts";

const IMPORT = `import { st } from "rivulet";\n`;

/** Mistakes that are found before the page runs: in dev by the loader, in a build by the build, with the same code and line. */
const MISTAKES: readonly (readonly [name: string, files: Readonly<Record<string, string>>, code: string, file: string, line: number])[] = [
  ["exports", { "app.ts": `${IMPORT}export const a = 1;` }, "RIVULET_PAGE_EXPORT", "app.ts", 2],
  ["returns at top level", { "app.ts": `${IMPORT}\nif (1) return;` }, "RIVULET_PAGE_RETURN", "app.ts", 3],
  ["has a syntax error", { "app.ts": `${IMPORT}foo(;` }, "RIVULET_PAGE_SYNTAX", "app.ts", 2],
  [
    "imports a module with a syntax error",
    { "app.ts": `import "./lib.ts";`, "lib.ts": `\n\nlet 1 = 2;` },
    "RIVULET_PAGE_SYNTAX",
    "lib.ts",
    3,
  ],
  [
    "has a cached function that uses a variable of its body",
    {
      "app.ts": `${IMPORT}const factor = 2;\nconst load = st.cacheData(async (n: number) => {\n  return n * factor;\n});\nst.write(await load(1));`,
    },
    "RIVULET_CACHE_CAPTURE",
    "app.ts",
    4,
  ],
  [
    "imports broken JSON",
    { "app.ts": `import data from "./d.json";\nconsole.log(data);`, "d.json": `{\n  "a": \n}` },
    "RIVULET_PAGE_SYNTAX",
    "d.json",
    3,
  ],
  [
    "imports a file that is not there",
    { "app.ts": `${IMPORT}import { a } from "./none.ts";\nst.write(a);` },
    "RIVULET_IMPORT_MISSING",
    "app.ts",
    2,
  ],
  [
    "imports a package that is not there",
    { "app.ts": `${IMPORT}import { a } from "no-such-package";\nst.write(a);` },
    "RIVULET_IMPORT_MISSING",
    "app.ts",
    2,
  ],
  [
    "imports another page",
    { "app.ts": `${IMPORT}import "./pages/b.ts";`, "pages/b.ts": `${IMPORT}st.write(1);` },
    "RIVULET_PAGE_IMPORTED",
    "app.ts",
    2,
  ],
  [
    "has a module that imports it",
    { "app.ts": `import "./lib.ts";`, "lib.ts": `\nimport "./app.ts";` },
    "RIVULET_PAGE_IMPORTED",
    "lib.ts",
    2,
  ],
];

test.each(MISTAKES)("[SR1] a page that %s: dev and build say the same, at the same place", async (_, files, code, file, line) => {
  await using app = new PageApp(files);
  await using worker = new PageWorker(await app.dev());
  const { error } = await worker.run();
  expect(error).toMatchObject({ code, frame: { file: join(app.folder, file), line } });
  expect(error?.frame?.excerpt?.length).toBeGreaterThan(0);
  const building = buildPages({ entry: app.entry, outDir: join(app.folder, "out"), runtime, version: "1" });
  await expect(building).rejects.toMatchObject({ code, message: error?.message, loc: { file: join(app.folder, file), line } });
});

test("[SR1] an imported page is named together with its importer", async () => {
  await using app = new PageApp({ "app.ts": `import "./lib.ts";`, "lib.ts": `import "./pages/b.ts";`, "pages/b.ts": "" });
  await using worker = new PageWorker(await app.dev());
  const { error } = await worker.run();
  expect(error?.message).toContain(`${app.folder}/lib.ts imports ${app.folder}/pages/b.ts, which is a page`);
});

/** Errors at run time: the user's own line in dev and in a build, whatever TypeScript and call sites did to the text. */
const THROWS: readonly (readonly [name: string, page: string, expected: object])[] = [
  [
    "throws",
    `${IMPORT}interface A {\n  b: number;\n}\nst.slider(\n  "x",\n  { min: 1 } as object,\n);\nconst a: A | undefined = undefined;\nthrow new RangeError("boom");`,
    { name: "RangeError", message: "boom", frame: { line: 10, column: 7 } },
  ],
  ["reads a property of undefined", `${IMPORT}const a = undefined as any;\nst.write(a.b);`, { name: "TypeError", frame: { line: 3 } }],
  ["rejects", `await Promise.reject(new Error("late"));`, { message: "late", frame: { line: 1 } }],
  [
    "throws in a function after an await",
    `async function f(): Promise<void> {\n  await null;\n  throw new Error("deep");\n}\n\nawait f();`,
    { message: "deep", frame: { line: 3 }, stack: [expect.stringMatching(/^f \(.*:3:9\)$/), expect.stringMatching(/^page \(.*:6:\d+\)$/)] },
  ],
  ["throws a string", `throw "text";`, { name: "ThrownValue", message: `The page threw the string "text", which is not an Error.` }],
  ["throws undefined", `throw undefined;`, { name: "ThrownValue" }],
  ["throws an object", `throw { a: 1 };`, { name: "ThrownValue" }],
];

test.each(THROWS)("a page that %s shows the same in dev and built", async (_, page, expected) => {
  await using app = new PageApp({ "app.ts": page });
  for (const pages of [await app.dev(), await app.built("here")]) {
    await using worker = new PageWorker(pages);
    const { error } = await worker.run();
    expect(error).toMatchObject(expected);
    if (error?.frame !== undefined) expect(error.frame.file).toBe(app.entry);
    for (const line of error?.stack ?? []) expect(line).not.toMatch(/node_modules|packages\/server\/(src|dist)|node:/);
  }
});

test("[SR1] a name that a module does not export is a mistake where it is imported; circles of imports are none", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { a } from "./a.ts";\nst.write(a());`,
    "a.ts": `import { b } from "./b.ts";\nexport const a = (): number => b() + 1;\nexport * from "./c.ts";`,
    "b.ts": `import { a, c, type T } from "./a.ts";\nexport const b = (): T => (typeof a === "function" ? c : 0);`,
    "c.ts": `import "./a.ts";\nexport const c = 1;\nexport type T = number;`,
    "pages/bad.ts": `${IMPORT}\nimport { none } from "../c.ts";\nst.write(none);`,
  });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  expect(await worker.run()).toMatchObject({ said: [2], error: undefined });
  expect((await worker.run("pages/bad.ts")).error).toMatchObject({
    code: "RIVULET_EXPORT_MISSING",
    message: expect.stringMatching(/bad\.ts imports none from .*c\.ts, which has no such export\.$/),
    frame: { file: join(app.folder, "pages/bad.ts"), line: 3 },
  });
  const building = buildPages({ entry: app.entry, outDir: join(app.folder, "out"), runtime, version: "1" });
  await expect(building).rejects.toMatchObject({
    code: "RIVULET_EXPORT_MISSING",
    loc: { file: join(app.folder, "pages/bad.ts"), line: 3, column: 10 },
  });
});

test("[SEC6] in production nothing of the source is told", async () => {
  await using app = new PageApp({ "app.ts": `throw new Error("secret in ${"app"}.ts");` });
  await using worker = new PageWorker(await app.built());
  const { error } = await worker.run("app.ts", true);
  expect(error).toMatchObject({ name: "Error", id: expect.any(String) });
  expect(JSON.stringify(error)).not.toMatch(/secret|app\.ts|\/tmp/);
});
