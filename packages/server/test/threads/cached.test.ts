import { threadId } from "node:worker_threads";
import { addScriptRunCtx, st } from "@rivulet/server/script";
import { afterAll, expect, test } from "vitest";
import type { PageSession } from "../script/page-session.ts";
import { gate, ThreadApp, type ThreadsUnderTest } from "./thread-app.ts";

// One app for all: each test is a session with a page of its own, and has names of its own for values.
const app = await ThreadApp.open();
// The threads of an app without sessions are let go.
app.script.open();
afterAll(() => app[Symbol.asyncDispose]());

/** Runs a page in a session, and returns what it returned. */
async function runIn<T>(session: PageSession, page: (threads: ThreadsUnderTest) => T): Promise<Awaited<T>> {
  let result: { readonly value: Awaited<T> } | undefined;
  app.page = async (threads) => {
    result = { value: await page(threads) };
  };
  await session.run();
  if (result === undefined) throw new Error(`the page failed: ${session.texts().join("\n")}`);
  return result.value;
}

async function run<T>(page: (threads: ThreadsUnderTest) => T): Promise<Awaited<T>> {
  const session = app.script.open();
  const value = await runIn(session, page);
  session.close();
  return value;
}

test("[TH3] a thread has its page's values, and the page a thread's", async () => {
  const [page, thread, first, second] = await run(async ({ act, cached }) => [
    await cached.made("page first"),
    await act("made", "page first"),
    await act("made", "thread first"),
    await cached.made("thread first"),
  ]);
  expect([page, thread]).toEqual([threadId, threadId]);
  expect(first).not.toBe(threadId);
  expect(second).toBe(first);
});

const counted = async (counts: Int32Array, times: number): Promise<void> => {
  while (Atomics.load(counts, 0) < times) await new Promise((resolve) => setImmediate(resolve));
};

test("[TH3] of threads that ask for one value one makes it; when that is ended, another one does", async () => {
  const counts = gate();
  const [ended, first, second, page] = await run(async ({ act, cached }) => {
    const leader = act.thread("slow", counts, "x").start();
    await counted(counts, 1);
    const others = [act.thread("slow", counts, "x").start(), act.thread("slow", counts, "x").start()];
    await act("made", "anything");
    leader.cancel();
    await counted(counts, 2);
    Atomics.store(counts, 1, 1);
    const error = await leader.join().catch(({ name }: Error) => name);
    return [error, ...(await Promise.all(others.map((thread) => thread.join()))), await cached.slow(counts, "x")];
  });
  expect([ended, first, second]).toEqual(["ThreadCancelledError", page, page]);
  expect(page).toEqual([expect.any(Number), 2]);
});

test("[TH4] with a context a thread has its session's own values; without, the error names the thread", async () => {
  const [a, b] = [app.script.open(), app.script.open()];
  const ask = (session: PageSession): Promise<unknown> =>
    runIn(session, ({ act }) => addScriptRunCtx(act.thread("mine", "own")).start().join());
  const own = await ask(a);
  expect([await ask(a), await runIn(a, ({ cached }) => cached.mine("own"))]).toEqual([own, own]);
  expect(await runIn(b, ({ cached }) => cached.mine("own"))).toBe(threadId);
  const refused = await runIn(a, ({ act }) => act("mine", "own").catch((error: Error) => error));
  expect(refused).toMatchObject({
    code: "RIVULET_NO_SESSION_CONTEXT",
    message: expect.stringContaining("in the thread test/threads/fixtures/app/act.thread.ts"),
  });
  for (const session of [a, b]) session.close();
});

test("[TH4] a cached function writes nothing from a thread either", async () => {
  const refused = await run(({ act }) =>
    addScriptRunCtx(act.thread("writes", "x"))
      .start()
      .join()
      .catch((error: Error) => error),
  );
  expect(refused).toMatchObject({ code: "RIVULET_CACHE_CONTEXT" });
});

test("[TH4] while a thread waits for a value for long, a wheel turns in the page", async () => {
  const counts = gate();
  const session = app.script.open();
  const active: unknown[] = [];
  await runIn(session, async ({ act }) => {
    const thread = addScriptRunCtx(act.thread("slow", counts, "wheel")).start();
    const wheel = (): unknown => [...session.tree.nodes.values()].find(({ type }) => type === "spinner")?.props.active;
    while (wheel() !== true) await new Promise((resolve) => setImmediate(resolve));
    active.push(wheel());
    Atomics.store(counts, 1, 1);
    await thread.join();
    st.text("done");
  });
  active.push([...session.tree.nodes.values()].find(({ type }) => type === "spinner")?.props.active);
  expect(active).toEqual([true, false]);
  session.close();
});

test("[TH7] a live object is one call's own, and released with it: the thread takes another call", async () => {
  const counts = gate();
  const [one, two] = (await run(async ({ act }) => [await act("resource", counts), await act("resource", counts)])) as [
    unknown[],
    unknown[],
  ];
  expect([one, two]).toEqual([
    [true, 1, expect.any(Number)],
    [true, 2, one[2]],
  ]);
});

test("a thread waits for a stale value's successor: what it has under way may end with it", async () => {
  const counts = gate();
  const second = await run(async ({ act }) => {
    for (;;) {
      const joined = act.thread("stale", counts, "s").start().join();
      const value = await Promise.race([joined, counted(counts, 2)]);
      if (value !== undefined) continue;
      Atomics.store(counts, 1, 1);
      return joined;
    }
  });
  expect(second).toBe(2);
});
