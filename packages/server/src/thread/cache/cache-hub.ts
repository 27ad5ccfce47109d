import { CacheEntry } from "./cache-entry.ts";
import { inRange, keyText, type CacheKey, type CacheRange } from "./cache-key.ts";
import type { CacheAnswer, CacheFailure, CacheQuestion } from "./cache-messages.ts";
import type { CacheLimits, CacheStore } from "./cache-store.ts";
import { processClock, type Clock } from "./clock.ts";
import type { SavedValue, SavedValues } from "./saved-values.ts";

/** One worker's line to the hub. */
export interface CacheLink {
  ask(question: CacheQuestion): void;
  /** The worker is gone: what it was making is made elsewhere. */
  close(): void;
}

interface Client {
  readonly send: (answer: CacheAnswer) => void;
  holds: boolean;
  released: (() => void) | undefined;
}

interface Waiter {
  readonly client: Client;
  readonly id: number;
  /** A stale value is no answer: it has one already. */
  readonly fresh: boolean;
  /** It is not to wait for another try when this one fails. */
  readonly retried: boolean;
  readonly limits: CacheLimits;
  /** For it, nothing was found among the values that were saved. */
  readonly looked?: boolean | undefined;
}

/** A value that one worker is making, for itself and all who wait, or that is being read for them. */
interface Flight {
  readonly key: CacheKey;
  readonly leader: Client | undefined;
  readonly waiters: Waiter[];
  /** It was cleared meanwhile: those who wait get its value, nobody after them. */
  void: boolean;
}

/** Milliseconds in which changes are told as one. */
const SWEEP_AFTER = 100;
/** Milliseconds until a stale value that could not be made anew is tried again. */
const REFRESH_REST = 1000;

export interface CacheHubOptions {
  /** The store's clock. */
  readonly clock?: Clock | undefined;
  /** Where values are that outlive the process. */
  readonly saved?: SavedValues | undefined;
  /** Hears of a stale value that could not be made anew. Nobody who called has seen an error. */
  readonly refreshFailed?: ((call: string, failure: CacheFailure) => void) | undefined;
}

/** Finds or has made what workers ask for: of all who ask for one key, one makes the value (single flight). */
export class CacheHub {
  readonly #store: CacheStore;
  readonly #clock: Clock;
  readonly #saved: SavedValues | undefined;
  readonly #refreshFailed: CacheHubOptions["refreshFailed"];
  readonly #clients = new Set<Client>();
  readonly #flights = new Map<number, Flight>();
  readonly #current = new Map<string, Flight>();
  #count = 0;
  #sweep: NodeJS.Timeout | undefined;

  constructor(store: CacheStore, { clock = processClock, saved, refreshFailed }: CacheHubOptions = {}) {
    this.#store = store;
    this.#saved = saved;
    this.#clock = clock;
    this.#refreshFailed = refreshFailed;
  }

