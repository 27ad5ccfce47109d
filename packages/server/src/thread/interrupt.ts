/**
 * Numbers in shared memory, a few a session, by which the host interrupts a run that is computing and cannot read
 * its messages. The host only raises them; a run compares them with its own request number.
 */
export type Interrupt = Int32Array<SharedArrayBuffer>;

const LATEST = 0;
const STOPPED = 1;
const FRAGMENT = 2;
const FRAGMENT_HASH = 3;
const SLOT = 4;
/** Where the three numbers of `frame-credit.ts` begin. */
export const FRAME_CREDIT = 5;
/** Where the number of `facts-read.ts` is. */
export const FACTS_READ = 8;
const LENGTH = 9;

/** `slot` is the session's number in the worker that it is opened in (`noteOnProcessor`). */
export function createInterrupt(slot = 0): Interrupt {
  const interrupt = new Int32Array(new SharedArrayBuffer(LENGTH * Int32Array.BYTES_PER_ELEMENT));
  interrupt[SLOT] = slot;
  return interrupt;
}

/** The session's number in its worker. */
export function slotOf(interrupt: Interrupt): number {
  return interrupt[SLOT] ?? 0;
}

/** Says that request `no` has been posted: runs of earlier requests are superseded. */
export function raiseLatest(interrupt: Interrupt, no: number): void {
  Atomics.store(interrupt, LATEST, no);
}

/** Says that request `no` has been posted, for one fragment: only earlier runs of that fragment are superseded (SR5). */
export function raiseFragment(interrupt: Interrupt, no: number, fragment: string): void {
  // The number last: who reads it finds this hash, or a later one, which can only let a run go on that will be ended by message.
  Atomics.store(interrupt, FRAGMENT_HASH, fragmentHash(fragment));
  Atomics.store(interrupt, FRAGMENT, no);
}

/** Says that every run up to request `no` shall stop. */
export function raiseStop(interrupt: Interrupt, no: number): void {
  Atomics.store(interrupt, STOPPED, no);
}

/** What `interrupted` knows a fragment by: 32 bits of its id (FNV-1a). */
export function fragmentHash(fragment: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < fragment.length; i++) hash = Math.imul(hash ^ fragment.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Why the run of request `no` must not go on, if so; `fragment` is the hash of the fragment that alone it runs. About 12 ns. */
export function interrupted(interrupt: Interrupt, no: number, fragment?: number): "superseded" | "stopped" | undefined {
  if (Atomics.load(interrupt, STOPPED) >= no) return "stopped";
  if (Atomics.load(interrupt, LATEST) > no) return "superseded";
  if (fragment !== undefined && Atomics.load(interrupt, FRAGMENT) > no && Atomics.load(interrupt, FRAGMENT_HASH) === fragment)
    return "superseded";
  return undefined;
}
