import { serialize } from "node:v8";
import { expect, test } from "vitest";
import { CacheEntry } from "../../dist/thread/cache/cache-entry.js";
import type { CacheKey } from "../../dist/thread/cache/cache-key.js";
import type { CacheStore } from "../../dist/thread/cache/cache-store.js";

export interface StoreUnderTest {
  readonly store: CacheStore;
  /** Moves the store's clock on, in milliseconds. */
  pass(ms: number): void;
}

/** Bytes of one entry as `entry` makes them, without what the store adds. */
const BYTES = 100_000;

const entry = (): CacheEntry => CacheEntry.of(new Uint8Array(BYTES));
const key = (args: string, fn = "f", scope = ""): CacheKey => ({ scope, fn, args });

/** What every `CacheStore` does. `make` gets the number of bytes that the store may hold. */
export function cacheStoreContract(make: (maxBytes: number) => StoreUnderTest): void {
  const fill = (store: CacheStore, names: readonly string[], limits = {}, fn = "f", scope = ""): void => {
    for (const name of names) store.set(key(name, fn, scope), entry(), limits);
  };
  const held = (store: CacheStore, names: string, fn = "f", scope = ""): string =>
    names
      .split("")
      .filter((name) => store.get(key(name, fn, scope)) !== undefined)
      .join("");

  test("an entry comes back as it was set, and is valid", () => {
    const { store } = make(1e8);
    store.set(key("a"), CacheEntry.of(serialize({ a: 1 })), {});
    const found = store.get(key("a"));
    expect(Buffer.from(found?.bytes() ?? []).equals(serialize({ a: 1 }))).toBe(true);
    expect(found?.isValid(0)).toBe(true);
  });

  test("keys that differ in anything are different", () => {
    const { store } = make(1e8);
    fill(store, ["a"], {}, "f", "one");
    expect([
      held(store, "a", "f", "one"),
      held(store, "a", "f", "two"),
      held(store, "a", "g", "one"),
      held(store, "b", "f", "one"),
    ]).toEqual(["a", "", "", ""]);
  });

  test("an entry goes when its time is over, and is invalid for those who hold it", () => {
    const { store, pass } = make(1e8);
    fill(store, ["a"], { ttl: 100 });
    fill(store, ["b"]);
    const seen = store.get(key("a"));
    pass(99);
    expect(held(store, "ab")).toBe("ab");
    pass(1);
    expect(held(store, "ab")).toBe("b");
    expect(seen?.isValid(0)).toBe(false);
  });

  test("an entry is stale from its ttl on, for as long as it was said, and then goes", () => {
    const { store, pass } = make(1e8);
    let now = 1;
    const wait = (ms: number): void => {
      now += ms;
      pass(ms);
    };
    fill(store, ["a"], { ttl: 100, staleFor: 50 });
    const seen = store.get(key("a"));
    const state = (): unknown[] => [seen?.isValid(now), seen?.isStale(now), held(store, "a")];
    wait(99);
    expect(state()).toEqual([true, false, "a"]);
    wait(1);
    expect(state()).toEqual([true, true, "a"]);
    seen?.rest(now + 10);
    expect(state()).toEqual([true, false, "a"]);
    wait(49);
    expect(state()).toEqual([true, true, "a"]);
    wait(1);
    expect(state()).toEqual([false, false, ""]);
  });

  test("of more than maxEntries the least recently used goes, in one function and scope", () => {
    const { store } = make(1e8);
    fill(store, ["a", "b", "c"], { maxEntries: 3 });
    fill(store, ["x"], { maxEntries: 3 }, "g");
    fill(store, ["x"], { maxEntries: 3 }, "f", "other");
    held(store, "a");
    fill(store, ["d"], { maxEntries: 3 });
    expect(held(store, "abcd")).toBe("acd");
    expect([held(store, "x", "g"), held(store, "x", "f", "other")]).toEqual(["x", "x"]);
    fill(store, ["a"], { maxEntries: 3 });
    expect(held(store, "acd")).toBe("acd");
  });

  test("with maxEntries 1 the last entry stands", () => {
    const { store } = make(1e8);
    fill(store, ["a", "b"], { maxEntries: 1 });
    expect(held(store, "ab")).toBe("b");
    store.clear({ scope: "", fn: "f" });
    expect(held(store, "ab")).toBe("");
  });

  test("when the bytes are used up, what expired goes first, then the least recently used of all", () => {
    const { store, pass } = make(10 * BYTES + BYTES / 2);
    fill(store, ["a", "b", "c", "d"]);
    fill(store, ["e", "f"], {}, "g");
    fill(store, ["x"], { ttl: 10 });
    fill(store, ["g", "h", "i"], {}, "g");
    held(store, "x");
    held(store, "a");
    pass(10);
    fill(store, ["j"]);
    expect(held(store, "acdjx")).toBe("acdj");
    expect(held(store, "efghi", "g")).toBe("efghi");
    expect(held(store, "b")).toBe("");
  });

  test("what is larger than the store is not kept, and costs no other entry", () => {
    const { store } = make(2 * BYTES + BYTES / 2);
    fill(store, ["a", "b"]);
    const large = CacheEntry.of(new Uint8Array(3 * BYTES));
    store.set(key("large"), large, {});
    expect(store.get(key("large"))).toBeUndefined();
    expect(held(store, "ab")).toBe("ab");
  });

  test("clear takes what its range names, at once for everybody", () => {
    const { store } = make(1e8);
    const set = (): void => {
      for (const scope of ["", "s"]) for (const fn of ["f", "g"]) fill(store, ["a", "b"], {}, fn, scope);
    };
    const all = (): string => ["", "s"].flatMap((scope) => ["f", "g"].map((fn) => held(store, "ab", fn, scope))).join(" ");
    set();
    const seen = store.get(key("a"));
    store.clear(key("a"));
    expect(seen?.isValid(0)).toBe(false);
    expect(all()).toBe("b ab ab ab");
    set();
    store.clear({ scope: "", fn: "f" });
    expect(all()).toBe(" ab ab ab");
    set();
    store.clear({ scope: "s" });
    expect(all()).toBe("ab ab  ");
    set();
    store.clear({});
    expect(all()).toBe("   ");
  });

  test("an entry in place of another makes that invalid", () => {
    const { store } = make(1e8);
    fill(store, ["a"]);
    const old = store.get(key("a"));
    fill(store, ["a"]);
    expect([old?.isValid(0), store.get(key("a"))?.isValid(0)]).toEqual([false, true]);
  });

  test("what was dropped leaves room", () => {
    const { store } = make(4 * BYTES + BYTES / 2);
    for (let round = 0; round < 50; round++) {
      fill(store, ["a", "b"], { maxEntries: 2 });
      if (round % 2 === 0) store.clear({});
      fill(store, ["c"]);
      expect(held(store, "c")).toBe("c");
    }
    fill(store, ["a", "b", "c"]);
    expect(held(store, "abc")).toBe("abc");
  });
}
