import {
  addScriptRunCtx,
  getScriptRunCtx,
  NoSessionContextError,
  st,
  ThreadPool,
  type Container,
  type RivuletError,
} from "@rivulet/server/script";
import { afterAll, expect, test } from "vitest";
import type { PageSession } from "../script/page-session.ts";
import { ThreadApp, type ThreadsUnderTest } from "./thread-app.ts";

const app = await ThreadApp.open();
afterAll(() => app[Symbol.asyncDispose]());

type Page<T> = (threads: ThreadsUnderTest) => T;

/** Runs a page once in a session of its own, and gives what it returned and the session. */
async function run<T>(page: Page<T>, session: PageSession = app.script.open()): Promise<{ value: Awaited<T>; session: PageSession }> {
  let result: { readonly value: Awaited<T> } | undefined;
  app.page = async (threads) => {
    result = { value: await page(threads) };
  };
  await session.run();
  if (result === undefined) throw new Error(`the page failed: ${session.texts().join("\n")}`);
  return { value: result.value, session };
}

const rejection = (work: Promise<unknown>): Promise<RivuletError> =>
  work.then(
    (value) => {
      throw new Error(`it resolved to ${JSON.stringify(value)}`);
    },
    (error: RivuletError) => error,
  );

/** A thread with the page's context, joined. */
const attached = ({ act }: ThreadsUnderTest, ...args: unknown[]): Promise<unknown> =>
  addScriptRunCtx(act.thread(...args))
    .start()
    .join();

test("[TH4] a thread with a context writes to the page and to the containers it was given", async () => {
  const { session } = await run(async (threads) => {
    const slot = st.container();
    st.text("page");
    await attached(threads, "write", slot, "a", "b");
    await attached(threads, "say", "c");
    st.text("end");
  });
  expect(session.texts()).toEqual(["a", "b", "page", "c", "end"]);
});

test("[TH4] containers cross anywhere in the arguments, and come back as what they were", async () => {
  const { value, session } = await run(async (threads) => {
    const slot = st.container();
    const [back] = (await attached(threads, "echo", [{ slot }])) as { slot: Container }[];
    const made = (await attached(threads, "blocks")) as Container;
    made.text("from the page");
    const again = new Map([["x", new Set([slot])]]);
    const map = (await attached(threads, "echo", again)) as typeof again;
    return [back?.slot === slot, [...(map.get("x") ?? [])][0] === slot];
  });
  expect(value).toEqual([true, true]);
  expect(session.texts()).toEqual(["left", "right", "box", "from the page", "main", "replaced", "side"]);
});

test("[TH4] placeholders and handles of elements can be given to a thread", async () => {
  const { session } = await run(async (threads) => {
    const [slot, cleared] = [st.empty(), st.empty()];
    const bar = st.progress(0.5);
    cleared.text("gone");
    await attached(threads, "placeholder", slot);
    await attached(threads, "clear", cleared);
    await attached(threads, "progress", bar);
  });
  expect(session.texts()).toEqual(["second", "done"]);
});

test("[TH4] a toast of a thread arrives; ctx.run serves a foreign callback; a pool gives its context on", async () => {
  const { session } = await run(async (threads) => {
    await attached(threads, "toast", "hello");
    await attached(threads, "foreign", ["x", "y"]);
    const pool = new ThreadPool({ size: 1, ctx: getScriptRunCtx() });
    await pool.submit(threads.act, "say", "pooled").join();
    const ctx = getScriptRunCtx();
    st.sidebar.with(() => ctx?.run(() => st.text("in main")));
  });
  expect(session.texts()).toEqual(["x,y", "pooled", "in main"]);
  expect(session.msgs.filter((msg) => msg.type === "toast")).toMatchObject([{ toast: { body: "hello" } }]);
});

