import { pathToFileURL } from "node:url";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nextChange, PageApp, PageWorker } from "./loader/page-app.ts";

const IMPORT = `import { st } from "rivulet";\n`;

test("[SR1] a run calls the page again; modules that it imports stay evaluated", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { next } from "./count.ts";\nst.write(next());`,
    "count.ts": `let n = 0;\nexport const next = (): number => ++n;`,
  });
  await using worker = new PageWorker(await app.dev());
  expect([await worker.run(), await worker.run()].map(({ said }) => said)).toEqual([[1], [2]]);
});

test("[SR1] after a save the very next run of every worker has the new code, modules that did not change keep their state", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { next } from "./count.ts";\nimport { name } from "./name.ts";\nst.write(name, next()); st.write(next());`,
    "count.ts": `let n = 0;\nexport const next = (): number => ++n;`,
    "name.ts": `export const name = "old";`,
  });
  const pages = await app.dev();
  await using one = new PageWorker(pages);
  await using two = new PageWorker(pages);
  expect((await one.run()).said).toEqual(["old", 2]);
  expect((await two.run()).said).toEqual(["old", 2]);
  const changed = nextChange(pages);
  app.save("name.ts", `export const name = "new";`);
  await changed;
  expect((await one.run()).said).toEqual(["new", 4]);
  expect(await two.run()).toMatchObject({ said: ["new", 4], voided: 1 });
});

test("[SR1] a dependency of a dependency counts, and a dynamic import", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { a } from "./a.ts";\nst.write(a); st.write((await import("./late.ts")).late);`,
    "a.ts": `export { b as a } from "./b.ts";`,
    "b.ts": `export const b = 1;`,
    "late.ts": `export const late = 1;`,
  });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  expect((await worker.run()).said).toEqual([1, 1]);
  for (const [file, expected] of [
    ["b.ts", [2, 1]],
    ["late.ts", [2, 2]],
  ] as const) {
    const changed = nextChange(pages);
    app.save(file, `export const ${file.slice(0, -3)} = 2;`);
    await changed;
    expect((await worker.run()).said).toEqual(expected);
  }
});

test("[SR1] a worker that starts after a save has the new code", async () => {
  await using app = new PageApp({ "app.ts": `${IMPORT}st.write("old");` });
  const pages = await app.dev();
  await using one = new PageWorker(pages);
  expect((await one.run()).said).toEqual(["old"]);
  const changed = nextChange(pages);
  app.save("app.ts", `${IMPORT}st.write("new");`);
  await changed;
  await using two = new PageWorker(pages);
  expect((await two.run()).said).toEqual(["new"]);
});

test("[SR1] saves in quick succession: the last one wins in both workers", async () => {
  await using app = new PageApp({ "app.ts": `${IMPORT}import { v } from "./v.ts";\nst.write(v);`, "v.ts": `export const v = 0;` });
  const pages = await app.dev();
  await using one = new PageWorker(pages);
  await using two = new PageWorker(pages);
  const seed = Number(process.env["RIVULET_SEED"] ?? Date.now() % 1_000_000);
  let state = seed;
  const random = (below: number): number => (state = (state * 1103515245 + 12345) % 2147483648) % below;
  const LAST = 40;
  let current = 0;
  const writing = (async () => {
    while (current < LAST) {
      app.save("v.ts", `export const v = ${++current};`);
      await new Promise((resolve) => setTimeout(resolve, random(30)));
    }
  })();
  for (const worker of [one, two]) {
    let last = 0;
    while (last !== LAST) {
      const { said } = await worker.run();
      // A run may catch the file while it is being written, and empty: then it has no v.
      if (typeof said[0] !== "number") continue;
      expect(said[0], `seed ${seed}`).toBeGreaterThanOrEqual(last);
      last = said[0];
    }
  }
  await writing;
});

test("[SR1] a mistake is shown with its place; when it is mended the page runs again", async () => {
  const good = `${IMPORT}st.write("fine");`;
  await using app = new PageApp({ "app.ts": good });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  await worker.run();
  const broken = nextChange(pages);
  app.save("app.ts", `${IMPORT}const a = ;`);
  await broken;
  expect((await worker.run()).error).toMatchObject({
    code: "RIVULET_PAGE_SYNTAX",
    frame: { file: join(app.folder, "app.ts"), line: 2, column: 11 },
  });
  const mended = nextChange(pages);
  app.save("app.ts", good);
  await mended;
  expect(await worker.run()).toMatchObject({ said: ["fine"], error: undefined });
});

test("[SR1] a module that was missing is found when it comes", async () => {
  await using app = new PageApp({ "app.ts": `${IMPORT}import { x } from "./later.ts";\nst.write(x);` });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  expect((await worker.run()).error).toMatchObject({ code: "RIVULET_IMPORT_MISSING", frame: { line: 2 } });
  const changed = nextChange(pages);
  app.save("later.ts", `export const x = "here";`);
  await changed;
  expect((await worker.run()).said).toEqual(["here"]);
});

test("a module that threw while it was loaded is evaluated again by the next run", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { tries } from "./flaky.ts";\nst.write(tries);`,
    "flaky.ts": `const g = globalThis as { tries?: number };\nexport const tries = (g.tries = (g.tries ?? 0) + 1);\nif (tries < 3) throw new Error("not yet");`,
  });
  await using worker = new PageWorker(await app.dev());
  expect((await worker.run()).error).toMatchObject({ message: "not yet", frame: { line: 3 } });
  expect((await worker.run()).error).toMatchObject({ message: "not yet" });
  expect((await worker.run()).said).toEqual([3]);
});

