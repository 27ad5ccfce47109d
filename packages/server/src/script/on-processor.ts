import { type Interrupt, slotOf } from "../thread/interrupt.ts";
import { noteOnProcessor, noteResting, type WorkerBoard } from "../thread/worker-board.ts";

let board: WorkerBoard | undefined;
let resting = false;

/** Sets where this thread notes whose code it runs. */
export function useBoard(shared: WorkerBoard | undefined): void {
  board = shared;
  setImmediate(rest);
}

/** Notes for the host that a session's code runs from now on: it is to blame if the thread dies or does not answer. About 10 ns. */
export function noteSession(interrupt: Interrupt): void {
  if (board === undefined) return;
  noteOnProcessor(board, slotOf(interrupt));
  if (!resting) return;
  resting = false;
  noteResting(board, false);
  setImmediate(rest);
}

/** The thread's loop has turned: what was computed is done. */
function rest(): void {
  if (board === undefined) return;
  resting = true;
  noteResting(board, true);
}
