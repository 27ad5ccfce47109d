import { RivuletError } from "../../errors.ts";
import type { Call } from "./call.ts";
import { RunThreads } from "./run-threads.ts";
import type { ThreadWorkers } from "./thread-workers.ts";

/** Threads of a session that may run at a time; more wait (TH7). */
const MAX_LIVE = 16;

/** The threads that the runs of a session have started. */
export class SessionThreads {
  readonly #live = new Set<Call>();
  readonly #queue = new Set<Call>();
  readonly #workers: ThreadWorkers | undefined;
  readonly #failedLate: (error: unknown) => void;

  /** `failedLate` hears of errors of threads whose run is over and that nobody joined. */
  constructor(workers: ThreadWorkers | undefined, failedLate: (error: unknown) => void) {
    this.#workers = workers;
    this.#failedLate = failedLate;
  }

  add(call: Call): void {
    if (this.#workers === undefined) {
      const problem = "needs a page that rivulet has compiled: run it from its file.";
      throw new RivuletError("RIVULET_THREAD_USE", { call: `start() of the thread ${call.name}`, problem });
    }
    (call.owner.threads ??= new RunThreads()).add(call);
    this.#queue.add(call);
    this.#launch();
  }

  /** Called by a call when it is over. */
  ended(call: Call): void {
    this.#queue.delete(call);
    if (this.#live.delete(call) && call.group) call.group.live--;
    call.owner.threads?.ended(call);
    if (call.state === "failed" && !call.joined && call.owner.end !== undefined) this.#failedLate(call.error);
    this.#launch();
  }

  /** The session is over: its threads end with it, unless they were started detached. */
  close(): void {
    for (const call of [...this.#queue, ...this.#live]) if (!call.detached) call.cancel("its session is over");
  }

  #launch(): void {
    for (const call of this.#queue) {
      if (this.#live.size >= MAX_LIVE) return;
      if (call.group && call.group.live >= call.group.size) continue;
      this.#queue.delete(call);
      this.#live.add(call);
      if (call.group) call.group.live++;
      call.launch((this.#workers as ThreadWorkers).take());
    }
  }
}
