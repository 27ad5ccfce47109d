/**
 * Memory that a script worker shares with the host: how many requests it has received, which session is on its
 * processor, whether it is warm, and a ticket for each request that lies in its queue (SR10).
 */
export type WorkerBoard = Int32Array<SharedArrayBuffer>;

/** What has become of a ticket's request. */
const FREE = 0;
const POSTED = 1;
const CLAIMED = 2;
const WITHDRAWN = 3;

const RECEIVED = 0;
const ON_PROCESSOR = 1;
const WARM = 2;
const RESTING = 3;
/** Tickets are indices from here on. */
const FIRST_TICKET = 4;

export function createBoard(tickets: number): WorkerBoard {
  return new Int32Array(new SharedArrayBuffer((FIRST_TICKET + tickets) * Int32Array.BYTES_PER_ELEMENT));
}

/** The ticket with a number from 0. */
export function ticketAt(index: number): number {
  return FIRST_TICKET + index;
}

/** Worker: takes a request that has arrived. False if the host has withdrawn it; its ticket is free again then. */
export function claim(board: WorkerBoard, ticket: number): boolean {
  Atomics.add(board, RECEIVED, 1);
  if (Atomics.compareExchange(board, ticket, POSTED, CLAIMED) === POSTED) return true;
  Atomics.store(board, ticket, FREE);
  return false;
}

/** Worker: notes the session whose code runs from now on, by its slot. */
export function noteOnProcessor(board: WorkerBoard, slot: number): void {
  Atomics.store(board, ON_PROCESSOR, slot);
}

/** Worker: says whether it waits for messages and timers, as far as it knows. */
export function noteResting(board: WorkerBoard, resting: boolean): void {
  Atomics.store(board, RESTING, resting ? 1 : 0);
}

/** Host: whether no page was computing; one that goes on after an `await` is known at its next `st` call only. */
export function isResting(board: WorkerBoard): boolean {
  return Atomics.load(board, RESTING) === 1;
}

/** Worker: says that it has loaded what every visit needs. */
export function noteWarm(board: WorkerBoard): void {
  Atomics.store(board, WARM, 1);
}

/** Host: whether the worker has loaded what every visit needs; until then it is slow without being busy. */
export function isWarm(board: WorkerBoard): boolean {
  return Atomics.load(board, WARM) === 1;
}

/** Host: how many requests the worker has received. */
export function receivedOf(board: WorkerBoard): number {
  return Atomics.load(board, RECEIVED);
}

/** Host: the slot of the session that was on the processor last; 0 if there was none. */
export function onProcessorOf(board: WorkerBoard): number {
  return Atomics.load(board, ON_PROCESSOR);
}

/** Host: marks a free ticket as that of a request that is about to be posted. */
export function issue(board: WorkerBoard, ticket: number): void {
  Atomics.store(board, ticket, POSTED);
}

/** Host: takes a request back; false if the worker was first. The ticket is free only when the worker has received the request. */
export function withdraw(board: WorkerBoard, ticket: number): boolean {
  return Atomics.compareExchange(board, ticket, POSTED, WITHDRAWN) === POSTED;
}

/** Host: makes the ticket of a request that was received free. */
export function free(board: WorkerBoard, ticket: number): void {
  Atomics.store(board, ticket, FREE);
}

/** Host: whether the worker has received a request that was not withdrawn. */
export function isClaimed(board: WorkerBoard, ticket: number): boolean {
  return Atomics.load(board, ticket) === CLAIMED;
}

/** Host: whether a withdrawn request has been received. */
export function isFree(board: WorkerBoard, ticket: number): boolean {
  return Atomics.load(board, ticket) === FREE;
}
