import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "@rivulet/testing";
import { startProcess } from "../server-process.ts";
import type { Target } from "./target.ts";

const PAGES = fileURLToPath(new URL("../../pages/", import.meta.url));
const CLI = join(dirname(createRequire(import.meta.url).resolve("rivulet/package.json")), "dist/cli/main.js");
/** Millions of steps that are about 2 s of one core. */
const LOOPS = 3000;
/** The longest run of a page. */
const TIMEOUT = 60_000;

/** rivulet as users run it: `rivulet start`. */
export const rivulet: Target = {
  name: "rivulet",

  start: (lines, page = "small") =>
    startProcess({
      command: process.execPath,
      args: [CLI, "start", join(PAGES, `${page}.ts`), "--port", "0"],
      env: { BENCH_N: String(lines), BENCH_LOOPS: String(LOOPS) },
      address: (line) => /http:\/\/\S+/.exec(line)?.[0],
    }),

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
};
