import { FRAME_CREDIT, type Interrupt } from "./interrupt.ts";

// What host and script worker tell each other about a session's frames (FM5), in the session's shared memory.
const ACKNOWLEDGED = FRAME_CREDIT;
const AWAY = FRAME_CREDIT + 1;
const WITHHELD = FRAME_CREDIT + 2;

/** Host: the browser has applied every frame up to `seq`. True if the worker withholds a frame, and must be told. */
export function acknowledge(shared: Interrupt, seq: number): boolean {
  Atomics.store(shared, ACKNOWLEDGED, seq);
  return Atomics.exchange(shared, WITHHELD, 0) === 1;
}

/** Host: whether there is a browser. True if the worker withholds a frame from it, and must be told. */
export function setAway(shared: Interrupt, away: boolean): boolean {
  Atomics.store(shared, AWAY, away ? 1 : 0);
  return !away && Atomics.exchange(shared, WITHHELD, 0) === 1;
}

/** Whether the worker withholds a frame and has not been told to post it. */
export function isWithheld(shared: Interrupt): boolean {
  return Atomics.load(shared, WITHHELD) === 1;
}

/** Worker: notes whether a frame is withheld. */
export function noteWithheld(shared: Interrupt, withheld: boolean): void {
  Atomics.store(shared, WITHHELD, withheld ? 1 : 0);
}

/** Worker: the last frame that the browser has applied. */
export function acknowledgedOf(shared: Interrupt): number {
  return Atomics.load(shared, ACKNOWLEDGED);
}

/** Worker: whether nobody is there to read. */
export function isAway(shared: Interrupt): boolean {
  return Atomics.load(shared, AWAY) === 1;
}
