import { RivuletError } from "../../errors.ts";
import { displayPath } from "../../thread/display-path.ts";
import { userFrames } from "../loader/user-stack.ts";
import { Thread } from "./thread.ts";

/** What a page gets from importing a thread's module. Called, it starts a thread and resolves to its result. */
export interface ThreadFunction<Args extends readonly unknown[] = readonly unknown[], Result = unknown> {
  (...args: Args): Promise<Result>;
  /** Makes a thread that has not been started. */
  thread(...args: Args): Thread<Result>;
}

type Body = (...args: readonly unknown[]) => unknown;

const bodies = new WeakMap<object, Body>();

let declared = false;

const THREAD_FILE = /\.thread\.[cm]?[jt]sx?$/;
const uncompiled = new Set<string>();

/** Files of thread modules that were loaded as they are, by a test runner, say: whoever runs their pages has to compile them. */
export function uncompiledThreads(): readonly string[] {
  return [...uncompiled];
}

/** The thread module that is being evaluated, if it is one. */
function threadFile(): string | undefined {
  const [caller] = userFrames(new Error().stack ?? "");
  return caller !== undefined && THREAD_FILE.test(caller.file) ? caller.file : undefined;
}

/** True once a page's modules have imported a thread module. */
export function threadsDeclared(): boolean {
  return declared;
}

/**
 * Makes a function into a custom thread: it runs on a processor of its own. It is the default export of a module
 * whose name ends in `.thread.ts`; what that module imports is loaded in the thread, not in the page.
 * Arguments and result are copied (plain data, buffers), containers cross as references.
 * @example
 * // square.thread.ts
 * export default defineThread(async (n: number) => n * n);
 * // page.ts
 * import square from "./square.thread.ts";
 * st.write(await square(12));
 */
export function defineThread<Args extends readonly unknown[], Result>(
  body: (...args: Args) => Result,
): ThreadFunction<Args, Awaited<Result>> {
  const file = threadFile();
  if (file !== undefined) uncompiled.add(file);
  const made = threadFunction<Args, Awaited<Result>>(file, file === undefined ? body.name : displayPath(file));
  bodies.set(made, body as unknown as Body);
  return made;
}

/** The function that a thread's module was made of. */
export function bodyOf(exported: unknown, name: string): Body {
  const body = typeof exported === "function" ? bodies.get(exported) : undefined;
  if (body === undefined)
    throw new RivuletError("RIVULET_THREAD_MODULE", { place: name, problem: "the default export is not made by defineThread" });
  return body;
}

function threadFunction<Args extends readonly unknown[], Result>(module: string | undefined, name: string): ThreadFunction<Args, Result> {
  declared ||= module !== undefined;
  const thread = (...args: Args): Thread<Result> => {
    if (module === undefined) {
      const problem =
        "was not imported from a page: put `export default defineThread(...)` into a module named x.thread.ts, import that, and run the page with `npx rivulet dev`.";
      throw new RivuletError("RIVULET_THREAD_USE", { call: `The thread ${name || "(anonymous)"}`, problem });
    }
    return new Thread<Result>({ module, name, args });
  };
  return Object.assign(
    async (...args: Args) =>
      thread(...args)
        .start()
        .join(),
    { thread },
  );
}

// Compiled imports of thread modules find this through a slot, whatever copy of rivulet they could resolve.
(globalThis as { [slot: symbol]: unknown })[Symbol.for("rivulet.threads")] = threadFunction;
