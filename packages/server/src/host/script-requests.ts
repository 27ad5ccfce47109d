import type { PagePlace, Taken, WidgetId } from "@rivulet/protocol";
import type { Left, WireUpdate } from "../thread/messages.ts";
import type { Partly } from "./store/session-image.ts";

/** A request for a run whose end has not been heard of. */
export interface OpenRequest {
  /** Counts the requests of a session. */
  readonly no: number;
  /** The BackMsg numbers that it answers: from `first` to `n`; none if `first` is above. */
  readonly first: number;
  readonly n: number;
  readonly updates: readonly WireUpdate[];
  /** Where the user has gone with it. */
  readonly place: PagePlace | undefined;
  /** Of the messages that brought it. */
  readonly bytes: number;
  /** What of it had its effect in mid-way. */
  readonly partly?: readonly Partly[] | undefined;
  /** When it was posted, in milliseconds. */
  since: number;
  /** Its ticket where it was posted (SR10); undefined while it is not. */
  ticket: number | undefined;
}

/** What a run is asked for with. */
export interface RunCause {
  readonly update?: WireUpdate | undefined;
  readonly place?: PagePlace | undefined;
  /** Of the message that brought it. */
  readonly bytes?: number | undefined;
}

/** Which BackMsgs have had their effect, and which a part of it. */
interface Answered {
  readonly taken: Taken;
  readonly partly: readonly Partly[];
}

const NONE: readonly WireUpdate[] = [];
const NOTHING: Answered = { taken: { taken: 0 }, partly: [] };

/** The fragment that a request is for; undefined when it is for the page. */
export function fragmentOf({ updates }: OpenRequest): WidgetId | undefined {
  return updates.length === 1 ? updates[0]?.fragment : undefined;
}

/**
 * The requests of a session whose end has not been heard of. They go to the worker at once and it coalesces them,
 * since only it knows triggers; they are kept so that another worker can repeat them (SR8).
 */
export class ScriptRequests {
  #no = 0;
  #n: number;
  #open: OpenRequest[] = [];
  /** Bytes of the messages in open requests. */
  bytes = 0;
  /** How many deaths of workers an open request has been through. */
  deaths = 0;
  readonly #before: Answered;

  /** `taken`: the BackMsgs up to this number were answered before. `before`: what else was, in whole or in part, and will come again. */
  constructor(taken = 0, before: Answered = NOTHING) {
    this.#n = taken;
    this.#before = before;
  }

  /** The number of the last request. */
  get last(): number {
    return this.#no;
  }

  /** The highest BackMsg number that there was a request for. */
  get newest(): number {
    return this.#n;
  }

  get inFlight(): boolean {
    return this.#open.length > 0;
  }

  /** The oldest first. */
  get open(): readonly OpenRequest[] {
    return this.#open;
  }

  /** The BackMsgs that have had their effect, or never will have one: no open request answers them. */
  get taken(): Taken {
    const { taken, but = [] } = this.#before.taken;
    const open = this.#open.flatMap(({ first, n }) => (first <= n ? [[first, n] as const] : []));
    const missing = but.flatMap(([from, to]) => (to > this.#n ? [[Math.max(from, this.#n + 1), to] as const] : []));
    const all = [...open, ...missing];
    return { taken: Math.max(this.#n, taken), but: all.length > 0 ? all : undefined };
  }

  /** The BackMsgs that have had a part of their effect, and are open or will come again. */
  get partly(): readonly Partly[] {
    const open = this.#open.flatMap(({ partly }) => partly ?? []);
    const before = this.#before.partly.filter(([from, to]) => to > this.#n || this.#open.some(({ first, n }) => first <= to && from <= n));
    return [...open, ...before];
  }

  /** Whether an open request answers a BackMsg. */
  answers(n: number): boolean {
    return this.#open.some((open) => open.first <= n && n <= open.n);
  }

  /** BackMsg `n` has no request: it has no effect, or had it before. */
  skip(n: number): void {
    this.#n = Math.max(this.#n, n);
  }

  add(n: number, { update, place, bytes = 0 }: RunCause = {}): OpenRequest {
    const updates = update ? [update] : NONE;
    const request = { no: ++this.#no, first: this.#n + 1, n, updates, place, bytes, since: 0, ticket: undefined };
    this.#n = Math.max(this.#n, n);
    this.#open.push(request);
    this.bytes += bytes;
    return request;
  }

  /** Forgets every request up to `no` but those in `except`, and returns what it forgot. */
  drop(no: number, except: readonly number[] = []): readonly OpenRequest[] {
    const before = this.#open;
    this.#keep((request) => request.no > no || except.includes(request.no));
    return this.#open.length === 0 ? before : before.filter((request) => !this.#open.includes(request));
  }

  /** Forgets every request after `no`. */
  dropAfter(no: number): void {
    this.#keep((request) => request.no <= no);
  }

  /** Notes that what requests brought was committed in mid-way, but for some presses: their repetition has no more. Others run beside them. */
  consume(left: readonly Left[]): void {
    const presses = new Map(left);
    this.#open = this.#open.map((open) => {
      const rest = presses.get(open.no);
      if (rest === undefined) return open;
      const partly = open.first <= open.n ? [[open.first, open.n, rest] as const] : undefined;
      const updates = open.updates.map(({ draft: _, ...update }) => ({
        ...update,
        values: update.values.filter(([id]) => rest.includes(id)),
      }));
      return { ...open, partly, updates };
    });
  }

  /**
   * The open requests for a worker whose frames the browser reads from `seen` on. If one of them is for the page they are one, with the
   * newest's number: every update in order, so that the latest value wins and no trigger is lost. Else each stays by itself: their
   * fragments end one by one, and what has ended must not be repeated with what has not.
   */
  gather(seen: number): readonly OpenRequest[] {
    const [oldest] = this.#open;
    const newest = this.#open.at(-1);
    if (!oldest || !newest) return [];
    const forPage = this.#open.some(({ updates }) => updates.length === 0 || updates.some(({ fragment }) => fragment === undefined));
    if (!forPage) {
      this.#open = this.#open.map((open) => ({ ...open, updates: open.updates.map((update) => ({ ...update, seen })), ticket: undefined }));
      return this.#open;
    }
    const updates = this.#open.flatMap((open) =>
      open.updates.map(({ values, fragment, draft }) => ({ seen, values, ...(draft && { fragment, draft }) })),
    );
    const place = this.#open.findLast((open) => open.place !== undefined)?.place;
    const partly = this.#open.flatMap((open) => open.partly ?? []);
    const request = { ...newest, first: oldest.first, updates, place, bytes: this.bytes, partly, ticket: undefined };
    this.#open = [request];
    return this.#open;
  }

  #keep(stays: (request: OpenRequest) => boolean): void {
    this.#open = this.#open.filter(stays);
    this.bytes = this.#open.reduce((sum, { bytes }) => sum + bytes, 0);
    if (!this.inFlight) this.deaths = 0;
  }
}
