import { expect, test } from "vitest";
import { MemoryMediaStore } from "../../dist/host/media/memory-media-store.js";
import { media, mediaStoreContract } from "./media-store-contract.ts";

mediaStoreContract("memory", (maxBytes) => {
  let now = 0;
  const store = new MemoryMediaStore({ maxBytes, grace: 1000, now: () => now });
  const pass = () => {
    now += 1000;
    store.sweep();
  };
  return { store, pass };
});

test("a memory store counts what it holds, whatever becomes of it", () => {
  let now = 0;
  const store = new MemoryMediaStore({ maxBytes: 100, grace: 10, now: () => now });
  store.put("a", media("1", "12345"));
  store.put("a", media("2", "12345"));
  expect(store.bytes).toBe(5);
  store.put("b", media("3", "12345"));
  expect(store.bytes).toBe(10);
  store.keep("a", []);
  now = 10;
  store.sweep();
  expect(store.bytes).toBe(5);
  store.endSession("b");
  expect(store.bytes).toBe(0);
});
