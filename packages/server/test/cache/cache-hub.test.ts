import { expect, test } from "vitest";
import { CacheEntry } from "../../dist/thread/cache/cache-entry.js";
import { CacheHub, type CacheLink } from "../../dist/thread/cache/cache-hub.js";
import type { CacheKey, CacheRange } from "../../dist/thread/cache/cache-key.js";
import type { CacheAnswer } from "../../dist/thread/cache/cache-messages.js";
import type { CacheLimits } from "../../dist/thread/cache/cache-store.js";
import { MemoryCacheStore } from "../../dist/thread/cache/memory-cache-store.js";
import type { SavedValue, SavedValues } from "../../dist/thread/cache/saved-values.js";

const key = { scope: "", fn: "f", args: "a" };

/** A worker as the hub sees it. */
class Client {
  readonly answers: CacheAnswer[] = [];
  readonly link: CacheLink;

  constructor(hub: CacheHub) {
    this.link = hub.connect((answer) => this.answers.push(answer));
  }

  get(id: number, limits: CacheLimits = {}): void {
    this.link.ask({ type: "get", id, key, limits });
  }

  refresh(id: number): void {
    this.link.ask({ type: "get", id, key, limits: {}, fresh: true });
  }

  /** Answers the task it was given last. */
  put(limits: CacheLimits, byte = 1): void {
    this.link.ask({ type: "put", flight: this.flight, shared: CacheEntry.of(Uint8Array.of(byte)).shared, limits });
  }

  /** The value it was answered last. */
  get value(): number | undefined {
    return this.last?.type === "hit" ? new CacheEntry(this.last.shared).bytes()[0] : undefined;
  }

  get last(): CacheAnswer | undefined {
    return this.answers.at(-1);
  }

  get flight(): number {
    return this.last?.type === "lead" ? this.last.flight : 0;
  }
}

function clients(count: number): [CacheHub, ...Client[]] {
  const hub = new CacheHub(new MemoryCacheStore());
  return [hub, ...Array.from({ length: count }, () => new Client(hub))];
}

test("when the worker that makes a value is lost, one that waits makes it; when that is lost too, the others are told", () => {
  const [, a, b, c] = clients(3) as [CacheHub, Client, Client, Client];
  for (const client of [a, b, c]) client.get(1);
  expect([a.last?.type, b.last, c.last]).toEqual(["lead", undefined, undefined]);
  a.link.close();
  expect([b.last?.type, c.last]).toEqual(["lead", undefined]);
  c.get(2);
  b.link.close();
  expect(c.answers).toEqual([
    { type: "failed", id: 1, failure: { lost: true } },
    { type: "lead", id: 2, flight: expect.any(Number) },
  ]);
});

test("a lost worker that waits is not asked to make the value", () => {
  const [, a, b, c] = clients(3) as [CacheHub, Client, Client, Client];
  for (const client of [a, b, c]) client.get(1);
  b.link.close();
  a.link.close();
  expect([b.last, c.last?.type]).toEqual([undefined, "lead"]);
});

test("what a lost worker says late changes nothing", () => {
  const [, a, b] = clients(2) as [CacheHub, Client, Client];
  a.get(1);
  const { flight } = a;
  a.link.close();
  a.link.ask({ type: "put", flight, shared: CacheEntry.of(new Uint8Array(1)).shared, limits: {} });
  b.get(1);
  expect(b.last?.type).toBe("lead");
});

test("a hit in a worker is void at once when the hub clears, before any message", () => {
  const [hub, a] = clients(1) as [CacheHub, Client];
  const scoped = { ...key, scope: "session" };
  a.link.ask({ type: "get", id: 1, key: scoped, limits: {} });
  const entry = CacheEntry.of(new Uint8Array(1));
  a.link.ask({ type: "put", flight: a.flight, shared: entry.shared, limits: {} });
  expect(entry.isValid(0)).toBe(true);
  hub.endSession("other");
  expect(entry.isValid(0)).toBe(true);
  hub.endSession("session");
  expect(entry.isValid(0)).toBe(false);
});

test("closing waits for those who hold live objects, and for them alone, until they are gone or the time is over", async () => {
  const [hub, a, b, c] = clients(3) as [CacheHub, Client, Client, Client];
  await hub.close(60_000);
  for (const client of [a, b]) client.link.ask({ type: "holds" });
  let closed = false;
  const closing = hub.close(60_000).then(() => (closed = true));
  expect([a.last, b.last, c.last]).toEqual([{ type: "closing" }, { type: "closing" }, undefined]);
  a.link.ask({ type: "released" });
  await Promise.resolve();
  expect(closed).toBe(false);
  b.link.close();
  expect(await closing).toBe(true);
  await hub.close(1);
});

/** A hub whose clock is the test's, with a value that is stale from 100 on and gone from 10,100 on. */
function withStale(): { a: Client; b: Client; told: string[]; at: (time: number) => void } {
  let now = 0;
  const clock = (): number => now;
  const told: string[] = [];
  const hub = new CacheHub(new MemoryCacheStore({ clock }), {
    clock,
    refreshFailed: (call, failure) => told.push(`${call} ${failure.lost ? "lost" : failure.message}`),
  });
  const [a, b] = [new Client(hub), new Client(hub)];
  a.get(1);
  a.put({ ttl: 100, staleFor: 10_000 });
  return { a, b, told, at: (time) => void (now = time) };
}

/** What was saved, as the test says when it has been read. */
class Saved implements SavedValues {
  readonly written: number[] = [];
  readonly cleared: CacheRange[] = [];
  #answers: ((found: SavedValue | undefined) => void)[] = [];

