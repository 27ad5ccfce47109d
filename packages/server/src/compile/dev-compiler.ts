import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MessageChannel, type MessagePort } from "node:worker_threads";
import { createServer, type DevEnvironment, type Plugin, type ViteDevServer } from "vite";
import type { LoaderAnswer, LoaderChange, LoaderJoin, LoaderQuestion } from "../thread/loader-messages.ts";
import type { AppPages } from "../thread/page-routes.ts";
import { RivuletError } from "../errors.ts";
import { displayPath } from "../thread/display-path.ts";
import { isCommonJs } from "./common-js.ts";
import { loadEnv } from "./load-env.ts";
import { PageList } from "./page-list.ts";
import type { PageSource, PageSourceWorker } from "./page-source.ts";
import { RUNTIME } from "./runtime-plugin.ts";
import { SourceWatcher } from "./source-watcher.ts";
import { threadPlugin } from "./thread-plugin.ts";
import { projectRoot, sharedConfig } from "./vite-config.ts";
import { isScriptFile } from "./user-module.ts";
import { PAGE_QUERY, THREAD_QUERY } from "./user-module-plugin.ts";

export interface DevCompilerOptions {
  /** Absolute path of the entry page. */
  readonly entry: string;
  /** URL of the module that `import ... from "rivulet"` means, the same for every importer. */
  readonly runtime: string;
  /** What call sites and aliases are relative to. Default: the nearest folder with a package.json. */
  readonly root?: string | undefined;
}

/** Compiles pages on the host while they are edited, and serves them to any number of workers. Loads `.env` (`loadEnv`). */
export async function createDevCompiler({ entry, runtime, root }: DevCompilerOptions): Promise<PageSource> {
  loadEnv(entry);
  const pages = new PageList(realpathSync(entry));
  const compiler = new DevCompiler(pages, runtime, root ?? projectRoot(pages.entry));
  await compiler.start();
  return compiler;
}

class DevCompiler implements PageSource {
  readonly kind = "dev";
  readonly root: string;
  readonly #pages: PageList;
  readonly #runtime: string;
  readonly #projectRoot: string;
  readonly #ports = new Set<MessagePort>();
  readonly #callbacks = new Set<() => void>();
  readonly #watcher = new SourceWatcher((files) => this.#changed(files));
  /** Counts changes, so that a worker can tell an answer that was on its way from a fresh one. */
  #epoch = 0;
  /** Since the last change a module could not be compiled or found: any new script may be what it waits for. */
  #failing = false;
  #server: ViteDevServer | undefined;

  constructor(pages: PageList, runtime: string, root: string) {
    this.#pages = pages;
    this.#runtime = runtime;
    this.root = pages.folder;
    this.#projectRoot = root;
  }

  async start(): Promise<void> {
    const shared = sharedConfig(this.#projectRoot, this.#pages);
    this.#server = await createServer({
      ...shared,
      plugins: [this.#hostPlugin(), threadPlugin(this.#projectRoot, (file) => file), ...(shared.plugins ?? [])],
      server: { middlewareMode: true, ws: false, watch: null },
      optimizeDeps: { noDiscovery: true, include: [] },
    });
    this.#watcher.addFolder(this.#pages.folder);
    this.#watcher.addTree(join(this.#pages.folder, "pages"));
  }

  pages(): readonly string[] {
    return this.#pages.ids;
  }

  navigates(): boolean {
    return this.#pages.navigates;
  }

