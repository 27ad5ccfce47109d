import type { RunEnd } from "../script-run-context.ts";
import type { Call } from "./call.ts";

/** The threads that a run has started. */
export class RunThreads {
  readonly #calls = new Set<Call>();
  readonly #failed = new Set<Call>();

  add(call: Call): void {
    this.#calls.add(call);
  }

  ended(call: Call): void {
    this.#calls.delete(call);
    if (call.state === "failed") this.#failed.add(call);
  }

  /** What threads wrote until now becomes part of the run; from now on they have no context (TH4, TH6). */
  detach(end: RunEnd): void {
    for (const call of this.#calls) call.detach(end);
  }

  /** A run that did not come to its own end takes its threads along, unless they were started detached (TH7). */
  close(end: RunEnd): void {
    if (end === "finished") return;
    for (const call of this.#calls) if (!call.detached) call.cancel(`its run was ${end === "timeout" ? "ended by the time limit" : end}`);
  }

  /** Errors of threads that nobody has joined, once. */
  takeFailures(): unknown[] {
    const failures = [...this.#failed].filter((call) => !call.joined).map((call) => call.error);
    this.#failed.clear();
    return failures;
  }
}
