import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "@rivulet/testing";
import { startProcess } from "../server-process.ts";
import type { Target } from "./target.ts";

const PAGE = fileURLToPath(new URL("../../pages/small.ts", import.meta.url));
const CLI = join(dirname(createRequire(import.meta.url).resolve("rivulet/package.json")), "dist/cli/main.js");

/** rivulet as users run it: `rivulet start`. */
export const rivulet: Target = {
  name: "rivulet",

  start: (lines) =>
    startProcess({
      command: process.execPath,
      args: [CLI, "start", PAGE, "--port", "0"],
      env: { BENCH_N: String(lines) },
      address: (line) => /http:\/\/\S+/.exec(line)?.[0],
    }),

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
};
