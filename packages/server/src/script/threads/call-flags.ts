import type { RunEnd } from "../script-run-context.ts";

/**
 * Two numbers that a script worker shares with a thread to which it gave a run context: why the run is over, and
 * whether the thread is posting a write. Made only when a context is attached.
 */
export type CallFlags = Int32Array<SharedArrayBuffer>;

const OVER = 0;
const POSTING = 1;

const ENDS: readonly RunEnd[] = ["finished", "superseded", "stopped", "timeout", "closed"];

/** Milliseconds that a run's end waits for a write that is being posted; a thread that was ended amid one never says so. */
const POST_WAIT = 1000;

export function createCallFlags(): CallFlags {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** Takes the right to write from the thread. When it returns, every write that the thread was allowed has been posted. */
export function raiseOver(flags: CallFlags, end: RunEnd): void {
  Atomics.store(flags, OVER, ENDS.indexOf(end) + 1);
  const deadline = Date.now() + POST_WAIT;
  while (Atomics.load(flags, POSTING) !== 0 && Date.now() < deadline) Atomics.wait(flags, POSTING, 1, 1);
}

/** Why the thread may not write any more, if so. About 12 ns. */
export function overBy(flags: CallFlags): RunEnd | undefined {
  return ENDS[Atomics.load(flags, OVER) - 1];
}

/** Posts a write, unless the run is over: either the run's end waits for it, or `refuse` is called. */
export function postWhileAllowed(flags: CallFlags, post: () => void, refuse: (end: RunEnd) => never): void {
  Atomics.store(flags, POSTING, 1);
  try {
    const end = overBy(flags);
    if (end !== undefined) refuse(end);
    post();
  } finally {
    Atomics.store(flags, POSTING, 0);
    Atomics.notify(flags, POSTING);
  }
}
