import { st } from "@rivulet/server/script";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Script, turn } from "./page-session.ts";

// The clock stands still unless a test moves it: what is posted when must not depend on the machine.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("[FM2] the first new element is posted at once, also from synchronous code", async () => {
  const seen: string[][] = [];
  const session = new Script(() => {
    st.text("Loading");
    seen.push(session.texts());
    st.text("more");
    seen.push(session.texts());
  }).open();
  await session.run();
  expect(seen).toEqual([["Loading"], ["Loading"]]);
  expect(session.texts()).toEqual(["Loading", "more"]);
});

test("[FM2] a synchronous run under 16 ms is at most two frames, an identical one is one", async () => {
  const session = new Script(() => {
    for (let i = 0; i < 100; i++) st.text(`line ${i}`);
  }).open();
  await session.run();
  expect(session.frames).toHaveLength(2);
  await session.run();
  expect(session.frames).toHaveLength(3);
  expect(session.frames[2]?.msgs.map((msg) => msg.type)).toEqual(["runStarted", "runFinished"]);
});

test("[FM2] the first st call after 16 ms of computing posts what was written before", async () => {
  const seen: string[][] = [];
  const session = new Script(() => {
    st.text("first");
    st.text("second");
    vi.setSystemTime(Date.now() + 20);
    st.text("third");
    seen.push(session.texts());
  }).open();
  await session.run();
  expect(seen).toEqual([["first", "second"]]);
});

test("[FM2] what comes first after 16 ms without anything to post is posted at once", async () => {
  const seen: string[][] = [];
  const session = new Script(async () => {
    st.text("first");
    await turn();
    vi.setSystemTime(Date.now() + 20);
    st.text("Loading");
    seen.push(session.texts());
    st.text("loaded");
    seen.push(session.texts());
  }).open();
  await session.run();
  expect(seen).toEqual([
    ["first", "Loading"],
    ["first", "Loading"],
  ]);
});

test("[FM2] what was written is posted when the script awaits", async () => {
  const seen: string[][] = [];
  const session = new Script(async () => {
    st.text("first");
    st.text("second");
    await turn();
    await turn();
    seen.push(session.texts());
  }).open();
  await session.run();
  expect(seen).toEqual([["first", "second"]]);
});

test("[FM2] a rerun that repeats itself and then computes shows its first new element at once", async () => {
  const seen: string[][] = [];
  let runs = 0;
  const session = new Script(() => {
    runs++;
    for (let i = 0; i < 10; i++) st.text(`line ${i}`);
    st.text(`run ${runs}`);
    seen.push(session.texts());
  }).open();
  await session.run();
  await session.run();
  expect(seen[1]).toContain("run 2");
});

test("[FM3] frames are numbered by one, and a whole tree resets a browser", async () => {
  const session = new Script(() => {
    st.text(`run ${session.no}`);
    st.container().text("inside");
  }).open();
  await session.run();
  await session.run();
  const texts = session.texts();
  session.tree.apply({ type: "tree", roots: [], config: {}, running: [] });
  session.script.post({ type: "attach", session: session.id });
  expect(session.frames.map((frame) => frame.seq)).toEqual(session.frames.map((_, i) => i + 1));
  expect(session.texts()).toEqual(texts);
  await session.run();
  expect(session.texts()).toEqual(["run 3", "inside"]);
});

test("[FM6] a run that emits too much is told so, and the session goes on", async () => {
  let many = true;
  const session = new Script(
    () => {
      for (let i = 0; i < (many ? 1000 : 3); i++) st.text(`line ${i}`);
    },
    { maxElements: 100 },
  ).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.script.logs.join()).toContain("more than 100 elements");
  many = false;
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts()).toEqual(["line 0", "line 1", "line 2"]);
});

test("[FM6] containers nested without end are refused, and the session goes on", async () => {
  let endless = true;
  const session = new Script(() => {
    st.text("above");
    if (!endless) return;
    let inner = st.container();
    for (;;) inner = inner.container();
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/above.*st\.container cannot stand in more than 200 others/);
  endless = false;
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts()).toEqual(["above"]);
});

test("toasts and the page's configuration travel with the run's frames; a configuration only when it changes", async () => {
  const session = new Script(() => {
    st.setPageConfig({ title: "Hello", layout: "wide" });
    st.toast("Saved", { icon: "✅" });
  }).open();
  await session.run();
  await session.run();
  expect(session.msgs.map((msg) => msg.type)).toEqual([
    "runStarted",
    "pageConfig",
    "toast",
    "runFinished",
    "runStarted",
    "toast",
    "runFinished",
  ]);
});

test("[FM2] a slow run says what it has not reached yet, and only then", async () => {
  let slow = false;
  let go = () => {};
  const gone = new Promise<void>((resolve) => {
    go = resolve;
  });
  const session = new Script(async () => {
    st.text("above");
    if (slow) {
      vi.setSystemTime(Date.now() + 1000);
      await gone;
    }
    st.text("below");
    st.text("lowest");
  }).open();
  await session.run();
  slow = true;
  const no = session.start();
  while (!session.msgs.some((msg) => msg.type === "pending")) await turn();
  go();
  await session.end(no);
  expect(session.msgs.filter((msg) => msg.type === "pending")).toEqual([{ type: "pending", blocks: [[1, 1]] }]);
});
