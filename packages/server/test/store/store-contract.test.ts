import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FolderInUse } from "../../dist/host/store/folder-lock.js";
import { LmdbSessionStore } from "../../dist/host/store/lmdb-session-store.js";
import { MemorySessionStore } from "../../dist/host/store/memory-session-store.js";
import type { SessionChange, SessionStore } from "../../dist/host/store/session-store.js";

let folder: string;
let store: SessionStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "rivulet-store-"));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (content: Uint8Array | undefined): string | undefined => content && new TextDecoder().decode(content);
const nobody = (): boolean => false;

function change(head: string, more: Partial<SessionChange> = {}): SessionChange {
  return { tokens: [`token of ${head}`], left: undefined, head: bytes(head), parts: [], ...more };
}

const STORES = {
  memory: async () => new MemorySessionStore(),
  lmdb: () => LmdbSessionStore.open(folder),
  "lmdb on disk": () => LmdbSessionStore.open(folder, "disk"),
};

describe.each(Object.entries(STORES))("a store: %s", (_, open) => {
  beforeEach(async () => {
    store = await open();
  });

  test("what was committed is found by a token, each part as it was last", async () => {
    expect(
      await store.create(
        "a",
        change("1", {
          parts: [
            ["x", bytes("x1")],
            ["y", bytes("y1")],
          ],
        }),
      ),
    ).toBe(true);
    expect(
      await store.commit(
        "a",
        1,
        change("2", {
          parts: [
            ["x", bytes("x2")],
            ["y", null],
            ["z", bytes("")],
          ],
        }),
      ),
    ).toBe(true);
    expect(await store.attach("token of 1", nobody)).toBeUndefined();
    const stored = await store.attach("token of 2", nobody);
    expect(stored).toMatchObject({ id: "a", epoch: 2, tokens: ["token of 2"] });
    expect(text(stored?.head)).toBe("2");
    expect([...(stored?.parts ?? [])].map(([name, content]) => [name, text(content)])).toEqual([
      ["x", "x2"],
      ["z", ""],
    ]);
  });

  test("sessions do not see each other's parts, whatever they are called", async () => {
    const odd = ["", "/", "x/y", "\0", "ä\u{1F600}", "0", "y".repeat(200)];
    for (const id of ["a", "a-", "aa", "A"]) await store.create(id, change(id, { parts: odd.map((name) => [name, bytes(id)]) }));
    for (const id of ["a", "a-", "aa", "A"]) {
      const stored = await store.attach(`token of ${id}`, nobody);
      expect([...(stored?.parts ?? [])].map(([name, content]) => [name, text(content)]).toSorted()).toEqual(
        odd.map((name) => [name, id]).toSorted(),
      );
    }
  });

  test("whoever attached last may commit, nobody else; what was refused left no trace", async () => {
    await store.create("a", change("1"));
    expect(await store.create("a", change("other"))).toBe(false);
    const first = await store.attach("token of 1", nobody);
    const second = await store.attach("token of 1", nobody);
    expect([first?.epoch, second?.epoch]).toEqual([2, 3]);
    for (const epoch of [1, 2, 4]) expect(await store.commit("a", epoch, change("late", { parts: [["late", bytes("")]] }))).toBe(false);
    expect(await store.commit("a", 3, change("3"))).toBe(true);
    expect(await store.attach("token of late", nobody)).toBeUndefined();
    expect(await store.attach("token of other", nobody)).toBeUndefined();
    expect((await store.attach("token of 3", nobody))?.parts.size).toBe(0);
  });

  test("of several that attach at once each has an epoch of its own, or nothing", async () => {
    await store.create("a", change("1"));
    const all = await Promise.all(Array.from({ length: 8 }, () => store.attach("token of 1", nobody)));
    const epochs = all.flatMap((one) => (one ? [one.epoch] : []));
    expect(epochs.length).toBeGreaterThan(0);
    expect(new Set(epochs).size).toBe(epochs.length);
    const committed = await Promise.all(epochs.map((epoch) => store.commit("a", epoch, change("1"))));
    expect(committed.filter(Boolean)).toHaveLength(1);
  });

  test("a session that is live here is not given out", async () => {
    await store.create("a", change("1"));
    expect(await store.attach("token of 1", (id) => id === "a")).toBeUndefined();
    expect(await store.attach("token of 1", nobody)).toMatchObject({ epoch: 2 });
  });

  test("what was removed is gone with its tokens and parts", async () => {
    await store.create("a", change("1", { tokens: ["t", "u"], parts: [["x", bytes("")]] }));
    await store.remove("a");
    expect(await store.attach("t", nobody)).toBeUndefined();
    expect(await store.commit("a", 1, change("2"))).toBe(false);
    expect(await store.create("a", change("3"))).toBe(true);
    expect(await store.attach("u", nobody)).toBeUndefined();
    expect((await store.attach("token of 3", nobody))?.parts.size).toBe(0);
  });

  test("a sweep removes those that were left, but none that is live", async () => {
    const now = Date.now();
    for (const [id, left] of [
      ["old", now - 1000],
      ["live", now - 1000],
      ["new", now],
      ["never", undefined],
    ] as const)
      await store.create(id, change(id, { left }));
    expect(await store.sweep(now - 500, (id) => id === "live")).toBe(1);
    expect(await store.attach("token of old", nobody)).toBeUndefined();
    for (const id of ["live", "new", "never"]) expect(await store.attach(`token of ${id}`, nobody)).toMatchObject({ id });
    // Nobody has seen it being left: it counts as left when the store was opened.
    expect(await store.sweep(Date.now() + 1, (id) => id !== "never")).toBe(1);
    expect(await store.attach("token of never", nobody)).toBeUndefined();
  });
});

test("the folder is this user's alone, and one process's", async () => {
  const sessions = join(folder, "deep", "sessions");
  const umask = process.umask();
  store = await LmdbSessionStore.open(sessions);
  expect(process.umask()).toBe(umask);
  expect(statSync(sessions).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(sessions)) expect(statSync(join(sessions, name)).mode & 0o077, name).toBe(0);
  const refused = await LmdbSessionStore.open(sessions).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FolderInUse);
  expect((refused as FolderInUse).pid).toBe(process.pid);
  await store.create("a", change("1"));
  await store.close();
  store = await LmdbSessionStore.open(sessions);
  expect(await store.attach("token of 1", nobody)).toMatchObject({ id: "a", epoch: 2 });
});
