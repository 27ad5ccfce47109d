import { ThreadCancelledError, ThreadPool, type RivuletError } from "@rivulet/server/script";
import { afterAll, expect, test } from "vitest";
import { open, gate, ThreadApp, type ThreadsUnderTest } from "./thread-app.ts";

// One app for all: each test is a session with a page of its own.
const app = await ThreadApp.open();
// The threads of an app without sessions are let go.
app.script.open();
afterAll(() => app[Symbol.asyncDispose]());

/** Runs a page once, and returns what it returned. */
async function run<T>(page: (threads: ThreadsUnderTest) => T): Promise<Awaited<T>> {
  const session = app.script.open();
  let result: { readonly value: Awaited<T> } | undefined;
  app.page = async (threads) => {
    result = { value: await page(threads) };
  };
  await session.run();
  if (result === undefined) throw new Error(`the page failed: ${session.texts().join("\n")}`);
  session.close();
  return result.value;
}

const rejection = (work: Promise<unknown>): Promise<RivuletError> =>
  work.then(
    (value) => {
      throw new Error(`it resolved to ${JSON.stringify(value)}`);
    },
    (error: RivuletError) => error,
  );

test("[TH3] a thread is made, started and joined; its status says how far it is", async () => {
  const seen = await run(async ({ act }) => {
    const opened = gate();
    const t = act.thread("late", opened, "container");
    const statuses: string[] = [t.status];
    t.start();
    statuses.push(t.status);
    open(opened);
    await t.join().catch(() => {});
    statuses.push(t.status);
    const ok = act.thread("echo", 1).start();
    await ok.join();
    return [...statuses, ok.status, t.name];
  });
  expect(seen).toEqual(["new", "running", "failed", "finished", "test/threads/fixtures/app/act.thread.ts"]);
});

test("[TH3] called for short, a thread function resolves to the result", async () => {
  expect(await run(({ act, mixed }) => Promise.all([act("echo", "x"), mixed(6, 7)]))).toEqual(["x", 42]);
});

test("[TH3] a thread module's body runs in the thread only", async () => {
  await run(({ mixed }) => mixed(1, 1));
  expect("mixedWasLoaded" in globalThis).toBe(false);
});

test("[TH3] threads run beside each other and beside the page", async () => {
  const value = await run(async ({ act }) => {
    const opened = gate();
    const [a, b] = [act.thread("late", opened, "st"), act.thread("late", opened, "st")];
    a.start();
    b.start();
    open(opened);
    return (await Promise.allSettled([a.join(), b.join()])).map(({ status }) => status);
  });
  expect(value).toEqual(["rejected", "rejected"]);
});

test("[TH3] values cross as structured clones do, buffers are handed over on demand", async () => {
  const plain = {
    list: [1, "2", null, undefined],
    map: new Map([["k", new Set([1n])]]),
    date: new Date(5),
    re: /a/g,
    bytes: Uint8Array.of(1, 2),
  };
  const [copy, given, kept, error] = await run(async ({ act }) => {
    const [handed, copied] = [new ArrayBuffer(8), new ArrayBuffer(8)];
    const t = act.thread("echo", handed, copied).start({ transfer: [handed] });
    const back = (await t.join()) as ArrayBuffer[];
    return [
      await act("echo", plain),
      [handed.byteLength, copied.byteLength],
      back.map((b) => b.byteLength),
      await act("echo", new TypeError("t")),
    ] as const;
  });
  expect(copy).toEqual(plain);
  expect([given, kept]).toEqual([
    [0, 8],
    [8, 8],
  ]);
  expect(error).toBeInstanceOf(TypeError);
});

test("[TH3] an argument is copied when the thread starts, not when it gets a place", async () => {
  const values = await run(async ({ act }) => {
    const pool = new ThreadPool({ size: 1 });
    const opened = gate();
    const first = pool.submit(act, "late", opened, "st");
    const list = [1];
    const second = pool.submit(act, "echo", list);
    list.push(2);
    const status = second.status;
    open(opened);
    await first.join().catch(() => {});
    return [status, await second.join()];
  });
  expect(values).toEqual(["queued", [1]]);
});

test("[TH3] a function or an instance of a class does not cross, and the error names its path", async () => {
  class Cart {}
  const messages = await run(async ({ act }) => {
    const attempt = (...values: unknown[]) => {
      try {
        act.thread("echo", ...values).start();
      } catch (error) {
        return (error as RivuletError).message;
      }
      return "none";
    };
    const cyclic: Record<string, unknown> = { a: 1 };
    cyclic.self = cyclic;
    return [
      attempt({ on: { click: () => {} } }),
      attempt([1, { cart: new Cart() }]),
      attempt(new Map([["x", Symbol("s")]])),
      attempt(new Promise(() => {})),
      attempt(new WeakMap()),
      attempt(cyclic),
      (await rejection(act("instance"))).message,
    ];
  });
  expect(messages[0]).toMatch(/^argument\[1\]\.on\.click of the thread .*act\.thread\.ts is the function click, which cannot cross/);
  expect(messages[1]).toMatch(/^argument\[1\]\[1\]\.cart of .* an instance of Cart/);
  expect(messages[2]).toMatch(/^argument\[1\]\.get\("x"\)/);
  expect(messages[3]).toMatch(/an instance of Promise/);
  expect(messages[4]).toMatch(/an instance of WeakMap/);
  expect(messages[5]).toBe("none");
  expect(messages[6]).toMatch(/^The result of .* an instance of Cart/);
});

