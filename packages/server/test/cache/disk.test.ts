import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer } from "@rivulet/server";
import { createDevCompiler } from "@rivulet/server/compile";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PageClient } from "../host/page-client.ts";
import { CLIENT_DIR } from "../host/test-server.ts";
import { Origin } from "./origin.ts";

let origin: Origin;
let stateDir: string;
let no = 0;

beforeEach(async () => {
  origin = await Origin.start();
  stateDir = mkdtempSync(join(tmpdir(), "rivulet-state-"));
});
afterEach(async () => {
  rmSync(stateDir, { recursive: true });
  await origin[Symbol.asyncDispose]();
});

/** Starts a server with the same folder, has a page do what it is told, and stops the server. */
async function serve(acts: (told: (act: string) => Promise<string>) => Promise<void>): Promise<void> {
  const server = await createServer({
    pages: await createDevCompiler({
      entry: join(import.meta.dirname, "fixtures/app.ts"),
      runtime: import.meta.resolve("@rivulet/server/script"),
    }),
    clientDir: CLIENT_DIR,
    dev: true,
    workers: 1,
    port: 0,
    stateDir,
    log: "silent",
  });
  try {
    await using page = await PageClient.open(server.url);
    await page.shows("done");
    await acts(async (act) => {
      const told = `${act} ${++no}`;
      page.set("Do", told);
      const answer = (): string | undefined => page.texts().find((text) => text.startsWith(`${told}: `));
      await page.until(() => answer() !== undefined && page.texts().includes("done"), `an answer to ${told}`);
      return answer()?.slice(told.length + 2) ?? "";
    });
  } finally {
    await server.close();
  }
}

/** The files with values. */
function files(): string[] {
  return readdirSync(stateDir, { recursive: true, encoding: "utf8" })
    .map((name) => join(stateDir, name))
    .filter((path) => /[0-9a-f]{64}$/.test(path) && statSync(path).isFile());
}

test("a persistent value outlives the server, another one does not", async () => {
  await serve(async (told) => {
    expect([await told("saved a"), await told("load a")]).toEqual(["1", "2"]);
  });
  expect(files()).toHaveLength(1);
  await serve(async (told) => {
    expect([await told("saved a"), await told("load a"), await told("saved b")]).toEqual(["1", "3", "1"]);
  });
  expect(origin.count("a")).toBe(3);
});

test("its ttl goes on while the server is down", async () => {
  await serve(async (told) => {
    await told("savedBriefly a");
    await told("savedStale s");
  });
  // Starting a server takes longer than that as a rule; the clock must have gone on, however fast it is.
  const made = Date.now();
  while (Date.now() - made < 210) await new Promise((resolve) => setTimeout(resolve, 10));
  await serve(async (told) => {
    expect(await told("savedBriefly a")).toBe("2");
    expect(await told("savedStale s")).toBe("1");
    await origin.until(() => origin.count("s") === 2);
  });
});

test("clear removes the file", async () => {
  await serve(async (told) => {
    await told("saved a");
    await told("saved b");
    await told("clearSaved a");
    expect(files()).toHaveLength(1);
    expect([await told("saved a"), await told("saved b")]).toEqual(["2", "1"]);
    await told("clearAll x");
    expect(files()).toHaveLength(0);
  });
  await serve(async (told) => {
    expect([await told("saved a"), await told("saved b")]).toEqual(["3", "2"]);
  });
});

test("a file that was damaged is a miss", async () => {
  await serve(async (told) => void (await told("saved a")));
  for (const file of files()) writeFileSync(file, "damaged");
  await serve(async (told) => {
    expect(await told("saved a")).toBe("2");
  });
  await serve(async (told) => {
    expect(await told("saved a")).toBe("2");
  });
});
