import {
  addScriptRunCtx,
  getScriptRunCtx,
  st,
  StaleRunContextError,
  ThreadCancelledError,
  type ScriptRunContext,
} from "@rivulet/server/script";
import { expect, test } from "vitest";
import type { PageSession } from "../script/page-session.ts";
import { gate, open, ThreadApp, type ThreadsUnderTest } from "./thread-app.ts";

type Joined = Promise<unknown>;

/** How a thread ended. */
const outcome = (joined: Joined): Promise<{ error: Error & { code?: string } }> =>
  joined.then(
    (value) => ({ error: Object.assign(new Error(`it resolved to ${String(value)}`), { name: "none" }) }),
    (error: Error) => ({ error }),
  );

/** A page that starts a thread which writes once the gate opens, and waits if it is told to. */
async function late(what: "st" | "container" | "state" | "nested", options: { detached?: boolean; waits?: boolean } = {}) {
  const opened = gate();
  const app = await ThreadApp.open();
  const session = app.script.open();
  let joined: Joined | undefined;
  app.page = async ({ act }) => {
    st.sessionState.init({ list: [1] });
    const t = addScriptRunCtx(act.thread("late", opened, what, st.container())).start({ detached: options.detached });
    joined = t.join();
    joined.catch(() => {});
    st.text("first");
    if (options.waits) await new Promise(() => {});
  };
  const no = session.start();
  await expect.poll(() => joined !== undefined).toBe(true);
  if (!options.waits) await session.end(no);
  const next = (body: (threads: ThreadsUnderTest) => unknown = () => st.text("second")): void => {
    app.page = body;
  };
  return {
    app,
    session,
    joined: outcome(joined as unknown as Joined),
    next,
    release: () => open(opened),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}

const untouched = async (session: PageSession): Promise<void> => {
  await session.run();
  expect(session.texts()).toEqual(["second"]);
  expect(session.state.has("late")).toBe(false);
};

test.each(["st", "container", "state", "nested"] as const)(
  "[TH6] a thread that outlives its finished run gets an error and writes nothing: %s",
  async (what) => {
    await using it = await late(what);
    it.next();
    it.release();
    const { error } = await it.joined;
    expect(error).toBeInstanceOf(StaleRunContextError);
    expect(error.message).toContain("after its run had ended (finished)");
    expect(error.stack).toMatch(what === "nested" ? /./ : /act\.thread\.ts:\d+/);
    await untouched(it.session);
  },
);

test.each(["superseded", "stopped"] as const)("[TH7] a thread whose run was %s is ended", async (end) => {
  await using it = await late("container", { waits: true });
  it.next();
  if (end === "stopped") it.session.stop();
  else await it.session.run();
  const { error } = await it.joined;
  expect(error).toBeInstanceOf(ThreadCancelledError);
  expect(error.message).toContain(`its run was ${end}`);
  it.release();
  await untouched(it.session);
});

test.each(["superseded", "stopped", "closed"] as const)(
  "[TH7] a detached thread goes on when its run was %s, and may not write",
  async (end) => {
    await using it = await late("container", { waits: true, detached: true });
    it.next();
    if (end === "stopped") it.session.stop();
    else if (end === "superseded") await it.session.run();
    else it.session.close();
    it.release();
    const { error } = await it.joined;
    expect(error).toBeInstanceOf(StaleRunContextError);
    expect(error.message).toContain(`(${end})`);
    if (end !== "closed") await untouched(it.session);
  },
);

test("[TH7] the end of a session ends its threads, also those of finished runs", async () => {
  await using it = await late("st");
  it.session.close();
  const { error } = await it.joined;
  expect(error).toBeInstanceOf(ThreadCancelledError);
  expect(error.message).toContain("its session is over");
});

test("[TH7] st.rerun ends the threads of the run that it ends; st.stop lets them go on", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  const joined: Joined[] = [];
  let runs = 0;
  const opened = gate();
  app.page = ({ act }) => {
    if (++runs === 2) return;
    joined.push(outcome(act.thread("late", opened, "st").start().join()));
    return st.rerun();
  };
  await session.run();
  expect(((await joined[0]) as { error: Error }).error).toBeInstanceOf(ThreadCancelledError);
  app.page = ({ act }) => {
    joined.push(outcome(act.thread("echo", "went on").start().join()));
    st.stop();
  };
  await session.run();
  expect(((await joined[1]) as { error: Error }).error.message).toBe("it resolved to went on");
});

