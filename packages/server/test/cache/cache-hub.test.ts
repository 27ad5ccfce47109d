import { expect, test } from "vitest";
import { CacheEntry } from "../../dist/thread/cache/cache-entry.js";
import { CacheHub, type CacheLink } from "../../dist/thread/cache/cache-hub.js";
import type { CacheAnswer } from "../../dist/thread/cache/cache-messages.js";
import type { CacheLimits } from "../../dist/thread/cache/cache-store.js";
import { MemoryCacheStore } from "../../dist/thread/cache/memory-cache-store.js";

const key = { scope: "", fn: "f", args: "a" };

/** A worker as the hub sees it. */
class Client {
  readonly answers: CacheAnswer[] = [];
  readonly link: CacheLink;

  constructor(hub: CacheHub) {
    this.link = hub.connect((answer) => this.answers.push(answer));
  }

  get(id: number): void {
    this.link.ask({ type: "get", id, key });
  }

  refresh(id: number): void {
    this.link.ask({ type: "get", id, key, fresh: true });
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
  a.link.ask({ type: "get", id: 1, key: scoped });
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