  /** `send` reaches the worker; it may be called before `ask` returns. */
  connect(send: (answer: CacheAnswer) => void): CacheLink {
    const client: Client = { send, holds: false, released: undefined };
    this.#clients.add(client);
    return { ask: (question) => this.#ask(client, question), close: () => this.#leave(client) };
  }

  /** A session is over: nothing of it stays. */
  endSession(session: string): void {
    this.#clear({ scope: session });
    for (const client of this.#clients) if (client.holds) client.send({ type: "release", range: { scope: session } });
  }

  /** Has live objects released in all workers; resolves when they are, or after `limit` milliseconds. */
  async close(limit: number): Promise<void> {
    clearTimeout(this.#sweep);
    const holders = [...this.#clients].filter(({ holds }) => holds);
    if (holders.length === 0) return;
    const released = holders.map(
      (client) =>
        new Promise<void>((resolve) => {
          client.released = resolve;
          client.send({ type: "closing" });
        }),
    );
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([Promise.all(released), new Promise((resolve) => (timer = setTimeout(resolve, limit)))]);
    clearTimeout(timer);
  }

  #ask(client: Client, question: CacheQuestion): void {
    switch (question.type) {
      case "get":
        return this.#get(question.key, askedBy(client, question));
      case "put":
        return this.#put(question.flight, new CacheEntry(question.shared), question.limits);
      case "fail":
        return this.#fail(question.flight, question.call, question.failure);
      case "clear":
        this.#clear(question.range);
        return void this.#clearSaved(question.range).then(() => client.send({ type: "cleared", id: question.id }));
      case "release":
        for (const other of this.#clients) if (other !== client && other.holds) other.send({ type: "release", range: question.range });
        return;
      case "holds":
        client.holds = true;
        return;
      case "released":
        client.released?.();
        return;
      default:
        question satisfies never;
    }
  }

  #get(key: CacheKey, waiter: Waiter): void {
    const entry = this.#store.get(key);
    if (entry !== undefined && !(waiter.fresh && entry.isStale(this.#clock())))
      return waiter.client.send({ type: "hit", id: waiter.id, shared: entry.shared });
    const text = keyText(key);
    const flying = this.#current.get(text);
    if (flying !== undefined) {
      flying.waiters.push(waiter);
      return;
    }
    // A stale value came from there, or is newer than what is there.
    if (entry === undefined && waiter.limits.persist === true && this.#saved !== undefined && !waiter.looked)
      return this.#look(key, this.#saved, waiter);
    const no = this.#start({ key, leader: waiter.client, waiters: [], void: false });
    waiter.client.send({ type: "lead", id: waiter.id, flight: no });
  }

  #start(flight: Flight): number {
    const no = ++this.#count;
    this.#flights.set(no, flight);
    this.#current.set(keyText(flight.key), flight);
    return no;
  }

  /** Reads a value that was saved, for all who ask for it meanwhile. Without one they go on as if nobody had looked. */
  #look(key: CacheKey, saved: SavedValues, first: Waiter): void {
    const no = this.#start({ key, leader: undefined, waiters: [first], void: false });
    void saved.read(key).then((found) => {
      const flight = this.#land(no);
      if (flight === undefined) return;
      // One that was cleared meanwhile is not wanted any more, not even by those who have asked before.
      if (found !== undefined && !flight.void) this.#restore(key, found, first.limits);
      for (const waiter of flight.waiters) this.#get(key, { ...waiter, looked: true });
    });
  }

  /** The time in which the value was on disk counts; how long it may be used is what its function says now. */
  #restore(key: CacheKey, { bytes, age }: SavedValue, limits: CacheLimits): void {
    const { ttl = Infinity, staleFor = 0 } = limits;
    if (ttl - age + staleFor <= 0) return;
    this.#store.set(key, CacheEntry.of(bytes), { ...limits, ttl: ttl - age });
    this.#sweepSoon();
  }

  async #clearSaved(range: CacheRange): Promise<void> {
    await this.#saved?.clear(range);
  }

  #put(no: number, entry: CacheEntry, limits: CacheLimits): void {
    const flight = this.#land(no);
    if (flight === undefined) return;
    if (!flight.void) {
      this.#store.set(flight.key, entry, limits);
      if (limits.persist === true) this.#saved?.write(flight.key, entry, limits.maxEntries);
    }
    this.#sweepSoon();
    for (const { client, id } of flight.waiters) client.send({ type: "hit", id, shared: entry.shared });
  }

  /** Errors are not cached: each waiter tries once more, the first of them as the leader of the others. A stale value stays. */
  #fail(no: number, call: string, failure: CacheFailure): void {
    const flight = this.#land(no);
    if (flight === undefined) return;
    const now = this.#clock();
    const stale = this.#store.get(flight.key);
    if (stale?.isStale(now) === true) {
      stale.rest(now + REFRESH_REST);
      this.#refreshFailed?.(call, failure);
    }
    for (const waiter of flight.waiters) {
      if (waiter.retried) waiter.client.send({ type: "failed", id: waiter.id, failure });
      else this.#get(flight.key, { ...waiter, retried: true });
    }
  }

  #land(no: number): Flight | undefined {
    const flight = this.#flights.get(no);
    this.#flights.delete(no);
    if (flight !== undefined && !flight.void) this.#current.delete(keyText(flight.key));
    return flight;
  }

  #clear(range: CacheRange): void {
    this.#store.clear(range);
    for (const [text, flight] of this.#current) {
      if (!inRange(flight.key, range)) continue;
      flight.void = true;
      this.#current.delete(text);
    }
    this.#sweepSoon();
  }

  /** What was revoked, or gave way to a new entry, still takes memory in workers that have seen it. */
  #sweepSoon(): void {
    this.#sweep ??= setTimeout(() => {
      this.#sweep = undefined;
      for (const client of this.#clients) client.send({ type: "sweep" });
    }, SWEEP_AFTER).unref();
  }

  #leave(client: Client): void {
    if (!this.#clients.delete(client)) return;
    client.released?.();
    for (const flight of this.#flights.values()) {
      const left = flight.waiters.filter((waiter) => waiter.client !== client);
      flight.waiters.splice(0, flight.waiters.length, ...left);
    }
    for (const [no, flight] of this.#flights) if (flight.leader === client) this.#fail(no, "a cached function", { lost: true });
  }
}

/** Who wants a fresh value for the next ones has a stale one for itself, and can wait for the next occasion. */
function askedBy(client: Client, { id, limits, fresh = false }: Extract<CacheQuestion, { type: "get" }>): Waiter {
  return { client, id, limits, fresh, retried: fresh };
}
