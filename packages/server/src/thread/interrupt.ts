/**
 * Two numbers in shared memory, one pair a session, by which the host interrupts a run that is computing
 * and cannot read its messages. The host only raises them; a run compares them with its own request number.
 */
export type Interrupt = Int32Array<SharedArrayBuffer>;

const LATEST = 0;
const STOPPED = 1;

export function createInterrupt(): Interrupt {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** Says that request `no` has been posted: runs of earlier requests are superseded. */
export function raiseLatest(interrupt: Interrupt, no: number): void {
  Atomics.store(interrupt, LATEST, no);
}

/** Says that every run up to request `no` shall stop. */
export function raiseStop(interrupt: Interrupt, no: number): void {
  Atomics.store(interrupt, STOPPED, no);
}

/** Why the run of request `no` must not go on, if so. About 12 ns. */
export function interrupted(interrupt: Interrupt, no: number): "superseded" | "stopped" | undefined {
  if (Atomics.load(interrupt, STOPPED) >= no) return "stopped";
  if (Atomics.load(interrupt, LATEST) > no) return "superseded";
  return undefined;
}