test("[TH7] an error of a thread rejects join() with its class, its fields and the user's line", async () => {
  const error = await run(({ act }) => rejection(act("fail", "no such file")));
  expect(error).toMatchObject({ name: "RangeError", message: "no such file", code: "E_MINE", limit: 3 });
  expect(error.stack).toMatch(/lines\.ts:2:/);
  expect(error.stack).toMatch(/act\.thread\.ts:\d+/);
});

test("[TH7] a throw in a timer of a thread fails it; process.exit is refused", async () => {
  const errors = await run(({ act }) => Promise.all([rejection(act("failLater")), rejection(act("exit"))]));
  expect(errors[0]).toMatchObject({ name: "RangeError", message: "from a timer" });
  expect(errors[1]).toMatchObject({ code: "RIVULET_PAGE_EXIT" });
});

test("[TH7] cancel ends a thread that computes for ever, and one that waits for a place", async () => {
  const [errors, after] = await run(async ({ act }) => {
    const pool = new ThreadPool({ size: 1 });
    const [running, waiting] = [pool.submit(act, "spin"), pool.submit(act, "echo", 1)];
    waiting.cancel();
    running.cancel();
    running.cancel();
    return [
      [await rejection(running.join()), await rejection(waiting.join()), running.status, waiting.status],
      await pool.submit(act, "echo", 2).join(),
    ] as const;
  });
  expect(errors[0]).toBeInstanceOf(ThreadCancelledError);
  expect(errors[1]).toMatchObject({ code: "RIVULET_THREAD_CANCELLED" });
  expect(errors.slice(2)).toEqual(["cancelled", "cancelled"]);
  expect(after).toBe(2);
});

test("[TH7] at most 16 threads of a session are live, the rest wait", async () => {
  const statuses = await run(async ({ act }) => {
    const opened = gate();
    const threads = Array.from({ length: 20 }, () => act.thread("late", opened, "st").start());
    const before = threads.map((t) => t.status);
    open(opened);
    await Promise.allSettled(threads.map((t) => t.join()));
    return [
      before.filter((s) => s === "running").length,
      before.filter((s) => s === "queued").length,
      threads.every((t) => t.status === "failed"),
    ];
  });
  expect(statuses).toEqual([16, 4, true]);
});

test("[TH7] a thread is used again, unless its call left something running", async () => {
  const [first, second, third] = await run(async ({ act }) => {
    const kept = await act("id");
    return [[kept, await act("id")], [await act("leaveTimer"), await act("id")], await act("id")] as const;
  });
  expect(first[0]).toBe(first[1]);
  expect(second[0]).toBe(first[0]);
  expect(second[1]).not.toBe(first[0]);
  expect(third).toBe(second[1]);
});

test("[TH3] a pool runs a few jobs at a time, and gives results in order or as they come", async () => {
  const result = await run(async ({ act, mixed }) => {
    const pool = new ThreadPool({ size: 2 });
    const opened = gate();
    const slow = pool.submit(act, "late", opened, "st");
    const jobs = [pool.submit(act, "echo", "a"), pool.submit(act, "echo", "b")];
    const states = [slow, ...jobs].map((job) => job.status);
    const came: unknown[] = [];
    for await (const value of pool.asCompleted(jobs)) came.push(value);
    open(opened);
    await slow.join().catch(() => {});
    const square = { ...mixed, thread: (n: number) => mixed.thread(n, n) } as never;
    return { states, came, mapped: await pool.map<number, number>(square, [1, 2, 3]) };
  });
  expect(result).toEqual({ states: ["running", "running", "queued"], came: ["a", "b"], mapped: [1, 4, 9] });
});

test("[TH3] a job that fails throws at its turn, after those that came before", async () => {
  const [came, error] = await run(async ({ act }) => {
    const pool = new ThreadPool({ size: 1 });
    const results: unknown[] = [];
    try {
      for await (const value of pool.asCompleted([
        pool.submit(act, "echo", 1),
        pool.submit(act, "fail", "second"),
        pool.submit(act, "echo", 3),
      ]))
        results.push(value);
    } catch (thrown) {
      return [results, thrown as Error] as const;
    }
    return [results, undefined] as const;
  });
  expect(came).toEqual([1]);
  expect(error?.message).toBe("second");
  expect(() => new ThreadPool({ size: 17 })).toThrow("size must be a whole number from 1 to 16, instead got 17");
});

test("[TH3] misuse is told: join before start, start twice, start outside a run", async () => {
  const [errors, thread] = await run(async ({ act }) => {
    const caught = (body: () => unknown) => {
      try {
        return void body();
      } catch (error) {
        return error as RivuletError;
      }
    };
    const t = act.thread("echo", 1);
    const joined = caught(() => t.join());
    await t.start().join();
    return [[joined, caught(() => t.start())], act.thread("echo", 2)] as const;
  });
  expect(errors.map((error) => error?.code)).toEqual(["RIVULET_THREAD_USE", "RIVULET_THREAD_USE"]);
  expect(() => thread.start()).toThrow("outside a page run");
});