test("[TH4] what a thread wrote is in the base of the next run's difference", async () => {
  const page = async (threads: ThreadsUnderTest) => {
    await attached(threads, "write", st.container(), "a", "b");
    st.text("end");
  };
  const { session } = await run(page);
  const frames = session.frames.length;
  await run(page, session);
  expect(
    session.frames
      .slice(frames)
      .flatMap((frame) => frame.msgs)
      .map((msg) => msg.type),
  ).not.toContain("delta");
  expect(session.texts()).toEqual(["a", "b", "end"]);
});

test("[TH5] without a context each call says so, names the thread and the fix", async () => {
  const { value: errors, session } = await run(async ({ act }) => {
    const slot = st.container();
    return Promise.all([rejection(act("say", "x")), rejection(act("write", slot, "x")), rejection(act("read")), rejection(act("signal"))]);
  });
  for (const error of errors) {
    expect(error).toBeInstanceOf(NoSessionContextError);
    expect(error).toMatchObject({ name: "NoSessionContextError", code: "RIVULET_NO_SESSION_CONTEXT" });
    expect(error.message).toContain("in the thread test/threads/fixtures/app/act.thread.ts");
    expect(error.message).toContain("addScriptRunCtx(t, getScriptRunCtx())");
    expect(error.stack).toMatch(/act\.thread\.ts:\d+/);
  }
  expect(errors.map((error) => error.details.call)).toEqual(["st.text", "st.text", "st.sessionState", "st.signal"]);
  expect(session.texts()).toEqual([]);
});

test("[TH9] getScriptRunCtx is the run's context, in a thread the one that it was given, else undefined", async () => {
  expect(getScriptRunCtx()).toBeUndefined();
  const { value } = await run(async (threads) => {
    const ctx = getScriptRunCtx();
    return [ctx !== undefined && ctx === getScriptRunCtx(), await threads.act("context"), await attached(threads, "context")];
  });
  expect(value).toEqual([true, { has: false, same: true }, { has: true, same: true }]);
});

test("[TH9] addScriptRunCtx returns the thread; without a context, or on a started thread, it throws", async () => {
  const { value } = await run(async ({ act }) => {
    const t = act.thread("echo", 1);
    const same = addScriptRunCtx(t, getScriptRunCtx()) === t;
    await t.start().join();
    const started = await rejection(Promise.resolve().then(() => addScriptRunCtx(t)));
    return { same, started, loose: act.thread("echo", 2), inThread: await act("attachNothing") };
  });
  expect(value).toMatchObject({ same: true, started: { code: "RIVULET_THREAD_USE" }, inThread: { code: "RIVULET_NO_SESSION_CONTEXT" } });
  expect(() => addScriptRunCtx(value.loose)).toThrow(NoSessionContextError);
});

test("[TH9] widgets, the run's course and threads in a thread throw with advice, and leave nothing", async () => {
  const { value, session } = await run((threads) => attached(threads, "refused"));
  const refused = value as Record<string, RivuletError>;
  expect(Object.keys(refused)).toHaveLength(7);
  for (const [what, error] of Object.entries(refused))
    expect([what, error.code, error.message]).toEqual([
      what,
      "RIVULET_IN_THREAD",
      expect.stringMatching(/cannot be called in the thread .*\. \S/),
    ]);
  expect(refused.slider?.message).toMatch(/^st\.slider .*pass its value as an argument/);
  expect(session.texts()).toEqual([]);
});

test("[TH9] a thread that carries a context reads st.context and the query, and writes neither", async () => {
  const { value } = await run(async (threads) => {
    st.queryParams.a = "1";
    const here = [st.context.requestId, st.context.url, st.context.headers.toObject()];
    return [here, await attached(threads, "about"), await attached(threads, "setQuery").catch((error: unknown) => error)];
  });
  const [here, there, refused] = value as [unknown[], unknown[], unknown];
  expect(there).toEqual([...here, { a: "1" }]);
  expect(refused).toMatchObject({ code: "RIVULET_IN_THREAD", message: expect.stringContaining("st.queryParams.set") });
});

