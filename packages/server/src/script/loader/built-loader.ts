import { AsyncResource } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { RivuletError } from "../../errors.ts";
import type { BuildManifest } from "../../thread/build-manifest.ts";
import type { PageFunction, PageLoader } from "./page-loader.ts";

/** Where built pages find the authoring API: a build can lie anywhere, and there must be one copy of it. */
const RUNTIME_SLOT = Symbol.for("rivulet.runtime");

/** Loads pages from what `build` wrote. `manifest` is a path, `runtime` the URL of the module that "rivulet" means. */
export function createBuiltLoader(manifest: string, runtime: string): PageLoader {
  const { pages, navigates = false } = JSON.parse(readFileSync(manifest, "utf8")) as BuildManifest;
  const app = Promise.resolve({ ids: Object.keys(pages), navigates });
  const loaded = new Map<string, Promise<PageFunction>>();
  const scope = new AsyncResource("RivuletPageLoader");

  async function importBuilt(file: string): Promise<unknown> {
    (globalThis as { [RUNTIME_SLOT]?: unknown })[RUNTIME_SLOT] ??= await import(runtime);
    // Only now: Node reads the map of each module that it loads from here on, and nobody looks for the runtime's own places.
    process.setSourceMapsEnabled(true);
    return import(pathToFileURL(join(dirname(manifest), file)).href);
  }

  async function importPage(page: string): Promise<PageFunction> {
    const file = Object.hasOwn(pages, page) ? pages[page] : undefined;
    if (file === undefined) throw new RivuletError("RIVULET_PAGE_MISSING", { page });
    return ((await importBuilt(file)) as { run: PageFunction }).run;
  }

  return {
    load(page) {
      let loading = loaded.get(page);
      if (loading === undefined) {
        loading = scope.runInAsyncScope(() => importPage(page));
        loaded.set(page, loading);
        loading.catch(() => loaded.delete(page));
      }
      return loading;
    },
    pages: () => app,
    loadThread: async (module) => ((await importBuilt(module)) as { default: unknown }).default,
    forThread: () => ({ data: { kind: "built", manifest, runtime }, transfer: [] }),
    close: () => loaded.clear(),
  };
}
