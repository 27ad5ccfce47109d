import { createServer, type PageSource } from "@rivulet/server";
import type { RivuletConfig } from "../config.ts";
import type { ServeFlags } from "./arguments.ts";
import { CLIENT_DIR } from "./installation.ts";
import { openBrowser } from "./open-browser.ts";

/** Serves pages until the process is asked to end. Flags win over the config. */
export async function serve(pages: PageSource, config: RivuletConfig, flags: ServeFlags): Promise<void> {
  const given = Object.fromEntries(Object.entries({ port: flags.port, host: flags.host, base: flags.base }).filter(([, value]) => value !== undefined));
  const server = await createServer({ ...config, ...given, pages, clientDir: CLIENT_DIR, dev: pages.kind === "dev" });
  process.stdout.write(`  ${server.url}\n  ready in ${Math.round(performance.now())} ms\n`);
  if (flags.open) openBrowser(server.url);
  await askedToEnd();
  await server.close();
}

/** Resolves at Ctrl+C or SIGTERM; a second one ends the process at once. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals): void => {
      process.off("SIGINT", end).off("SIGTERM", end);
      process.once(signal, () => process.exit(1));
      resolve();
    };
    process.on("SIGINT", end).on("SIGTERM", end);
  });
}
