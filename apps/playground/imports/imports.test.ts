import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { AppTest, connect } from "@rivulet/testing";
import { afterAll, expect, test } from "vitest";

const page = fileURLToPath(new URL("./page.ts", import.meta.url));
const cli = fileURLToPath(new URL("bin/rivulet.js", import.meta.resolve("rivulet/package.json")));
const out = mkdtempSync(join(fileURLToPath(new URL("..", import.meta.url)), "dist-"));
afterAll(() => rmSync(out, { recursive: true }));

const EXPECTED = [
  "Imports",
  "CommonJS names: 4",
  expect.stringMatching(/^native addon: ed3c1dac in thread \d+$/),
  "JSON: Ulm, Oslo",
  "WASM: 42",
  "path alias: hello, alias",
  "workspace package: 42",
  "dynamic import: LATE!",
  "data file: from a file beside the page",
  "environment: from .env, from the shell",
];

function run(...args: string[]): ChildProcess {
  return spawn(process.execPath, [cli, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: fileURLToPath(new URL(".", import.meta.url)),
    env: { ...process.env, IMPORTS_REAL: "from the shell" },
  });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", resolve));

async function address(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("the command ended without an address");
}

/** What sessions in two workers show: the address is opened until two threads have answered. */
async function textsOfTwoThreads(command: string, target: string): Promise<readonly string[][]> {
  const child = run(command, target, "--port", "0");
  const exit = ended(child);
  try {
    const url = await address(child);
    const clients = await Promise.all([connect(url), connect(url)]);
    await Promise.all(clients.map((client) => client.waitIdle()));
    const texts = clients.map((client) => [...client.texts()]);
    await Promise.all(clients.map((client) => client.close()));
    return texts;
  } finally {
    child.kill("SIGTERM");
    expect(await exit).toBe(0);
  }
}

async function expectBoth(command: string, target: string): Promise<void> {
  const [one, two] = await textsOfTwoThreads(command, target);
  expect(one).toEqual(EXPECTED);
  expect(two).toEqual(EXPECTED);
  expect(one?.[2], "two workers have the addon").not.toBe(two?.[2]);
}

test("[SR1] the user's own world works in dev", () => expectBoth("dev", page));

test("[SR1] the user's own world works in start", () => expectBoth("start", page));

test("[SR1] the user's own world works in a build", async () => {
  expect(await ended(run("build", page, "--out", out))).toBe(0);
  await expectBoth("start", out);
});

test("[SR1] the user's own world works in AppTest", async () => {
  process.env["IMPORTS_REAL"] = "from the shell";
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toEqual(EXPECTED);
});