  read(): Promise<SavedValue | undefined> {
    return new Promise((resolve) => this.#answers.push(resolve));
  }

  async answer(found: SavedValue | undefined): Promise<void> {
    this.#answers.shift()?.(found);
    await Promise.resolve();
    await Promise.resolve();
  }

  get asked(): number {
    return this.#answers.length;
  }

  write(_: CacheKey, entry: CacheEntry): void {
    this.written.push(...entry.bytes());
  }

  async clear(range: CacheRange): Promise<void> {
    this.cleared.push(range);
    await Promise.resolve();
  }
}

function withSaved(): { saved: Saved; hub: CacheHub; a: Client; b: Client } {
  const saved = new Saved();
  const hub = new CacheHub(new MemoryCacheStore({ clock: () => 0 }), { clock: () => 0, saved });
  return { saved, hub, a: new Client(hub), b: new Client(hub) };
}

const kept = { ttl: 100, staleFor: 50, persist: true };
const value = (age: number): SavedValue => ({ bytes: Uint8Array.of(9), age });

test("a value that was saved is read once for all who ask, and its age counts", async () => {
  const { saved, a, b } = withSaved();
  a.get(1, kept);
  b.get(1, kept);
  expect([saved.asked, a.last, b.last]).toEqual([1, undefined, undefined]);
  await saved.answer(value(99));
  expect([a.value, b.value]).toEqual([9, 9]);
  a.refresh(2);
  expect(a.last).toMatchObject({ type: "hit", id: 2 });
  b.get(2, kept);
  expect([b.value, saved.asked, saved.written]).toEqual([9, 0, []]);
});

test("a value that was saved may be stale: it serves, and is made anew", async () => {
  const { saved, a, b } = withSaved();
  a.get(1, kept);
  await saved.answer(value(100));
  expect(a.value).toBe(9);
  a.refresh(2);
  expect(a.last?.type).toBe("lead");
  a.put(kept, 10);
  b.get(1, kept);
  expect([b.value, saved.written]).toEqual([10, [10]]);
});

test.each([undefined, value(150)])("without a value that may still be used, one of those who wait makes it (%j)", async (found) => {
  const { saved, a, b } = withSaved();
  a.get(1, kept);
  b.get(1, kept);
  await saved.answer(found);
  expect([a.last?.type, b.last, saved.asked]).toEqual(["lead", undefined, 0]);
  a.put(kept, 5);
  expect([b.value, saved.written]).toEqual([5, [5]]);
});

test("values that nobody asked to keep are neither looked for nor written", () => {
  const { saved, a } = withSaved();
  a.get(1);
  expect([a.last?.type, saved.asked]).toEqual(["lead", 0]);
  a.put({});
  expect(saved.written).toEqual([]);
});

test("a value that is cleared while it is read is made anew; whoever cleared hears when it is gone from everywhere", async () => {
  const { saved, a, b } = withSaved();
  a.get(1, kept);
  b.link.ask({ type: "clear", id: 7, range: { fn: "f" } });
  expect([saved.cleared, b.last]).toEqual([[{ fn: "f" }], undefined]);
  await saved.answer(value(0));
  expect([a.last?.type, b.last]).toEqual(["lead", { type: "cleared", id: 7 }]);
});

test("who is lost while a value is read is not asked to make it", async () => {
  const { saved, a, b } = withSaved();
  a.get(1, kept);
  b.get(1, kept);
  a.link.close();
  await saved.answer(undefined);
  expect([a.last, b.last?.type]).toEqual([undefined, "lead"]);
});

const failure = { lost: false, name: "Error", message: "down", stack: undefined, code: undefined } as const;

test("a stale value is given to who asks for it, while who asks for a fresh one makes it, and others wait", () => {
  const { a, b, at } = withStale();
  at(99);
  a.refresh(2);
  expect(a.value).toBe(1);
  at(100);
  a.refresh(3);
  expect(a.last).toMatchObject({ type: "lead", id: 3 });
  b.get(1);
  expect(b.value).toBe(1);
  b.refresh(2);
  expect(b.answers).toHaveLength(1);
  a.put({ ttl: 100, staleFor: 10_000 }, 2);
  expect([b.last, b.value]).toMatchObject([{ type: "hit", id: 2 }, 2]);
  b.refresh(3);
  expect([b.last, b.value]).toMatchObject([{ type: "hit", id: 3 }, 2]);
});

test("a stale value whose successor fails stays, is told of once, and rests before the next try", () => {
  const { a, b, told, at } = withStale();
  at(100);
  a.refresh(2);
  b.refresh(1);
  a.link.ask({ type: "fail", flight: a.flight, call: "load(...)", failure });
  expect([b.last, told]).toEqual([{ type: "failed", id: 1, failure }, ["load(...) down"]]);
  at(1099);
  b.refresh(2);
  expect(b.value).toBe(1);
  at(1100);
  b.refresh(3);
  expect(b.last).toMatchObject({ type: "lead", id: 3 });
  b.link.close();
  expect(told).toEqual(["load(...) down", "a cached function lost"]);
  a.get(4);
  expect(a.value).toBe(1);
  at(10_100);
  a.get(5);
  expect(a.last?.type).toBe("lead");
});

test("a stale value that is cleared while it is made anew does not come back", () => {
  const { a, b, at } = withStale();
  at(100);
  a.refresh(2);
  b.link.ask({ type: "clear", id: 1, range: {} });
  a.put({}, 2);
  b.get(2);
  expect(b.last?.type).toBe("lead");
});
