import { type Interrupt, slotOf } from "../thread/interrupt.ts";
import { noteOnProcessor, type WorkerBoard } from "../thread/worker-board.ts";

let board: WorkerBoard | undefined;

/** Sets where this thread notes whose code it runs. */
export function useBoard(shared: WorkerBoard | undefined): void {
  board = shared;
}

/** Notes for the host that a session's code runs from now on: it is to blame if the thread dies or does not answer. About 10 ns. */
export function noteSession(interrupt: Interrupt): void {
  if (board !== undefined) noteOnProcessor(board, slotOf(interrupt));
}