test("[SR4] modules are loaded outside the run that asks for them, pages run inside it", async () => {
  const store = `(globalThis as { stub: { context: { getStore(): unknown } } }).stub.context.getStore()`;
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { at } from "./static.ts";\nst.write(at); st.write((await import("./dynamic.ts")).at); st.write(${store});`,
    "static.ts": `await null;\nexport const at = ${store} ?? "outside";`,
    "dynamic.ts": `await null;\nexport const at = ${store} ?? "outside";`,
  });
  await using worker = new PageWorker(await app.dev());
  expect((await worker.run()).said).toEqual(["outside", "outside", "a run"]);
});

test("[SR1] pages are the entry, files under pages/ and literals of st.page; others are refused; one that comes is served", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}(st as any).page?.("./extra/named.ts");\nst.write("entry");`,
    "pages/b.ts": `${IMPORT}st.write("b");`,
    "pages/deep/c.tsx": `${IMPORT}st.write("c");`,
    "pages/note.md": "",
    "extra/named.ts": `${IMPORT}st.write("named");`,
    "other.ts": `${IMPORT}st.write("other");`,
  });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  expect((await worker.run()).said).toEqual(["entry"]);
  expect(pages.pages()).toEqual(["app.ts", "extra/named.ts", "pages/b.ts", "pages/deep/c.tsx"]);
  for (const id of pages.pages()) expect((await worker.run(id)).error).toBeUndefined();
  for (const id of ["other.ts", "../x.ts", "pages/../other.ts", "pages/note.md"]) {
    expect((await worker.run(id)).error?.code).toBe("RIVULET_PAGE_MISSING");
  }
  const changed = nextChange(pages);
  app.save("pages/new.ts", `${IMPORT}st.write("new");`);
  await changed;
  expect(pages.pages()).toContain("pages/new.ts");
  expect((await worker.run("pages/new.ts")).said).toEqual(["new"]);
});

test("[SR1] import.meta is the source file's", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}st.write(import.meta.url); st.write(import.meta.dirname); st.write(import.meta.filename);`,
  });
  await using worker = new PageWorker(await app.dev());
  expect((await worker.run()).said).toEqual([pathToFileURL(app.entry).href, app.folder, app.entry]);
});

test('[SR1] "rivulet" is the running one, also when another copy is installed beside the page', async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { same } from "./lib.ts";\nst.write(same(st));`,
    "lib.ts": `import { st } from "rivulet";\nexport const same = (other: unknown): boolean => other === st && st === (globalThis as any).stub;`,
    "node_modules/rivulet/package.json": `{ "name": "rivulet", "type": "module", "exports": "./index.js" }`,
    "node_modules/rivulet/index.js": `export const st = { write() { throw new Error("the other copy") } };`,
  });
  await using worker = new PageWorker(await app.dev());
  expect((await worker.run()).said).toEqual([true]);
});

test("a page whose file is gone says so, and is back with its file", async () => {
  await using app = new PageApp({ "app.ts": `${IMPORT}st.write(1);`, "pages/b.ts": `${IMPORT}st.write(2);` });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  await worker.run("pages/b.ts");
  let changed = nextChange(pages);
  rmSync(join(app.folder, "pages/b.ts"));
  await changed;
  expect((await worker.run("pages/b.ts")).error?.code).toBe("RIVULET_PAGE_MISSING");
  changed = nextChange(pages);
  app.save("pages/b.ts", `${IMPORT}st.write(3);`);
  await changed;
  expect((await worker.run("pages/b.ts")).said).toEqual([3]);
});

test("[SR1] a pages folder that comes later is served, and folders in it", async () => {
  await using app = new PageApp({ "app.ts": `${IMPORT}st.write(1);` });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  await worker.run();
  for (const name of ["pages/a.ts", "pages/deep/er/b.ts", "pages/deep/er/c.ts"]) {
    const changed = nextChange(pages);
    app.save(name, `${IMPORT}st.write("${name}");`);
    await changed;
    expect(pages.pages()).toContain(name);
    expect((await worker.run(name)).said).toEqual([name]);
  }
});

test("[SR1] a folder that goes and comes back, as at a change of branch, is still watched", async () => {
  await using app = new PageApp({
    "app.ts": `${IMPORT}import { v } from "./lib/deep/v.ts";\nst.write(v);`,
    "lib/deep/v.ts": `export const v = 1;`,
  });
  const pages = await app.dev();
  await using worker = new PageWorker(pages);
  expect((await worker.run()).said).toEqual([1]);
  let changed = nextChange(pages);
  rmSync(join(app.folder, "lib"), { recursive: true });
  await changed;
  expect((await worker.run()).error?.code).toBe("RIVULET_IMPORT_MISSING");
  for (const v of [2, 3]) {
    changed = nextChange(pages);
    app.save("lib/deep/v.ts", `export const v = ${v};`);
    await changed;
    expect((await worker.run()).said).toEqual([v]);
  }
});
