import { places, type ScriptRunContext } from "../script-run-context.ts";
import { noContext } from "./no-context.ts";
import type { Thread } from "./thread.ts";

/** A run's context, to give to a thread, or to run a foreign callback in. */
export class RunContext {
  readonly #ctx: ScriptRunContext;

  /** @internal */
  constructor(ctx: ScriptRunContext) {
    this.#ctx = ctx;
  }

  /** Aborts when the run is over. */
  get signal(): AbortSignal {
    return this.#ctx.signal;
  }

  /**
   * Runs a function with `st` calls writing to this run's page, whoever calls; returns what it returns.
   * @throws StaleRunContextError once the run is over.
   * @example
   * const ctx = getScriptRunCtx();
   * library.onProgress((n) => ctx?.run(() => st.write(n)));
   */
  run<T>(body: () => T): T {
    this.#ctx.check("ctx.run()");
    return places.run({ ctx: this.#ctx, block: this.#ctx.home }, body);
  }

  /** @internal */
  attachTo(thread: Thread<unknown>): void {
    thread.attach(this.#ctx);
  }
}

const faces = new WeakMap<ScriptRunContext, RunContext>();

/** The context of the run that the running code belongs to, in a thread the one that it was given; undefined outside. */
export function getScriptRunCtx(): RunContext | undefined {
  const ctx = places.getStore()?.ctx;
  if (ctx === undefined) return undefined;
  let face = faces.get(ctx);
  if (face === undefined) faces.set(ctx, (face = new RunContext(ctx)));
  return face;
}

/**
 * Gives a thread a run's context before it starts, so that it can call `st` and write to the containers among its
 * arguments; returns the thread. The context ends with its run.
 * @throws NoSessionContextError without a context, ThreadUseError when the thread was started.
 * @example
 * const t = work.thread(5, st.empty());
 * addScriptRunCtx(t, getScriptRunCtx()).start();
 */
export function addScriptRunCtx<T extends Thread<unknown>>(thread: T, ctx: RunContext | undefined = getScriptRunCtx()): T {
  if (ctx === undefined) throw noContext("addScriptRunCtx()");
  ctx.attachTo(thread);
  return thread;
}
