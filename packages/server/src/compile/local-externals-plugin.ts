import { isBuiltin } from "node:module";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { createIdResolver, type Plugin } from "vite";
import { isCommonJs } from "./common-js.ts";
import { userScript } from "./user-module-plugin.ts";

/**
 * Names what a build leaves out by its absolute place, for a build that is run on this machine only: each module finds the packages
 * that it finds from where its source lies, whatever the folder of the build; CommonJS modules of the user's own stay where they are.
 */
export function localExternalsPlugin(): Plugin {
  let resolvePackage: ReturnType<typeof createIdResolver> | undefined;
  return {
    name: "rivulet:local-externals",
    enforce: "pre",
    configResolved(config) {
      resolvePackage = createIdResolver(config, { mainFields: ["main"], external: [], noExternal: true });
    },
    async resolveId(source, importer, options) {
      if (importer === undefined || userScript(importer) === undefined || isBuiltin(source)) return null;
      const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (resolved === null) return null;
      const isPackage = resolved.external !== false && !isAbsolute(resolved.id) && !resolved.id.startsWith("file:");
      const file = isPackage
        ? await resolvePackage?.(this.environment, source, importer)
        : isCommonJs(resolved.id)
          ? resolved.id
          : undefined;
      return file !== undefined && isAbsolute(file) ? { id: pathToFileURL(file).href, external: true } : resolved;
    },
  };
}
