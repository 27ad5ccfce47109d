import { createHash } from "node:crypto";
import { mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { build, type InlineConfig, type Plugin, type Rollup } from "vite";
import { MANIFEST_FILE, type BuildManifest } from "../thread/build-manifest.ts";
import { explainBuildError } from "./build-error.ts";
import { importMetaPlugin } from "./import-meta-plugin.ts";
import { localExternalsPlugin } from "./local-externals-plugin.ts";
import { PageList } from "./page-list.ts";
import { runtimePlugin } from "./runtime-plugin.ts";
import { threadPlugin } from "./thread-plugin.ts";
import { PAGE_QUERY, THREAD_QUERY } from "./user-module-plugin.ts";
import { projectRoot, sharedConfig } from "./vite-config.ts";

export interface BuildOptions {
  /** Absolute path of the entry page. */
  readonly entry: string;
  /** Folder to write; what was in it is removed. */
  readonly outDir: string;
  /** URL of the module that `import ... from "rivulet"` means. */
  readonly runtime: string;
  /** Version that the manifest names: only the same rivulet serves the build. */
  readonly version: string;
  /** Settings that go with the build. */
  readonly config?: Readonly<Record<string, unknown>> | undefined;
  /** `here` keeps the sources' own places in `import.meta`, for a server on this machine; `anywhere` copies the files they name. Default `anywhere`. */
  readonly place?: "here" | "anywhere" | undefined;
}

export interface BuildResult {
  /** Path of the manifest. */
  readonly manifest: string;
  /** Page ids, the entry first. */
  readonly pages: readonly string[];
}

/** Compiles the pages of an app to plain modules that Node runs without Vite. */
export async function buildPages({ entry, outDir, runtime, version, config = {}, place = "anywhere" }: BuildOptions): Promise<BuildResult> {
  const pages = new PageList(realpathSync(entry));
  const root = projectRoot(pages.entry);
  const shared = sharedConfig(root, pages);
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const input = Object.fromEntries(pages.files.map((file) => [chunkName(file), file + PAGE_QUERY]));
  const names = await exportNames(runtime);
  await buildOrExplain({
    ...shared,
    plugins: [
      runtimePlugin(names),
      namedPagesPlugin(pages, new Set(pages.files)),
      threadPlugin(root, emitThread),
      importMetaPlugin(place, outDir),
      ...(place === "here" ? [localExternalsPlugin()] : []),
      ...(shared.plugins ?? []),
    ],
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      target: "node20",
      minify: false,
      sourcemap: true,
      reportCompressedSize: false,
      rollupOptions: {
        input,
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name]-[hash].js",
          sourcemapPathTransform: (source, map) => resolve(dirname(map), source),
        },
      },
    },
  });
  const manifest = join(outDir, MANIFEST_FILE);
  const files = Object.fromEntries(pages.files.map((file) => [pages.idOf(file), `${chunkName(file)}.js`]));
  writeFileSync(
    manifest,
    JSON.stringify({ rivulet: version, pages: files, navigates: pages.navigates, config } satisfies BuildManifest, null, 2),
  );
  return { manifest, pages: pages.ids };
}

async function buildOrExplain(config: InlineConfig): Promise<void> {
  try {
    await build(config);
  } catch (error) {
    throw explainBuildError(error);
  }
}

/** Readable, and unique for each source file. */
function chunkName(file: string): string {
  return `${basename(file, extname(file)).replaceAll(/\W+/g, "-")}-${createHash("sha1").update(file).digest("hex").slice(0, 8)}`;
}

async function exportNames(runtime: string): Promise<readonly string[]> {
  return Object.keys((await import(runtime)) as object);
}

/** Builds a thread's module as a file of its own, and returns how the build's threads name it. */
function emitThread(file: string, context: Rollup.PluginContext): string {
  const fileName = `${chunkName(file)}.js`;
  context.emitFile({ type: "chunk", id: file + THREAD_QUERY, fileName });
  return fileName;
}

/** Builds the pages that `st.page` literals name too, as they are found. */
function namedPagesPlugin(pages: PageList, built: Set<string>): Plugin {
  return {
    name: "rivulet:named-pages",
    moduleParsed() {
      for (const file of pages.files) {
        if (built.has(file)) continue;
        built.add(file);
        this.emitFile({ type: "chunk", id: file + PAGE_QUERY, fileName: `${chunkName(file)}.js` });
      }
    },
  };
}
