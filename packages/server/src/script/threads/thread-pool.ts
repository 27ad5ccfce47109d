import { availableParallelism } from "node:os";
import { badOption } from "../../errors.ts";
import type { CallGroup } from "./call.ts";
import type { ThreadFunction } from "./define-thread.ts";
import type { RunContext } from "./run-context.ts";
import type { Thread } from "./thread.ts";

export interface ThreadPoolOptions {
  /** Threads that may run at a time; more jobs wait. 1 to 16, default the number of processors. */
  readonly size?: number | undefined;
  /** Given to every thread, so that they can call `st`. Default: none. */
  readonly ctx?: RunContext | undefined;
}

const MAX_SIZE = 16;

/**
 * Runs many calls of thread functions, a few at a time.
 * @example
 * const pool = new ThreadPool({ size: 4 });
 * const jobs = files.map((file) => pool.submit(parse, file));
 * for await (const rows of pool.asCompleted(jobs)) st.write(rows.length);
 */
export class ThreadPool {
  readonly size: number;
  readonly #ctx: RunContext | undefined;
  readonly #group: CallGroup;

  constructor({ size = Math.min(availableParallelism(), MAX_SIZE), ctx }: ThreadPoolOptions = {}) {
    if (!Number.isInteger(size) || size < 1 || size > MAX_SIZE)
      throw badOption("new ThreadPool()", "size", `a whole number from 1 to ${MAX_SIZE}`, size);
    this.size = size;
    this.#ctx = ctx;
    this.#group = { size, live: 0 };
  }

  /** Starts a call as soon as there is room, and returns its thread: `join()` it. */
  submit<Args extends readonly unknown[], Result>(work: ThreadFunction<Args, Result>, ...args: Args): Thread<Result> {
    const thread = work.thread(...args);
    this.#ctx?.attachTo(thread);
    return thread.launch({}, this.#group);
  }

  /** Calls `work` with each item. Resolves to the results in the order of the items, rejects with the first error. */
  map<Item, Result>(work: ThreadFunction<[Item], Result>, items: Iterable<Item>): Promise<Result[]> {
    return Promise.all([...items].map((item) => this.submit(work, item).join()));
  }

  /** Gives the results of jobs as they come. A job that fails throws at its turn, and ends the loop; the others run on. */
  async *asCompleted<Result>(jobs: Iterable<Thread<Result>>): AsyncGenerator<Result, void, undefined> {
    const ended: (() => Result)[] = [];
    let wake = (): void => {};
    let open = 0;
    const end = (result: () => Result): void => {
      ended.push(result);
      wake();
    };
    for (const job of jobs) {
      open++;
      job.join().then(
        (value) => end(() => value),
        (error: unknown) =>
          end(() => {
            throw error;
          }),
      );
    }
    for (; open > 0; open--) {
      if (ended.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      yield (ended.shift() as () => Result)();
    }
  }
}
