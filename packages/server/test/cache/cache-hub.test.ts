import { expect, test } from "vitest";
import { CacheEntry } from "../../dist/thread/cache/cache-entry.js";
import { CacheHub, type CacheLink } from "../../dist/thread/cache/cache-hub.js";
import type { CacheAnswer } from "../../dist/thread/cache/cache-messages.js";
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