  worker(): PageSourceWorker {
    const { port1: mine, port2: port } = new MessageChannel();
    this.#serve(mine);
    return {
      loader: { kind: "dev", port, entry: this.#pages.entry, runtime: this.#runtime },
      transfer: [port],
      dispose: () => {
        this.#ports.delete(mine);
        mine.close();
      },
    };
  }

  #serve(port: MessagePort): void {
    this.#ports.add(port);
    port.on("message", (message: LoaderQuestion | LoaderJoin) => {
      if (message.name === "join") this.#serve(message.port);
      else void this.#answer(port, message);
    });
    port.on("close", () => void this.#ports.delete(port));
    port.unref();
    // Who begins after a change counts from there: else no answer would ever be fresh for it.
    if (this.#epoch > 0) port.postMessage({ type: "changed", epoch: this.#epoch, files: [] } satisfies LoaderChange);
  }

  onChange(callback: () => void): () => void {
    this.#callbacks.add(callback);
    return () => void this.#callbacks.delete(callback);
  }

  async close(): Promise<void> {
    this.#watcher.close();
    for (const port of this.#ports) port.close();
    this.#ports.clear();
    await this.#server?.close();
  }

  get #environment(): DevEnvironment {
    const environment = this.#server?.environments.ssr;
    if (environment === undefined) throw new Error("The compiler has not been started. This is a bug in rivulet.");
    return environment;
  }

  async #result(name: LoaderQuestion["name"], data: LoaderQuestion["data"]): Promise<unknown> {
    if (name === "getBuiltins") return [];
    if (name === "getPages") return { ids: this.#pages.ids, navigates: this.#pages.navigates } satisfies AppPages;
    return this.#fetch(...(data as Extract<LoaderQuestion, { name: "fetchModule" }>["data"]));
  }

  async #answer(port: MessagePort, { id, name, data }: LoaderQuestion): Promise<void> {
    const epoch = this.#epoch;
    let answer: LoaderAnswer["answer"];
    try {
      answer = { result: await this.#result(name, data) };
    } catch (error) {
      this.#failing = true;
      answer = { error: serializeError(error) };
    }
    port.postMessage({ type: "answer", id, epoch, answer } satisfies LoaderAnswer);
  }

  async #fetch(url: string, importer: string | undefined, options: object | undefined): Promise<unknown> {
    if (url === RUNTIME || url === `/@id/${RUNTIME}`) return { externalize: this.#runtime, type: "module" };
    if (url.endsWith(PAGE_QUERY)) this.#requirePage(url.slice(0, -PAGE_QUERY.length));
    else if (url.startsWith("/") || url.startsWith("file:")) {
      const { file } = await this.#environment.moduleGraph.ensureEntryFromUrl(url);
      if (file !== null && isCommonJs(file)) return { externalize: pathToFileURL(file).href, type: "commonjs" };
    }
    return this.#environment.fetchModule(url, importer, options);
  }

  #requirePage(file: string): void {
    if (!this.#pages.has(file)) throw new RivuletError("RIVULET_PAGE_MISSING", { page: displayPath(file) });
  }

  /** Every later question of a worker comes after the message that is posted here, so all see the new code at their next run. */
  #changed(files: readonly string[]): void {
    const graph = this.#environment.moduleGraph;
    const loaded = files.filter((file) => graph.getModulesByFile(file) !== undefined);
    for (const file of loaded) {
      graph.onFileChange(file);
      if (!existsSync(file)) this.#forgetImports(file);
    }
    const listChanged = files.some(isScriptFile) && this.#pages.refresh();
    if (loaded.length === 0 && !listChanged && !this.#failing) return;
    this.#epoch++;
    this.#failing = false;
    for (const port of this.#ports) port.postMessage({ type: "changed", epoch: this.#epoch, files: loaded } satisfies LoaderChange);
    for (const callback of this.#callbacks) callback();
  }

  /** Importers are resolved anew when what they import is gone: by itself Vite compiles them again only when they change. */
  #forgetImports(file: string): void {
    const graph = this.#environment.moduleGraph;
    for (const gone of graph.getModulesByFile(file) ?? []) for (const importer of gone.importers) graph.invalidateModule(importer);
  }

  #hostPlugin(): Plugin {
    return {
      name: "rivulet:host",
      enforce: "pre",
      resolveId: (source) => (source === RUNTIME ? { id: RUNTIME, external: true } : null),
      transform: (code, id) => {
        const file = id.replace(/\?.*$/, "");
        // Asked for in another form, a module's code is not what its file holds.
        const content = [file, file + PAGE_QUERY, file + THREAD_QUERY].includes(id) ? code : undefined;
        if (!id.startsWith("\0") && !file.includes("/node_modules/") && existsSync(file)) this.#watcher.addFile(file, content);
        return null;
      },
    };
  }
}

/** Errors cross to the worker as data: their own fields (`code`, `loc`, `id`) are what a message is made of there. */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const fields = Object.fromEntries(Object.entries(error).filter(([, value]) => isPlain(value)));
  return { ...fields, name: error.name, message: error.message, stack: error.stack };
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value !== "object") return typeof value !== "function" && typeof value !== "symbol";
  return (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype) && Object.values(value).every(isPlain);
}
