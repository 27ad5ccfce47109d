import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createDevCompiler, buildPages } from "@rivulet/server/compile";
import { createLoader, type RivuletError } from "@rivulet/server/testing";
import { expect, test } from "vitest";
import { nextChange } from "../loader/page-app.ts";
import { Script } from "../script/page-session.ts";

const runtime = import.meta.resolve("@rivulet/server/script");

const FILES = {
  "page.ts": `import { st } from "rivulet";\nimport { twice } from "./library.ts";\nst.text(String(await twice(4)));\n`,
  "library.ts": `import work from "./deep/work.thread.ts";\nexport const twice = (n: number) => work(n);\n`,
  "deep/work.thread.ts": `import { defineThread } from "rivulet";\nimport { factor } from "../factor.ts";\nexport type Job = number;\nexport default defineThread(async (n: Job) => n * factor);\n`,
  "factor.ts": `export const factor = 2;\n`,
};

class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-threads-dev-")));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) this.save(name, text);
  }

  save(name: string, text: string): void {
    const file = join(this.path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true });
  }
}

test("[TH3] in dev the next start uses an edited thread file, and an edited dependency of one", async () => {
  using folder = new Folder(FILES);
  const pages = await createDevCompiler({ entry: join(folder.path, "page.ts"), runtime });
  const { loader: data, dispose } = pages.worker();
  const loader = await createLoader(data);
  const session = new Script(loader).open();
  try {
    await session.run();
    expect(session.texts()).toEqual(["8"]);
    let changed = nextChange(pages);
    folder.save("factor.ts", `export const factor = 3;\n`);
    await changed;
    await session.run();
    expect(session.texts()).toEqual(["12"]);
    changed = nextChange(pages);
    folder.save("deep/work.thread.ts", FILES["deep/work.thread.ts"].replace("n * factor", "n + factor"));
    await changed;
    await session.run();
    expect(session.texts()).toEqual(["7"]);
    changed = nextChange(pages);
    folder.save("factor.ts", `export const factor = ;\n`);
    await changed;
    await session.run();
    expect(session.texts().join()).toMatch(/Unexpected token|Expression expected/i);
  } finally {
    session.close();
    loader.close();
    dispose();
    await pages.close();
  }
});

test("[TH3] a thread that is started after a save loads its module", async () => {
  using folder = new Folder(FILES);
  const pages = await createDevCompiler({ entry: join(folder.path, "page.ts"), runtime });
  const { loader: data, dispose } = pages.worker();
  const loader = await createLoader(data);
  try {
    await loader.load("page.ts");
    const changed = nextChange(pages);
    folder.save("page.ts", `${FILES["page.ts"]}st.text("more");\n`);
    await changed;
    const thread = await createLoader(loader.forThread?.().data ?? data);
    expect(await thread.loadThread?.(join(folder.path, "deep/work.thread.ts"))).toBeTypeOf("function");
    thread.close();
  } finally {
    loader.close();
    dispose();
    await pages.close();
  }
});

test.each([
  [
    "another export",
    `export const size = 1;\nimport { defineThread } from "rivulet";\nexport default defineThread(() => size);\n`,
    /:1:1: another export/,
  ],
  [
    "no default export",
    `import { defineThread } from "rivulet";\nexport type A = 1;\ndefineThread(() => 1);\n`,
    /there is no default export/,
  ],
])("[TH3] a thread module with %s is a mistake that is told with its place, in dev and build alike", async (_, text, message) => {
  using folder = new Folder({ ...FILES, "deep/work.thread.ts": text });
  const entry = join(folder.path, "page.ts");
  const error = await buildPages({ entry, outDir: join(folder.path, "out"), runtime, version: "1" }).then(
    () => undefined,
    (thrown: RivuletError) => thrown,
  );
  expect(error).toMatchObject({ code: "RIVULET_THREAD_MODULE", message: expect.stringMatching(message) });
  const pages = await createDevCompiler({ entry, runtime });
  const { loader: data, dispose } = pages.worker();
  const loader = await createLoader(data);
  await expect(loader.load("page.ts")).rejects.toThrow(message);
  loader.close();
  dispose();
  await pages.close();
});

test("[TH3] a default export that is no thread is told when it is started", async () => {
  using folder = new Folder({ ...FILES, "deep/work.thread.ts": "export default (n: number) => n;\n" });
  const { manifest } = await buildPages({ entry: join(folder.path, "page.ts"), outDir: join(folder.path, "out"), runtime, version: "1" });
  const script = new Script(await createLoader({ kind: "built", manifest, runtime }));
  const session = script.open();
  await session.run();
  expect(session.texts().join()).toContain("is not made by defineThread");
  session.close();
});
