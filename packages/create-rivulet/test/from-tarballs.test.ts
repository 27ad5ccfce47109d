import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { pack, publishedPackages } from "../../../scripts/packages.mjs";

const run = promisify(execFile);
let folder: string;
let app: string;

/** What users do, with tarballs in the registry's place: everything else comes from the registry or npm's cache. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rivulet-tarballs-"));
  const tarballs = new Map(publishedPackages().map(({ folder: source, json }) => [json.name, pack(source, folder)]));
  await writeFile(join(folder, "package.json"), "{}");
  await npm(folder, "install", String(tarballs.get("create-rivulet")));
  await run(join(folder, "node_modules/.bin/create-rivulet"), ["app"], { cwd: folder });
  app = join(folder, "app");
  tarballs.delete("create-rivulet");
  await useTarballs(join(app, "package.json"), tarballs);
  await npm(app, "install");
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("a created app builds", async () => {
  const { stdout } = await run("npm", ["run", "build"], { cwd: app });
  expect(stdout).not.toMatch(/error/i);
});

test("a created app's own test passes", { timeout: 120_000 }, async () => {
  const { stdout } = await run("npm", ["test"], { cwd: app, env: { ...process.env, NO_COLOR: "1", VITEST: undefined } });
  expect(stdout).toMatch(/Tests\s+1 passed/);
});

test("a created app's types hold", async () => {
  const { stderr } = await run("npm", ["run", "check", "--silent"], { cwd: app });
  expect(stderr).toBe("");
});

test("a created app starts and serves its page", async () => {
  const address = await start(app);
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toMatch(/^text\/html/);
  const html = await response.text();
  const script = /<script[^>]+src="([^"]+)"/.exec(html)?.[1];
  expect(script, html).toBeDefined();
  expect((await fetch(new URL(script ?? "", address))).headers.get("content-type")).toMatch(/javascript/);
});

async function npm(cwd: string, ...args: string[]): Promise<void> {
  await run("npm", [...args, "--prefer-offline", "--no-audit", "--no-fund"], { cwd });
}

/** Names every package of ours at the top, so that the ones in between find them there too. */
async function useTarballs(file: string, tarballs: ReadonlyMap<string, string>): Promise<void> {
  const json = JSON.parse(await readFile(file, "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  for (const [name, tarball] of tarballs) {
    delete json.devDependencies[name];
    json.dependencies[name] = `file:${tarball}`;
  }
  await writeFile(file, JSON.stringify(json, null, 2));
}

/** Starts the app on a free port, until the test is over; resolves to the address that it prints. */
async function start(cwd: string): Promise<string> {
  const server = spawn(join(cwd, "node_modules/.bin/rivulet"), ["start", "app.ts", "--port", "0"], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise((resolve) => server.once("close", resolve));
  onTestFinished(async () => {
    server.kill();
    await closed;
  });
  const output: string[] = [];
  server.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  for await (const line of createInterface(server.stdout)) {
    output.push(line);
    const address = /http:\/\/[^\s]+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error(`rivulet start ended without an address:\n${output.join("\n")}`);
}
