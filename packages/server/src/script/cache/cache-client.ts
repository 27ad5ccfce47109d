import { RivuletError } from "../../errors.ts";
import { CacheEntry, type UseCounter } from "../../thread/cache/cache-entry.ts";
import { keyText, type CacheKey, type CacheRange } from "../../thread/cache/cache-key.ts";
import type { CacheAnswer, CacheFailure, CacheQuestion } from "../../thread/cache/cache-messages.ts";
import type { CacheLimits } from "../../thread/cache/cache-store.ts";
import { processClock } from "../../thread/cache/clock.ts";
import { Resources } from "./resources.ts";

/** A script thread's line to the cache. */
export interface CacheLine {
  ask(question: CacheQuestion): void;
  readonly uses: UseCounter;
}

/** What makes a value that nobody has. */
export interface Maker {
  readonly call: string;
  readonly limits: CacheLimits;
  readonly make: () => Promise<Uint8Array>;
}

type Reply = Exclude<CacheAnswer, { type: "sweep" | "release" | "closing" }>;

/** What one script thread knows of the cache: the entries it has seen, and what it waits for. */
export class CacheClient {
  readonly #line: CacheLine;
  /** The live objects of `st.cacheResource` in this thread. */
  readonly resources: Resources;
  readonly #near = new Map<string, CacheEntry>();
  readonly #refreshes = new Map<string, Promise<CacheEntry | undefined>>();
  readonly #asked = new Map<number, (reply: Reply) => void>();
  #count = 0;

  constructor(line: CacheLine) {
    this.#line = line;
    this.resources = new Resources(() => line.ask({ type: "holds" }));
  }

  /** A valid entry that this thread has seen; asks nobody. */
  near(key: string): CacheEntry | undefined {
    const entry = this.#near.get(key);
    if (entry === undefined) return undefined;
    if (!entry.isValid(processClock())) {
      this.#near.delete(key);
      return undefined;
    }
    entry.touch(this.#line.uses);
    return entry;
  }

  /** The entry of a key, made here if nobody has it or makes it. `fresh`: a stale one does not count. */
  async get(key: CacheKey, maker: Maker, fresh = false): Promise<CacheEntry> {
    const reply = await this.#ask((id) => ({ type: "get", id, key, limits: maker.limits, fresh }));
    switch (reply.type) {
      case "hit":
        return this.#remember(key, new CacheEntry(reply.shared));
      case "lead":
        return this.#lead(key, reply.flight, maker);
      case "failed":
        throw toError(reply.failure, maker.call);
      case "cleared":
        throw new Error("The cache answered a question that was not asked. This is a bug in rivulet.");
    }
  }

  /** Has a stale entry made anew, here or where it is under way already. Resolves to the new one, or to nothing: the old one stays then. */
  refresh(key: CacheKey, maker: Maker): Promise<CacheEntry | undefined> {
    const text = keyText(key);
    let refresh = this.#refreshes.get(text);
    if (refresh === undefined) {
      // What went wrong is told by the cache itself, once for all who wait.
      refresh = this.get(key, maker, true)
        .catch(() => undefined)
        .finally(() => this.#refreshes.delete(text));
      this.#refreshes.set(text, refresh);
    }
    return refresh;
  }

  async clear(range: CacheRange): Promise<void> {
    await this.#ask((id) => ({ type: "clear", id, range }));
  }

  /** Has resources released in the other workers. */
  releaseElsewhere(range: CacheRange): void {
    this.#line.ask({ type: "release", range });
  }

  receive(answer: CacheAnswer): void {
    switch (answer.type) {
      case "sweep":
        return this.#forgetInvalid();
      case "release":
        // What a release throws is nobody's but the log's.
        return void this.resources.release(answer.range);
      case "closing":
        return void this.resources.release({}).finally(() => this.#line.ask({ type: "released" }));
      default:
        this.#asked.get(answer.id)?.(answer);
        this.#asked.delete(answer.id);
    }
  }

  async #lead(key: CacheKey, flight: number, { call, limits, make }: Maker): Promise<CacheEntry> {
    let entry: CacheEntry;
    try {
      entry = CacheEntry.of(await make());
    } catch (error) {
      this.#line.ask({ type: "fail", flight, call, failure: toFailure(error) });
      throw error;
    }
    this.#line.ask({ type: "put", flight, shared: entry.shared, limits });
    return this.#remember(key, entry);
  }

  /** An entry may be remembered before the host has made it valid: until then the host is asked. */
  #remember(key: CacheKey, entry: CacheEntry): CacheEntry {
    this.#near.set(keyText(key), entry);
    return entry;
  }

  #forgetInvalid(): void {
    const now = processClock();
    for (const [key, entry] of this.#near) if (!entry.isValid(now)) this.#near.delete(key);
  }

  #ask(question: (id: number) => CacheQuestion): Promise<Reply> {
    const id = ++this.#count;
    return new Promise((resolve) => {
      this.#asked.set(id, resolve);
      this.#line.ask(question(id));
    });
  }
}

function toFailure(thrown: unknown): CacheFailure {
  if (!(thrown instanceof Error)) return { lost: false, name: "Error", message: String(thrown), stack: undefined, code: undefined };
  const { name, message, stack } = thrown;
  return { lost: false, name, message, stack, code: thrown instanceof RivuletError ? thrown.code : undefined };
}

/** The failure of another worker's execution, as an error of this thread. */
function toError(failure: CacheFailure, call: string): Error {
  if (failure.lost) return new RivuletError("RIVULET_CACHE_LOST", { call });
  const { name, message, stack, code } = failure;
  return Object.assign(new Error(message), { name, ...(stack !== undefined && { stack }), ...(code !== undefined && { code }) });
}
