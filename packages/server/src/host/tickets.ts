import { createBoard, free, isClaimed, isFree, issue, receivedOf, ticketAt, withdraw } from "../thread/worker-board.ts";

/** Requests that one worker can have tickets for at a time. */
const MAX_TICKETS = 16_384;
/** The ticket of more: such a request counts as received, and cannot be taken back. */
const NO_TICKET = 0;
/** Ticks in a row in which something waits and nothing is received, until a worker counts as busy. */
const BUSY_TICKS = 2;

export interface TicketHolder {
  /** Its request was received some time since the last tick. */
  received(ticket: number): void;
}

/** The tickets of one worker's requests (SR10), each with its holder, and what they tell of the worker. */
export class Tickets<Holder extends TicketHolder> {
  readonly board = createBoard(MAX_TICKETS);
  readonly #onWaiting: () => boolean;
  /** Those that are not known to be received. */
  readonly #waiting = new Map<number, Holder>();
  #free: number[] = [];
  #issued = 0;
  #withdrawn: number[] = [];
  /** Ticks without a sign of life since `#received` was read; -1 if it was not. */
  #still = -1;
  #received = 0;
  /** `receivedOf` the board when the worker was found busy. */
  #busyAt: number | undefined;

  /** `onWaiting` is called when something begins to wait, and says whether a whole time between ticks begins with that. */
  constructor(onWaiting: () => boolean) {
    this.#onWaiting = onWaiting;
  }

  /** True from the moment in which the worker was found busy until it receives something. */
  get busy(): boolean {
    return this.#busyAt !== undefined && this.#busyAt === receivedOf(this.board);
  }

  /** For how many ticks something has been waiting and nothing was received. */
  get stillFor(): number {
    return Math.max(0, this.#still);
  }

  /** Those whose requests have not been received, one entry a request. */
  get waiting(): Iterable<Holder> {
    return this.#waiting.values();
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** A ticket for a request that is posted next. */
  issue(holder: Holder): number {
    const ticket = this.#free.pop() ?? (this.#issued < MAX_TICKETS ? ticketAt(this.#issued++) : NO_TICKET);
    if (ticket === NO_TICKET) return ticket;
    issue(this.board, ticket);
    if (this.#waiting.size === 0) {
      this.#still = this.#onWaiting() ? 0 : -1;
      this.#received = receivedOf(this.board);
    }
    this.#waiting.set(ticket, holder);
    return ticket;
  }

  isClaimed(ticket: number): boolean {
    return ticket === NO_TICKET || isClaimed(this.board, ticket);
  }

  /** Whether the holder has heard that the request was received, if it was to hear of that. */
  isKnown(ticket: number): boolean {
    return !this.#waiting.has(ticket);
  }

  /** Takes a request back; false if the worker has received it. */
  withdraw(ticket: number): boolean {
    if (ticket === NO_TICKET || !withdraw(this.board, ticket)) return false;
    this.#waiting.delete(ticket);
    this.#withdrawn.push(ticket);
    return true;
  }

  /** Gives a ticket back whose request is over, received or not. */
  release(ticket: number): void {
    if (ticket === NO_TICKET || this.withdraw(ticket)) return;
    this.#waiting.delete(ticket);
    free(this.board, ticket);
    this.#free.push(ticket);
  }

  /** Looks what was received since the last tick. `counts` is false while that says nothing about the worker. */
  tick(counts: boolean): void {
    for (const [ticket, holder] of this.#waiting) {
      if (!isClaimed(this.board, ticket)) continue;
      this.#waiting.delete(ticket);
      holder.received(ticket);
    }
    this.#reclaim();
    const received = receivedOf(this.board);
    if (!counts || this.#waiting.size === 0) this.#still = -1;
    else if (received !== this.#received || this.#still < 0) this.#still = 0;
    else this.#still++;
    this.#received = received;
    if (this.#still >= BUSY_TICKS) this.#busyAt = received;
  }

  #reclaim(): void {
    if (this.#withdrawn.length === 0) return;
    const unread: number[] = [];
    for (const ticket of this.#withdrawn) (isFree(this.board, ticket) ? this.#free : unread).push(ticket);
    this.#withdrawn = unread;
  }
}
