import { dirname, join } from "node:path";
import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import { createDefaultImportMeta, ModuleRunner, type EvaluatedModuleNode } from "vite/module-runner";
import type { HotPayload } from "vite";
import type { LoaderAnswer, LoaderChange, LoaderQuestion } from "../../thread/loader-messages.ts";
import type { PageFunction, PageLoader } from "./page-loader.ts";
import { UserModuleEvaluator } from "./user-module-evaluator.ts";

type Message = LoaderAnswer | LoaderChange;
type Question = Pick<LoaderQuestion, "name" | "data">;

const PAGE_QUERY = "?rivulet-page";

/** Loads pages as the compiler on the host has them at the moment, through its port. `entry` is the entry page's path. */
export function createDevLoader(port: MessagePort, entry: string): PageLoader {
  return new DevLoader(port, dirname(entry));
}

class DevLoader implements PageLoader {
  readonly #port: MessagePort;
  readonly #folder: string;
  readonly #pages = new Map<string, Promise<PageFunction>>();
  readonly #callbacks = new Set<() => void>();
  readonly #waiting = new Map<number, (answer: LoaderAnswer) => void>();
  readonly #evaluator = new UserModuleEvaluator((url) => this.#runner.evaluatedModules.getModuleByUrl(url)?.evaluated === true);
  readonly #runner: ModuleRunner;
  #asked = 0;
  /** The last change heard of. An answer from before it may hold old code. */
  #epoch = 0;

  constructor(port: MessagePort, folder: string) {
    this.#port = port;
    this.#folder = folder;
    port.on("message", (message: Message) => this.#receive(message));
    port.unref();
    this.#runner = new ModuleRunner(
      {
        transport: { invoke: (payload) => this.#ask(questionOf(payload)) },
        createImportMeta: createDefaultImportMeta,
        sourcemapInterceptor: "prepareStackTrace",
        hmr: false,
      },
      this.#evaluator,
    );
  }

  load(page: string): Promise<PageFunction> {
    this.#drain();
    let loading = this.#pages.get(page);
    if (loading === undefined) {
      loading = this.#import(join(this.#folder, page).replaceAll("\\", "/"));
      this.#pages.set(page, loading);
      loading.catch(() => {
        if (this.#pages.get(page) === loading) this.#pages.delete(page);
      });
    }
    return loading;
  }

  onInvalidate(callback: () => void): void {
    this.#callbacks.add(callback);
  }

  close(): void {
    this.#port.close();
  }

  /** A change that arrives while modules are being loaded voids what was loaded: then it starts anew. */
  async #import(file: string): Promise<PageFunction> {
    for (;;) {
      const epoch = this.#epoch;
      try {
        const { run } = await this.#evaluator.outside(() => this.#runner.import<{ run: PageFunction }>(file + PAGE_QUERY));
        if (epoch === this.#epoch) return run;
      } catch (error) {
        for (const module of this.#evaluator.takeFailed()) this.#invalidate(module, new Set());
        if (epoch === this.#epoch) throw error;
      }
    }
  }

  /** Hears of changes that the event loop has not come to yet: a run that is asked for after a change must see it. */
  #drain(): void {
    for (let received = receiveMessageOnPort(this.#port); received !== undefined; received = receiveMessageOnPort(this.#port)) {
      this.#receive(received.message as Message);
    }
  }

  #receive(message: Message): void {
    if (message.type === "answer") {
      this.#waiting.get(message.id)?.(message);
      this.#waiting.delete(message.id);
      return;
    }
    this.#epoch = message.epoch;
    this.#pages.clear();
    const seen = new Set<string>();
    for (const file of message.files) {
      for (const module of this.#runner.evaluatedModules.getModulesByFile(file) ?? []) this.#invalidate(module, seen);
    }
    for (const callback of this.#callbacks) callback();
  }

  /** Voids a module and those that import it, directly or not; the others keep their state. */
  #invalidate(module: EvaluatedModuleNode, seen: Set<string>): void {
    if (seen.has(module.id)) return;
    seen.add(module.id);
    const importers = [...module.importers];
    this.#runner.evaluatedModules.invalidateModule(module);
    for (const id of importers) {
      const importer = this.#runner.evaluatedModules.getModuleById(id);
      if (importer !== undefined) this.#invalidate(importer, seen);
    }
  }

  async #ask({ name, data }: Question): Promise<{ result: unknown } | { error: unknown }> {
    for (;;) {
      const id = this.#asked++;
      const { epoch, answer } = await new Promise<LoaderAnswer>((resolve) => {
        this.#waiting.set(id, resolve);
        this.#port.ref();
        this.#port.postMessage({ name, data, id });
      });
      if (this.#waiting.size === 0) this.#port.unref();
      if (epoch === this.#epoch) return answer;
    }
  }
}

/** The module runner wraps what it asks for a server's websocket; the port needs no more than name and arguments. */
function questionOf(payload: HotPayload): Question {
  if (payload.type !== "custom") throw new Error(`A module runner asked with ${payload.type}. This is a bug in rivulet.`);
  return payload.data as Question;
}
