import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "@rivulet/testing";
import { setImmediate as nextTurn } from "node:timers/promises";
import { type ServerProcess, startProcess } from "../server-process.ts";
import type { RunawayClient, Target } from "./target.ts";

const PAGE = fileURLToPath(new URL("../../pages/small.ts", import.meta.url));
const RUNAWAY = fileURLToPath(new URL("../../pages/runaway.ts", import.meta.url));
/** The default of the server. */
const GRACE = 1000;
const CLI = join(dirname(createRequire(import.meta.url).resolve("rivulet/package.json")), "dist/cli/main.js");

/** rivulet as users run it: `rivulet start`. */
export const rivulet: Target = {
  name: "rivulet",

  start: (lines) => startPage(PAGE, { BENCH_N: String(lines) }),

  connect: async ({ url }) => {
    const client = await connect(url);
    await client.waitIdle();
    return {
      get bytes() {
        return client.bytesReceived;
      },
      rerun: async () => {
        await client.click("Increment");
        await client.waitIdle();
      },
      close: () => client.close(),
    };
  },

  runaway: async () => {
    const server = await startPage(RUNAWAY);
    return { grace: GRACE, connect: () => connectRunaway(server.url), stop: () => server.stop() };
  },
};

function startPage(page: string, env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  return startProcess({
    command: process.execPath,
    args: [CLI, "start", page, "--port", "0"],
    env,
    address: (line) => /http:\/\/\S+/.exec(line)?.[0],
  });
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
