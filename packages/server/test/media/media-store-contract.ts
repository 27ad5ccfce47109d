import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { MediaStore } from "../../dist/host/media/media-store.js";

export interface StoreUnderTest {
  readonly store: MediaStore;
  /** Lets the time pass in which what is released can still be fetched. */
  readonly pass: () => void;
}

/** Media as a worker hands them over. */
export function media(id: string, text: string, more: { readonly name?: string; readonly inline?: boolean } = {}) {
  const bytes = new Uint8Array(Buffer.from(text));
  return { id, type: "text/plain", hash: createHash("sha256").update(bytes).digest("base64url"), bytes, ...more };
}

/** What every store of media does. `open` makes an empty one that holds `maxBytes`. */
export function mediaStoreContract(name: string, open: (maxBytes: number) => StoreUnderTest): void {
  const textOf = async (store: MediaStore, id: string) => {
    const found = await store.get(id);
    return found && Buffer.from(found.bytes).toString();
  };

  test(`${name}: what was put can be got, with how it is to be taken; an unknown id names nothing`, async () => {
    const { store } = open(1000);
    const put = media("id", "tide table", { name: "tides.txt", inline: true });
    expect(store.put("a", put)).toBe(true);
    expect(await store.get("id")).toEqual({ type: "text/plain", name: "tides.txt", inline: true, hash: put.hash, bytes: put.bytes });
    expect(await store.get("other")).toBeUndefined();
  });

  test(`${name}: equal bytes are there once a session, and stay as long as one id names them`, async () => {
    const { store, pass } = open(10);
    const { bytes: _, ...named } = media("b", "12345678", { name: "b.txt" });
    expect(store.put("a", media("a", "12345678"))).toBe(true);
    expect(store.put("a", named)).toBe(true);
    store.keep("a", ["b"]);
    pass();
    expect(await textOf(store, "a")).toBeUndefined();
    expect(await textOf(store, "b")).toBe("12345678");
    expect(store.put("other", { ...named, id: "c" }), "bytes of another session").toBe(false);
  });

  test(`${name}: what is released can be fetched for a while, comes back when it is put again, and goes`, async () => {
    const { store, pass } = open(1000);
    store.put("a", media("1", "one"));
    store.put("a", media("2", "two"));
    store.put("b", media("3", "three"));
    store.keep("a", []);
    expect(await textOf(store, "1")).toBe("one");
    expect(store.put("a", media("2", "two"))).toBe(true);
    pass();
    expect(await textOf(store, "1")).toBeUndefined();
    expect(await textOf(store, "2")).toBe("two");
    expect(await textOf(store, "3"), "of another session").toBe("three");
    expect(store.put("a", media("1", "one"))).toBe(true);
    expect(await textOf(store, "1")).toBe("one");
  });

  test(`${name}: [SEC7] what does not fit is refused; what is released gives way, the oldest first`, async () => {
    const { store } = open(10);
    expect(store.put("a", media("1", "1234"))).toBe(true);
    expect(store.put("a", media("2", "56"))).toBe(true);
    expect(store.put("a", media("3", "12345"))).toBe(false);
    expect(await textOf(store, "3")).toBeUndefined();
    store.keep("a", ["2"]);
    store.keep("a", []);
    expect(store.put("b", media("3", "12345"))).toBe(true);
    expect(await textOf(store, "1")).toBeUndefined();
    expect(await textOf(store, "2")).toBe("56");
    expect(await textOf(store, "3")).toBe("12345");
  });

  test(`${name}: a session that ends leaves nothing, and takes nothing from others`, async () => {
    const { store } = open(10);
    store.put("a", media("1", "12345"));
    store.put("b", media("2", "12345"));
    store.keep("a", []);
    store.endSession("a");
    store.endSession("a");
    store.endSession("never there");
    expect(await textOf(store, "1")).toBeUndefined();
    expect(await textOf(store, "2")).toBe("12345");
    expect(store.put("c", media("3", "67890")), "its room is free").toBe(true);
  });
}