test("[TH6] a timer, a promise, an emitter's callback and ctx.run that outlive their run throw, each logged once with its line", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  let ctx: ScriptRunContext | undefined;
  let slot: { text(body: string): unknown } | undefined;
  app.page = () => {
    ctx = getScriptRunCtx();
    slot = st.container();
  };
  await session.run();
  app.page = () => st.text("second");
  expect(() => ctx?.run(() => st.text("late"))).toThrow(StaleRunContextError);
  expect(() => slot?.text("late")).toThrow(StaleRunContextError);
  await untouched(session);
});

test("[TH6] a stale write of a thread that nobody joined is logged once a call site", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  const threads: { status: string }[] = [];
  for (let i = 0; i < 3; i++) {
    const opened = gate();
    app.page = ({ act }) => {
      threads.push(addScriptRunCtx(act.thread("late", opened, "st")).start());
    };
    await session.run();
    open(opened);
    await expect.poll(() => threads[i]?.status).toBe("failed");
  }
  const logged = app.script.logs.filter((text) => text.includes("StaleRunContextError"));
  expect(logged).toHaveLength(1);
  expect(logged[0]).toMatch(/act\.thread\.ts:\d+/);
});

test("[TH7] an error of a thread that nobody joins is logged and shown in dev: in its run, or over the page", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  app.page = async ({ act }) => {
    const t = act.thread("fail", "unseen").start();
    while (t.status === "running") await new Promise((resolve) => setTimeout(resolve, 1));
    st.text("end");
  };
  await session.run();
  expect(session.texts()).toEqual(["end", "unseen"]);
  expect(app.script.logs.filter((text) => text.includes("RangeError: unseen"))).toHaveLength(1);
  app.page = ({ act }) => void act.thread("fail", "after the run").start();
  await session.run();
  await expect
    .poll(() => app.script.events.some((event) => event.type === "problem" && event.error?.message === "after the run"))
    .toBe(true);
  app.page = () => {};
  await session.run();
  expect(app.script.events.findLast((event) => event.type === "problem")).toMatchObject({ error: null });
});

test("[TH7] in production it is logged only", async () => {
  await using app = await ThreadApp.open(() => {}, { production: true });
  const session = app.script.open();
  app.page = ({ act }) => void act.thread("fail", "secret").start();
  await session.run();
  await expect.poll(() => app.script.logs.filter((text) => text.includes("secret")).length).toBe(1);
  expect(JSON.stringify(session.msgs)).not.toContain("secret");
  expect(app.script.events.some((event) => event.type === "problem")).toBe(false);
});

test("st.signal of a thread aborts when its run has finished", async () => {
  await using app = await ThreadApp.open();
  let joined: Joined | undefined;
  app.page = ({ act }) => {
    const begun = gate();
    joined = addScriptRunCtx(act.thread("signal", begun)).start().join();
    Atomics.wait(begun, 0, 0, 5000);
  };
  await app.script.open().run();
  expect(await joined).toBe("finished");
});

test("[TH6] a thread that writes as fast as it can: each write arrives, or its call throws", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  let stale = 0;
  for (let i = 0; i < 30; i++) {
    const counter = gate();
    let joined: Promise<{ error: Error }> | undefined;
    app.page = ({ act }) => {
      const t = addScriptRunCtx(act.thread("flood", counter, st.container(), `run ${i}`)).start();
      joined = outcome(t.join());
      Atomics.wait(counter, 0, 0, 5000);
    };
    await session.run();
    const texts = session.texts();
    if (((await joined) as { error: Error }).error instanceof StaleRunContextError) stale++;
    const written = Atomics.load(counter, 0);
    // The last write may have been made and not yet counted when the run ended.
    expect(texts.length - written).toBe(0);
    expect(texts).toEqual(Array.from({ length: texts.length }, (_, n) => `run ${i} ${n}`));
  }
  expect(stale).toBe(30);
});

test("[TH4] 3000 runs whose threads tell through shared memory only that they have written: nothing is lost, order is kept", async () => {
  await using app = await ThreadApp.open();
  const session = app.script.open();
  let lost = 0;
  const RUNS = 3000;
  for (let i = 0; i < RUNS; i++) {
    const opened = gate();
    let joined: Joined | undefined;
    app.page = ({ act }) => {
      joined = addScriptRunCtx(act.thread("drain", opened, st.container(), i * 3, 3))
        .start()
        .join();
      // No await: the event loop has no turn between the thread's writes and the run's end.
      Atomics.wait(opened, 0, 0, 5000);
    };
    await session.run();
    Atomics.store(opened, 1, 1);
    Atomics.notify(opened, 1);
    await joined;
    if (session.texts().join() !== [i * 3, i * 3 + 1, i * 3 + 2].join()) lost++;
  }
  expect(lost).toBe(0);
});
