import { describe } from "vitest";
import { MemoryCacheStore } from "../../dist/thread/cache/memory-cache-store.js";
import { cacheStoreContract } from "./cache-store-contract.ts";

describe("the store in memory", () => {
  cacheStoreContract((maxBytes) => {
    let now = 1;
    return { store: new MemoryCacheStore({ maxBytes, clock: () => now }), pass: (ms) => void (now += ms) };
  });
});
