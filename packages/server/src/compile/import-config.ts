import { runnerImport, type Plugin } from "vite";
import { RivuletError } from "../errors.ts";
import { displayPath } from "../thread/display-path.ts";
import { RUNTIME } from "./runtime-plugin.ts";

const VIRTUAL = "\0rivulet-config";

/** A config needs nothing of rivulet but the function that types it. */
const configRuntime: Plugin = {
  name: "rivulet:config",
  enforce: "pre",
  resolveId: (source) => (source === RUNTIME ? VIRTUAL : null),
  load: (id) => (id === VIRTUAL ? "export const defineConfig = (config) => config;" : null),
};

/** Evaluates a config file in TypeScript or JavaScript and returns its default export, unchecked. */
export async function importConfig(file: string): Promise<unknown> {
  try {
    const { module } = await runnerImport<{ default?: unknown }>(file, {
      configFile: false,
      envFile: false,
      logLevel: "silent",
      plugins: [configRuntime],
    });
    return module.default;
  } catch (error) {
    const problem = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    throw new RivuletError("RIVULET_CONFIG_FAILED", { file: displayPath(file), problem }, { cause: error });
  }
}
