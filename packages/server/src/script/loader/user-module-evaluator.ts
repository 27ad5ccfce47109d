import { AsyncResource } from "node:async_hooks";
import { ESModulesEvaluator, ssrImportKey, type EvaluatedModuleNode, type ModuleRunnerContext } from "vite/module-runner";
import { RivuletError } from "../../errors.ts";
import { displayPath } from "../../thread/display-path.ts";

/** Evaluates user modules outside the run that happens to ask for them (SR4), as strictly as Node does, and remembers which ones failed. */
export class UserModuleEvaluator extends ESModulesEvaluator {
  readonly #scope = new AsyncResource("RivuletPageLoader");
  readonly #failed = new Set<EvaluatedModuleNode>();
  readonly #isComplete: (url: string) => boolean;

  /** `isComplete` says whether a module has been evaluated: in a circle of imports, its exports may be yet to come. */
  constructor(isComplete: (url: string) => boolean) {
    super();
    this.#isComplete = isComplete;
  }

  outside<T>(load: () => Promise<T>): Promise<T> {
    return this.#scope.runInAsyncScope(load);
  }

  /** Modules whose evaluation threw: the runner would answer with the same rejection for ever. */
  takeFailed(): readonly EvaluatedModuleNode[] {
    const failed = [...this.#failed];
    this.#failed.clear();
    return failed;
  }

  override async runInlinedModule(context: ModuleRunnerContext, code: string, module?: EvaluatedModuleNode): Promise<unknown> {
    try {
      const strict = module === undefined ? context : this.#requireNames(context, module.file);
      return await this.outside(() => super.runInlinedModule(strict, code));
    } catch (error) {
      // Places are mapped when a stack is first read, and only while the module is known.
      if (error instanceof Error) void error.stack;
      if (module !== undefined) this.#failed.add(module);
      throw error;
    }
  }

  /** A name that a module does not export is a mistake where it is imported, not `undefined` somewhere later. */
  #requireNames(context: ModuleRunnerContext, importer: string): ModuleRunnerContext {
    const request = context[ssrImportKey];
    return {
      ...context,
      [ssrImportKey]: async (url, metadata) => {
        const exports: unknown = await request(url, metadata);
        const missing = metadata?.importedNames?.find((name) => !(name in Object(exports)));
        if (missing === undefined || !this.#isComplete(url)) return exports;
        throw new RivuletError("RIVULET_EXPORT_MISSING", { importer: displayPath(importer), name: missing, specifier: displayPath(url) });
      },
    };
  }
}