test("[TH9] session state in a thread is that of its start and its own writes, which reach the script in order", async () => {
  const { value, session } = await run(async (threads) => {
    const state = st.sessionState.init({ count: 1, list: [1], gone: "x" } as Record<string, unknown>);
    const t = addScriptRunCtx(threads.act.thread("read"));
    state.count = 2;
    t.start();
    state.count = 3;
    const seen = await t.join();
    await attached(threads, "set", { count: 4, fresh: { a: new Date(1) } });
    await attached(threads, "push", "list", 2);
    await attached(threads, "set", { gone: undefined });
    const bad = await attached(threads, "setBad");
    return [seen, { ...state }, bad];
  });
  expect(value[0]).toEqual({ count: 2, list: [1], gone: "x" });
  expect(value[1]).toEqual({ count: 4, list: [1, 2], fresh: { a: new Date(1) } });
  expect(value[2]).toMatchObject({ code: "RIVULET_STATE_VALUE", message: expect.stringContaining("bad is the function") });
  expect(session.committed("list")).toEqual([1, 2]);
});

test("[TH9] a thread that read an object does not undo what the page made of it meanwhile", async () => {
  const { value } = await run(async (threads) => {
    const state = st.sessionState.init({ list: [1], other: 0 });
    const t = addScriptRunCtx(threads.act.thread("read")).start();
    state.list.push(2);
    await t.join();
    // Its own write counts, though the value is the one that it started with.
    const same = addScriptRunCtx(threads.act.thread("set", { other: 0 })).start();
    state.other = 5;
    await same.join();
    return { ...state };
  });
  expect(value).toEqual({ list: [1, 2], other: 0 });
});

test("[TH9] a thread reads widgets by their key, and what cannot be copied says so", async () => {
  const cities = [{ name: "Rome", near: () => false }];
  const { value } = await run(async (threads) => {
    st.slider("Age", { min: 0, max: 9, value: 4, key: "age" });
    const plain = await attached(threads, "read");
    st.selectbox("City", cities, { format: (c) => c.name, key: "city" });
    return [plain, await rejection(attached(threads, "read"))] as const;
  });
  expect(value[0]).toEqual({ age: 4 });
  expect(value[1]).toMatchObject({ code: "RIVULET_IN_THREAD", message: expect.stringContaining("st.sessionState.city") });
});

test("[TH4] a write that the run refuses fails the thread: equal keys, too many elements", async () => {
  const { value } = await run(async (threads) => {
    st.container({ key: "mine" });
    return rejection(attached(threads, "keyed", "mine"));
  });
  expect(value).toMatchObject({ code: "RIVULET_DUPLICATE_KEY" });
  await using small = await ThreadApp.open(() => {}, { maxElements: 3 });
  let error: unknown;
  small.page = async (threads) => {
    error = await rejection(attached(threads, "say", "1", "2", "3", "4"));
  };
  await small.script.open().run();
  expect(error).toMatchObject({ code: "RIVULET_TOO_MANY_ELEMENTS" });
});

test("[TH4] a container of another run, or of an ended one, cannot be given to a thread", async () => {
  let foreign: Container | undefined;
  const other = app.script.open();
  let release = (): void => {};
  app.page = () => {
    foreign = st.container();
    return new Promise<void>((resolve) => (release = resolve));
  };
  const no = other.start();
  await expect.poll(() => foreign).toBeDefined();
  const attempt = (threads: ThreadsUnderTest) => rejection(Promise.resolve().then(() => attached(threads, "write", foreign, "x")));
  expect((await run(attempt)).value).toMatchObject({ code: "RIVULET_THREAD_VALUE", message: expect.stringContaining("of another run") });
  release();
  await other.end(no);
  expect((await run(attempt)).value).toMatchObject({ message: expect.stringContaining("a run that is over") });
  expect((await run((threads) => rejection(Promise.resolve().then(() => threads.act("write", st))))).value).toMatchObject({
    message: expect.stringContaining("st itself"),
  });
});
