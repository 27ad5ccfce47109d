import { createInterrupt, type Interrupt, raiseFragment, raiseLatest, raiseStop } from "../thread/interrupt.ts";
import type { Moved, SessionId, SessionRecord } from "../thread/messages.ts";
import type { StopReason } from "./blame.ts";
import { fragmentOf, type OpenRequest, type ScriptRequests } from "./script-requests.ts";
import type { Resident, ScriptWorker } from "./script-worker.ts";

/** A session's place in a worker, from its opening there to its end. */
export class SessionHome {
  readonly worker: ScriptWorker;
  readonly #requests: ScriptRequests;
  readonly #session: SessionId;
  readonly #interrupt: Interrupt;
  /** The request that begins the session's tree here. */
  #first: number | undefined;

  constructor(worker: ScriptWorker, resident: Resident, record: SessionRecord, requests: ScriptRequests) {
    this.worker = worker;
    this.#requests = requests;
    this.#session = record.id;
    this.#interrupt = createInterrupt(worker.admit(record.id, resident));
    worker.post({ type: "open", session: record, interrupt: this.#interrupt });
  }

  /** Nothing was asked for here: the worker has no tree of the session. */
  get empty(): boolean {
    return this.#first === undefined;
  }

  /** Has the whole tree posted. */
  attach(): void {
    this.worker.post({ type: "attach", session: this.#session });
  }

  post(request: OpenRequest, resident: Resident, moved?: Moved): void {
    const { no, n, updates } = request;
    const fragment = fragmentOf(request);
    if (fragment === undefined) raiseLatest(this.#interrupt, no);
    else raiseFragment(this.#interrupt, no, fragment);
    this.#first ??= no;
    request.ticket = this.worker.tickets.issue(resident);
    this.worker.post({ type: "run", session: this.#session, no, n, updates, moved, ticket: request.ticket });
  }

  /** Whether the worker has received a request, as far as can be known. */
  hasBegun({ ticket }: OpenRequest): boolean {
    return ticket !== undefined && this.worker.tickets.isClaimed(ticket);
  }

  /** The newest open request that the worker has received; 0 if there is none. */
  get begunUpTo(): number {
    return this.#requests.open.findLast((request) => this.hasBegun(request))?.no ?? 0;
  }

  /** Takes back what the worker has not received, and returns it, the oldest first. The newest goes first, so that what is left is in order. */
  takeBack(): readonly OpenRequest[] {
    const { open } = this.#requests;
    let from = open.length;
    while (from > 0 && this.#takeBack(open[from - 1] as OpenRequest)) from--;
    return open.slice(from);
  }

  #takeBack(request: OpenRequest): boolean {
    if (request.ticket === undefined || !this.worker.tickets.withdraw(request.ticket)) return false;
    request.ticket = undefined;
    if (this.#first === request.no) this.#first = undefined;
    return true;
  }

  /** Gives back what belonged to a request that is over. */
  release(request: OpenRequest): void {
    if (request.ticket !== undefined) this.worker.tickets.release(request.ticket);
    request.ticket = undefined;
  }

  /** Asks the runs up to a request to stop (SR9). */
  stop(no: number, reason: StopReason): void {
    raiseStop(this.#interrupt, no);
    this.worker.post({ type: "stop", session: this.#session, no, reason });
  }

  /** Ends the session here, and revokes every run of it, also one that computes. */
  leave(): void {
    for (const request of this.#requests.open) this.release(request);
    raiseStop(this.#interrupt, this.#requests.last);
    this.worker.dismiss(this.#session);
  }
}
