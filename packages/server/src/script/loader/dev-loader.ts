import { basename, dirname, join } from "node:path";
import { MessageChannel, receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import { createDefaultImportMeta, ModuleRunner, type EvaluatedModuleNode } from "vite/module-runner";
import type { HotPayload } from "vite";
import type { LoaderAnswer, LoaderChange, LoaderJoin, LoaderQuestion } from "../../thread/loader-messages.ts";
import type { AppPages } from "../../thread/page-routes.ts";
import type { LoaderData } from "../../thread/worker-data.ts";
import type { PageFunction, PageLoader, ThreadLoader } from "./page-loader.ts";
import { UserModuleEvaluator } from "./user-module-evaluator.ts";

type Message = LoaderAnswer | LoaderChange;
type Question = Pick<LoaderQuestion, "name" | "data">;
type DevData = Extract<LoaderData, { kind: "dev" }>;

const PAGE_QUERY = "?rivulet-page";
const THREAD_QUERY = "?rivulet-thread";

/** Loads pages as the compiler on the host has them at the moment, through its port. */
export function createDevLoader(data: DevData): PageLoader {
  return new DevLoader(data);
}

class DevLoader implements PageLoader {
  readonly #data: DevData;
  readonly #port: MessagePort;
  readonly #folder: string;
  readonly #loaded = new Map<string, Promise<unknown>>();
  readonly #callbacks = new Set<() => void>();
  readonly #waiting = new Map<number, (answer: LoaderAnswer) => void>();
  readonly #evaluator = new UserModuleEvaluator((url) => this.#runner.evaluatedModules.getModuleByUrl(url)?.evaluated === true);
  readonly #runner: ModuleRunner;
  #pages: Promise<AppPages> | undefined;
  #asked = 0;
  /** The last change heard of. An answer from before it may hold old code. */
  #epoch = 0;

  constructor(data: DevData) {
    const { port } = data;
    this.#data = data;
    this.#port = port;
    this.#folder = dirname(data.entry);
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

  async load(page: string): Promise<PageFunction> {
    return (await this.#load<{ run: PageFunction }>(join(this.#folder, page), PAGE_QUERY)).run;
  }

  /** Asks the host at the first call after a change only. */
  pages(): Promise<AppPages> {
    this.#drain();
    if (this.#pages === undefined) {
      const asking = (this.#pages = this.#askPages());
      asking.catch(() => {
        if (this.#pages === asking) this.#pages = undefined;
      });
    }
    return this.#pages;
  }

  async #askPages(): Promise<AppPages> {
    // Its modules are read when it is loaded, and one of them may navigate. What is wrong with it is told to whoever runs it.
    await this.load(basename(this.#data.entry)).catch(() => undefined);
    const answer = await this.#ask({ name: "getPages", data: [] });
    if ("error" in answer) throw answer.error;
    return answer.result as AppPages;
  }

  async loadThread(module: string): Promise<unknown> {
    return (await this.#load<{ default: unknown }>(module, THREAD_QUERY)).default;
  }

  /** Asks the host for a module at the first call after a change only. */
  #load<T>(file: string, query: string): Promise<T> {
    this.#drain();
    const url = file.replaceAll("\\", "/") + query;
    let loading = this.#loaded.get(url);
    if (loading === undefined) {
      loading = this.#import(url);
      this.#loaded.set(url, loading);
      loading.catch(() => {
        if (this.#loaded.get(url) === loading) this.#loaded.delete(url);
      });
    }
    return loading as Promise<T>;
  }

  forThread(): ThreadLoader {
    const { port1: mine, port2: port } = new MessageChannel();
    this.#port.postMessage({ name: "join", port: mine } satisfies LoaderJoin, [mine]);
    return { data: { ...this.#data, port }, transfer: [port] };
  }

  onInvalidate(callback: () => void): void {
    this.#callbacks.add(callback);
  }

  close(): void {
    this.#port.close();
  }

  /** A change that arrives while modules are being loaded voids what was loaded: then it starts anew. */
  async #import(url: string): Promise<unknown> {
    for (;;) {
      const epoch = this.#epoch;
      try {
        const module = await this.#evaluator.outside(() => this.#runner.import<unknown>(url));
        if (epoch === this.#epoch) return module;
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
    this.#loaded.clear();
    this.#pages = undefined;
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
