import { join, resolve } from "node:path";
import { createServer, type PageSource, type RivuletServer } from "@rivulet/server";
import type { RivuletConfig } from "../config.ts";
import type { ServeFlags } from "./arguments.ts";
import { CLIENT_DIR } from "./installation.ts";
import { leaveSoon } from "./leave.ts";
import { openBrowser } from "./open-browser.ts";

/** An author who stops the server does not want to wait. */
const DEV: RivuletConfig = { sessionStore: "memory", shutdownTimeout: 0 };
const PRODUCTION: RivuletConfig = { sessionStore: "disk", shutdownTimeout: 5000 };

/** Serves pages until the process is asked to end. Flags win over the config. `folder` is where the page or its build is. */
export async function serve(pages: PageSource, folder: string, config: RivuletConfig, flags: ServeFlags): Promise<void> {
  const ended = askedToEnd();
  const stateDir = resolve(config.stateDir ?? (process.env.RIVULET_STATE_DIR || join(folder, ".rivulet")));
  const defaults = pages.kind === "dev" ? DEV : PRODUCTION;
  const server = await listen(pages, { ...defaults, ...config, stateDir }, flags);
  process.stdout.write(`  ${server.url}\n  ready in ${Math.round(performance.now())} ms\n`);
  if (flags.open) openBrowser(server.url);
  const signal = await ended;
  await server.close();
  leaveSoon(signal);
}

async function listen(pages: PageSource, config: RivuletConfig, { port, host, base }: ServeFlags): Promise<RivuletServer> {
  const given = Object.fromEntries(Object.entries({ port, host, base }).filter(([, value]) => value !== undefined));
  try {
    return await createServer({ ...config, ...given, pages, clientDir: CLIENT_DIR, dev: pages.kind === "dev" });
  } catch (error) {
    await pages.close();
    throw error;
  }
}

/** Resolves at Ctrl+C or SIGTERM; a second one ends the process at once. */
function askedToEnd(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals): void => {
      process.off("SIGINT", end).off("SIGTERM", end);
      process.once(signal, () => process.exit(1));
      resolve(signal);
    };
    process.on("SIGINT", end).on("SIGTERM", end);
  });
}
