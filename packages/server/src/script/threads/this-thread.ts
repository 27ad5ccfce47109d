/** The custom thread that is this one, if it is one: how messages name it, and whether it was given a run context. */
export interface ThisThread {
  readonly name: string;
  readonly attached: boolean;
}

let current: ThisThread | undefined;

/** Undefined in a script worker. */
export function thisThread(): ThisThread | undefined {
  return current;
}

/** Says whose call this thread runs from now on. */
export function becomeThread(thread: ThisThread): void {
  current = thread;
}
