import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { connect } from "@rivulet/testing";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type ServerProcess, startProcess } from "../server-process.ts";
import type { BenchPage, RunawayClient, Target } from "./target.ts";

const PAGES = fileURLToPath(new URL("../../pages/", import.meta.url));
/** The default of the server. */
const GRACE = 1000;
const CLI = join(dirname(createRequire(import.meta.url).resolve("rivulet/package.json")), "dist/cli/main.js");
/** Millions of steps that are about 2 s of one core. */
const LOOPS = 3000;
/** The longest run of a page. */
const TIMEOUT = 60_000;

/** rivulet as users run it: `rivulet start`. */
export const rivulet: Target = {
  name: "rivulet",

  start: (lines, page = "small", folder) => startPage(page, folder, { BENCH_N: String(lines), BENCH_LOOPS: String(LOOPS) }),

  connect: async ({ url }) => {
    const client = await connect(url);
    await client.waitIdle();
    return {
      get bytes() {
        return client.bytesReceived;
      },
      rerun: async (button = "Increment") => {
        await client.click(button);
        await client.waitIdle({ timeout: TIMEOUT });
      },
      said: (pattern) => client.texts().reduce<string | undefined>((found, text) => found ?? pattern.exec(text)?.[1], undefined),
      close: () => client.close(),
    };
  },

  runaway: async () => {
    const server = await startPage("runaway");
    return { grace: GRACE, connect: () => connectRunaway(server.url), stop: () => server.stop() };
  },
};

async function startPage(page: BenchPage | "runaway", folder?: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const state = folder ?? (await mkdtemp(join(tmpdir(), "rivulet-bench-")));
  const leaving = page === "leaving";
  const server = await startProcess({
    command: process.execPath,
    args: [CLI, "start", join(PAGES, `${leaving ? "small" : page}.ts`), "--port", "0"],
    env: { ...env, RIVULET_STATE_DIR: state },
    // Where the server finds its config.
    cwd: leaving ? join(PAGES, "leaving") : undefined,
    address: (line) => /http:\/\/\S+/.exec(line)?.[0],
  });
  const stop = async () => {
    await server.stop();
    if (folder === undefined) await rm(state, { recursive: true, force: true });
  };
  return { ...server, stop };
}

async function connectRunaway(url: string): Promise<RunawayClient> {
  const client = await connect(url);
  await client.waitIdle();
  return {
    runAway: async () => {
      await client.click("Run away");
      while (!client.texts().includes("running away")) await nextTurn();
    },
    stop: async () => {
      await client.stop();
      await client.waitIdle();
    },
    increment: async (count) => {
      await client.click("Increment");
      await client.waitIdle();
      if (!client.texts().includes(`count: ${count}.`)) throw new Error(`After Stop the page shows ${JSON.stringify(client.texts())}`);
    },
    close: () => client.close(),
  };
}
