import type { TransferListItem } from "node:worker_threads";
import { RivuletError } from "../../errors.ts";
import { currentPlace, type ScriptRunContext } from "../script-run-context.ts";
import { Call, type CallGroup, type CallState } from "./call.ts";
import { notInThread } from "./no-context.ts";
import { thisThread } from "./this-thread.ts";

/** How far a thread has come. `queued`: started, and waiting for one of the session's 16 places, or its pool's. */
export type ThreadStatus = "new" | CallState;

export interface ThreadStartOptions {
  /** Buffers and ports among the arguments that the thread takes over instead of a copy: they are empty here afterwards. */
  readonly transfer?: readonly TransferListItem[] | undefined;
  /** True: the thread goes on when its run is superseded or stopped, or the session ends. Default false. */
  readonly detached?: boolean | undefined;
}

interface ThreadOptions {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

/**
 * One call of a thread function on a processor of its own. It belongs to the run that starts it: a run that is
 * superseded or stopped takes its threads along, after one that finished they go on without context.
 * @example
 * const t = work.thread(5);
 * t.start();
 * const value = await t.join();
 */
export class Thread<Result = unknown> {
  /** The thread's module, as messages name it. */
  readonly name: string;
  readonly #options: ThreadOptions;
  #context: ScriptRunContext | undefined;
  #call: Call | undefined;

  /** @internal */
  constructor(options: ThreadOptions) {
    this.name = options.name;
    this.#options = options;
  }

  get status(): ThreadStatus {
    return this.#call?.state ?? "new";
  }

  /**
   * Starts the thread; its arguments are copied now. With 16 live threads in the session it waits for a place.
   * @throws ThreadUseError when it was started before, ThreadValueError for arguments that cannot cross.
   */
  start(options: ThreadStartOptions = {}): this {
    return this.launch(options, undefined);
  }

  /** Resolves to what the thread returned. Rejects with what it threw, or with `ThreadCancelledError`. */
  join(): Promise<Result> {
    const call = this.#call;
    if (call === undefined) throw this.#misuse("join()", "was called before start(), so it would wait for ever.");
    return call.join() as Promise<Result>;
  }

  /** Ends the thread, whatever it does; `join()` rejects with `ThreadCancelledError`. Nothing happens when it has ended. */
  cancel(): void {
    this.#call?.cancel("cancel() was called");
  }

  /** @internal */
  launch({ transfer = [], detached = false }: ThreadStartOptions, group: CallGroup | undefined): this {
    if (thisThread() !== undefined) throw notInThread("start()", "Threads are started by the page.");
    if (this.#call !== undefined) throw this.#misuse("start()", "was called twice. Make another thread for another call.");
    const call = `start() of the thread ${this.name}`;
    const ctx = this.#context ?? currentPlace(call).ctx;
    ctx.check(call);
    if (ctx.unseen) ctx.endUnseen("stop");
    this.#call = new Call({ ...this.#options, owner: ctx, context: this.#context, transfer, detached, group });
    ctx.session.threads.add(this.#call);
    return this;
  }

  /** @internal */
  attach(ctx: ScriptRunContext): void {
    if (this.#call !== undefined)
      throw this.#misuse("addScriptRunCtx()", "was called after start(): a context is given to a thread before.");
    ctx.check("addScriptRunCtx()");
    this.#context = ctx;
  }

  #misuse(call: string, problem: string): RivuletError {
    return new RivuletError("RIVULET_THREAD_USE", { call: `${call} of the thread ${this.name}`, problem });
  }
}
