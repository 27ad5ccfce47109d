import type { ClientFacts } from "@rivulet/protocol";
import { createInterrupt, type Interrupt, raiseFragment, raiseLatest, raiseStop } from "../thread/interrupt.ts";
import { areFactsRead, type FactName } from "../thread/facts-read.ts";
import type { Moved, StoredTexts } from "../thread/messages.ts";
import type { StopReason } from "./blame.ts";
import type { Logger } from "./log.ts";
import type { Outbox } from "./outbox.ts";
import { fragmentOf, type OpenRequest, type ScriptRequests } from "./script-requests.ts";
import type { Resident, ScriptWorker } from "./script-worker.ts";
import type { SessionData } from "./session-data.ts";

/** Who comes to live in a worker. */
export interface Guest {
  readonly resident: Resident;
  readonly data: SessionData;
  readonly requests: ScriptRequests;
  readonly outbox: Outbox;
  readonly log: Logger;
  /** Why it is not where its page has run before, if it is not. */
  readonly came: string | undefined;
}

/** A session's place in a worker, from its opening there to its end. */
export class SessionHome {
  readonly worker: ScriptWorker;
  readonly #guest: Guest;
  readonly #interrupt: Interrupt;
  /** The request that begins the session's tree here. */
  #first: number | undefined;
  /** Of a wish for the whole tree that the worker is not known to have received. */
  #attachTicket: number | undefined;

  constructor(worker: ScriptWorker, guest: Guest) {
    this.worker = worker;
    this.#guest = guest;
    const { data, outbox, resident } = guest;
    this.#interrupt = createInterrupt(worker.admit(data.id, resident));
    outbox.follow({ shared: this.#interrupt, goOn: () => worker.post({ type: "credit", session: data.id }) });
    worker.post({ type: "open", session: data.record(outbox.seq), interrupt: this.#interrupt });
  }

  /** Nothing was asked for here: the worker has no tree of the session. */
  get empty(): boolean {
    return this.#first === undefined;
  }

  /** What only the browser knows has changed. */
  learn(facts: ClientFacts, stored?: StoredTexts): void {
    this.worker.post({ type: "facts", session: this.#guest.data.id, facts, stored });
  }

  /** Whether a run here has read one of these. */
  hasRead(names: readonly FactName[]): boolean {
    return areFactsRead(this.#interrupt, names);
  }

  /** Has the whole tree posted. */
  attach(): void {
    this.takeBackAttach();
    const ticket = this.worker.tickets.issue(this.#guest.resident);
    this.#attachTicket = ticket;
    this.worker.post({ type: "attach", session: this.#guest.data.id, ticket });
  }

  /** Takes back the wish for the whole tree. True if the worker had not received it. */
  takeBackAttach(): boolean {
    const ticket = this.#attachTicket;
    this.#attachTicket = undefined;
    if (ticket === undefined) return false;
    const waits = !this.worker.tickets.isClaimed(ticket);
    this.worker.tickets.release(ticket);
    return waits;
  }

  /** What has a ticket was received some time ago. */
  received(ticket: number): void {
    if (ticket === this.#attachTicket) this.takeBackAttach();
    const request = this.#guest.requests.open.find((open) => open.ticket === ticket);
    if (request) request.since = performance.now();
  }

  /** Posts every open request. */
  postOpen(): void {
    for (const request of this.#guest.requests.gather(this.#guest.outbox.seq)) this.post(request);
  }

  post(request: OpenRequest): void {
    const { data, resident } = this.#guest;
    const { no, n, updates, place } = request;
    const moved = this.empty ? this.#begin(request) : undefined;
    const fragment = fragmentOf(request);
    if (fragment === undefined) raiseLatest(this.#interrupt, no);
    else raiseFragment(this.#interrupt, no, fragment);
    request.since = performance.now();
    request.ticket = this.worker.tickets.issue(resident);
    this.worker.post({ type: "run", session: data.id, no, n, updates, place, moved, ticket: request.ticket });
  }

  #begin({ no, updates }: OpenRequest): Moved | undefined {
    const { came, data, log, outbox } = this.#guest;
    this.#first = no;
    if (outbox.needsTree) this.attach();
    if (came === undefined) return undefined;
    const moved = data.movedFor(updates);
    const how = moved === "seed" ? "runs again in full" : "is made anew unseen";
    log.info({ page: data.place.path }, `a session goes on in ${this.worker.name}, since ${came}: its page ${how}`);
    return moved;
  }

  /** Whether the worker has received a request, as far as can be known. */
  hasBegun({ ticket }: OpenRequest): boolean {
    return ticket !== undefined && this.worker.tickets.isClaimed(ticket);
  }

  /** The newest open request that the worker has received; 0 if there is none. */
  get begunUpTo(): number {
    return this.#guest.requests.open.findLast((request) => this.hasBegun(request))?.no ?? 0;
  }

  /** Since when the oldest open request has been running, in milliseconds: to wait is not to run. */
  get runningSince(): number | undefined {
    const [oldest] = this.#guest.requests.open;
    return oldest && (oldest.ticket !== undefined && this.worker.tickets.isKnown(oldest.ticket) ? oldest.since : performance.now());
  }

  /** Takes back what the worker has not received, and returns it, the oldest first. The newest goes first, so that what is left is in order. */
  takeBack(): readonly OpenRequest[] {
    const { open } = this.#guest.requests;
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
    this.worker.post({ type: "stop", session: this.#guest.data.id, no, reason });
  }

  /** Ends the session here, and revokes every run of it, also one that computes. */
  leave(): void {
    const { data, requests } = this.#guest;
    this.takeBackAttach();
    for (const request of requests.open) this.release(request);
    raiseStop(this.#interrupt, requests.last);
    this.worker.dismiss(data.id);
  }
}
