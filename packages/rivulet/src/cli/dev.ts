import { dirname } from "node:path";
import { createDevCompiler } from "@rivulet/server/compile";
import { displayPath } from "@rivulet/server/built";
import type { ServeFlags } from "./arguments.ts";
import { entryFile } from "./entry-file.ts";
import { RUNTIME, VERSION } from "./installation.ts";
import { loadConfig } from "./load-config.ts";
import { serve } from "./serve.ts";

/** `rivulet dev`: serves a page and runs it again when it is saved. */
export async function dev(file: string, flags: ServeFlags): Promise<void> {
  const entry = entryFile(file);
  process.stdout.write(`rivulet ${VERSION} dev ${displayPath(entry)}\n`);
  const config = await loadConfig(entry);
  const pages = await createDevCompiler({ entry, runtime: RUNTIME });
  await serve(pages, dirname(entry), config, flags);
}
