import { chmodSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { connect } from "@rivulet/testing";
import { expect, test } from "vitest";
import { Folder } from "./command.ts";

const PAGE = `import { st } from "rivulet";\nst.write("hello");\n`;

/** Runs a command to its end. */
async function ended(folder: Folder, ...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const command = folder.run({}, ...args);
  const code = await command.exit;
  return { code, out: command.out, err: command.err };
}

async function textsAt(url: string, base?: string): Promise<readonly string[]> {
  const client = await connect(url, { base });
  try {
    await client.waitIdle();
    return client.texts();
  } finally {
    await client.close();
  }
}

test("help and version", async () => {
  using folder = new Folder({});
  expect(await ended(folder, "--help")).toMatchObject({ code: 0, out: expect.stringContaining("rivulet <command>"), err: "" });
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  expect(await ended(folder, "--version")).toEqual({ code: 0, out: `${version}\n`, err: "" });
  expect((await ended(folder)).code).toBe(2);
});

test("mistakes on the command line are one line each, and exit with 2 for usage, 1 for failure", async () => {
  using folder = new Folder({ "app.ts": PAGE, "notes.txt": "", "folder/x.ts": PAGE });
  const cases: readonly (readonly [args: string[], code: number, message: string])[] = [
    [["frobnicate"], 2, 'There is no command "frobnicate". See `rivulet --help`.'],
    [["dev", "--nope"], 2, "Unknown option '--nope'. See `rivulet --help`."],
    [["dev", "none.ts"], 1, "none.ts cannot be read: there is no such file. Name a page that exists, as in `rivulet dev app.ts`."],
    [["start", "none"], 1, "none cannot be read: there is no such file. Name a page that exists, as in `rivulet dev app.ts`."],
    [["dev", "folder"], 1, "folder cannot be read: it is a folder. Name a page that exists, as in `rivulet dev app.ts`."],
    [
      ["build", "notes.txt"],
      1,
      "notes.txt is not a page. Pages are modules in TypeScript or JavaScript (.ts, .tsx, .mts, .js, .jsx, .mjs).",
    ],
    [
      ["start", "folder"],
      1,
      "folder is not a build of this rivulet (there is no rivulet.json in it). Make one with `rivulet build <file>`.",
    ],
    [["build", "app.ts", "--out", "."], 1, `${folder.path} holds the page itself. Name another folder with --out.`],
    [["build", "app.ts", "--out", "folder"], 1, "folder is not empty, and no build of rivulet made it. Name another folder with --out."],
  ];
  const results = await Promise.all(cases.map(([args]) => ended(folder, ...args)));
  for (const [i, [args, code, message]] of cases.entries()) {
    expect(results[i], args.join(" ")).toEqual({ code, out: "", err: `error: ${message}\n` });
  }
});

test("a file without permission is named with the reason", async () => {
  using folder = new Folder({ "app.ts": PAGE });
  chmodSync(folder.path, 0o755);
  chmodSync(join(folder.path, "app.ts"), 0);
  // Root may read everything, and so runs the command as nobody.
  const command = folder.run({ uid: process.getuid?.() === 0 ? 65534 : undefined }, "dev", "app.ts");
  expect(await command.exit).toBe(1);
  expect(command.err).toBe("error: app.ts cannot be read: permission is denied. Name a page that exists, as in `rivulet dev app.ts`.\n");
});

test("a port that is taken is one clear line", async () => {
  using folder = new Folder({ "app.ts": PAGE });
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  for (const command of ["dev", "start"]) {
    const { code, err } = await ended(folder, command, "app.ts", "--port", String(port));
    expect({ code, err }).toEqual({
      code: 1,
      err: `error: Port ${port} on 127.0.0.1 is taken. Stop the program that uses it, or choose another with --port.\n`,
    });
  }
  taken.close();
});

test("a page with a mistake fails `build` and `start` with its code frame", async () => {
  using folder = new Folder({ "app.ts": `import { st } from "rivulet";\nexport const a = 1;\nst.write(a);\n` });
  for (const command of ["build", "start"]) {
    const { code, err } = await ended(folder, command, "app.ts");
    expect(code).toBe(1);
    expect(err).toMatch(/^error: A page cannot export a \(app\.ts:2:1\)/);
    expect(err).toContain(`> 2 | export const a = 1;\n    | ^\n`);
    expect(err).not.toMatch(/ {4}at |node_modules/);
  }
});

test.each(["SIGINT", "SIGTERM"] as const)("dev and start end cleanly at %s", async (signal) => {
  using folder = new Folder({ "app.ts": PAGE });
  for (const name of ["dev", "start"]) {
    await using command = folder.run({}, name, "--port", "0");
    expect(await textsAt(await command.url())).toEqual(["hello"]);
    expect(command.out).toMatch(
      /^No file was named: taking app\.ts\nrivulet \S+ (dev|start) app\.ts\n {2}http:\/\/127\.0\.0\.1:\d+\/\n {2}ready in \d+ ms\n$/,
    );
    expect(await command.end(signal)).toBe(0);
    expect(command.err).toBe("");
  }
});

test("build writes a folder that start serves; a second build replaces it", async () => {
  using folder = new Folder({ "app.ts": PAGE });
  expect((await ended(folder, "build")).code).toBe(0);
  expect(existsSync(join(folder.path, "dist/rivulet.json"))).toBe(true);
  folder.save("app.ts", PAGE.replace("hello", "again"));
  const { code, out } = await ended(folder, "build", "app.ts");
  expect(code).toBe(0);
  expect(out).toMatch(/^1 page built into dist in \d+ ms\n {2}rivulet start dist\n$/);
  expect(readdirSync(join(folder.path, "dist")).filter((name) => name.endsWith(".js"))).toHaveLength(1);
  await using command = folder.run({}, "start", "dist", "--port", "0");
  expect(await textsAt(await command.url())).toEqual(["again"]);
});

test("the config is read by dev, start and build; flags win; a wrong one is refused", async () => {
  using folder = new Folder({
    "app.ts": PAGE,
    "rivulet.config.ts": `import { defineConfig } from "rivulet";\nexport default defineConfig({ port: 0, base: "/deep" as string });`,
  });
  expect((await ended(folder, "build")).code).toBe(0);
  for (const args of [["dev"], ["start"], ["start", "dist"]]) {
    await using command = folder.run({}, ...args);
    const url = await command.url();
    expect(url).toMatch(/:\d+\/deep\/?$/);
    expect(await textsAt(url, "/deep")).toEqual(["hello"]);
  }
  await using flagged = folder.run({}, "dev", "--base", "/flag");
  expect(await flagged.url()).toMatch(/\/flag\/?$/);
  folder.save("rivulet.config.ts", `export default { port: "x" };`);
  expect(await ended(folder, "dev")).toMatchObject({
    code: 1,
    err: `error: rivulet.config.ts: port must be a whole number from 0 to 65535, instead got "x".\n`,
  });
  folder.save("rivulet.config.ts", `throw new TypeError("broken");`);
  expect(await ended(folder, "dev")).toMatchObject({ code: 1, err: "error: rivulet.config.ts cannot be loaded: TypeError: broken\n" });
});

test("what is kept on disk lies beside the page or the build, else where RIVULET_STATE_DIR or the config says", async () => {
  const page = `import { randomUUID } from "node:crypto";
import { st } from "rivulet";
const made = st.cacheData(async () => randomUUID(), { persist: "disk" });
st.text(await made());
`;
  using folder = new Folder({ "app/app.ts": page });
  const made = async (...args: string[]): Promise<string | undefined> => {
    await using command = folder.run({}, ...args, "--port", "0");
    const [text] = await textsAt(await command.url());
    expect(await command.end()).toBe(0);
    return text;
  };
  const kept = (): string[] =>
    ["", "app", "env", "config"].filter((name) =>
      existsSync(join(folder.path, name, name === "env" || name === "config" ? "cache" : ".rivulet/cache")),
    );
  const first = await made("start", "app/app.ts");
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect([await made("start", "app/app.ts"), kept()]).toEqual([first, ["app"]]);
  expect((await ended(folder, "build", "app/app.ts")).code).toBe(0);
  const built = await made("start", "dist");
  expect([await made("start", "dist"), kept()]).toEqual([built, ["", "app"]]);
  expect(await made("dev", "app/app.ts")).toBe(await made("dev", "app/app.ts"));
  process.env.RIVULET_STATE_DIR = join(folder.path, "env");
  try {
    await made("dev", "app/app.ts");
    expect(kept()).toEqual(["", "app", "env"]);
    folder.save("app/rivulet.config.ts", `export default { stateDir: "config" };`);
    await made("dev", "app/app.ts");
    expect(kept()).toEqual(["", "app", "env", "config"]);
  } finally {
    delete process.env.RIVULET_STATE_DIR;
  }
});

test("start leaves nothing behind, and clears what a killed one left", async () => {
  using folder = new Folder({ "app.ts": PAGE, "node_modules/x/package.json": "{}" });
  const cache = join(folder.path, "node_modules/.rivulet");
  {
    await using killed = folder.run({}, "start", "--port", "0");
    await killed.url();
    await killed.end("SIGKILL");
    expect(readdirSync(cache)).toHaveLength(1);
  }
  await using command = folder.run({}, "start", "--port", "0");
  await command.url();
  expect(readdirSync(cache)).toHaveLength(1);
  expect(await command.end()).toBe(0);
  expect(readdirSync(cache)).toEqual([]);
});
