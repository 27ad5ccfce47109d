import { st } from "@rivulet/server/script";
import { raiseLatest } from "@rivulet/server/testing";
import { expect, test } from "vitest";
import { Script, turn, type PageSession } from "./page-session.ts";

/** A promise and the way to settle it. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, passed };
}

test("[SR5] a newer request supersedes a run that waits for ever, and starts at once", async () => {
  const reasons: unknown[] = [];
  let runs = 0;
  const session = new Script(async () => {
    st.text(`run ${++runs}`);
    if (runs > 1) return;
    const { signal } = st;
    signal.addEventListener("abort", () => reasons.push(signal.reason));
    await new Promise(() => {});
  }).open();
  const first = session.start();
  await turn();
  const second = await session.run();
  expect(second.outcome).toBe("finished");
  expect((await session.end(first)).outcome).toBe("superseded");
  expect(reasons).toEqual(["superseded"]);
  expect(session.texts()).toEqual(["run 2"]);
});

test("[SR5] a newer request ends a run that computes at its next st call", async () => {
  let written = 0;
  const session = new Script(() => {
    if (session.no === 1) {
      // What the host does from another thread while this run computes.
      session.interrupt[0] = 2;
      for (;;) {
        st.text("again");
        written++;
      }
    }
    st.text("second");
  }).open();
  const first = await session.run();
  expect(first.outcome).toBe("superseded");
  expect(written).toBe(0);
  session.no = 1;
  await session.run();
  expect(session.texts()).toEqual(["second"]);
});

test("[SR5] try and catch cannot swallow stop and rerun", async () => {
  let runs = 0;
  const session = new Script(() => {
    runs++;
    st.text(`run ${runs}`);
    try {
      if (runs === 1) st.rerun();
      else st.stop();
    } catch {
      // A careless catch-all.
    }
    st.text("never");
  }).open();
  const ended = await session.run();
  expect(runs).toBe(2);
  expect(ended.outcome).toBe("finished");
  expect(session.texts()).toEqual(["run 2"]);
});

test("[SR5] isControlFlow tells what stop throws from an error", async () => {
  const seen: boolean[] = [];
  const session = new Script(() => {
    try {
      st.stop();
    } catch (error) {
      seen.push(st.isControlFlow(error), st.isControlFlow(new Error("no")));
      throw error;
    }
  }).open();
  await session.run();
  expect(seen).toEqual([true, false]);
});

test("[SR6] callbacks of changed widgets run before the body, once a change, in order of arrival", async () => {
  const calls: string[] = [];
  const session = new Script(() => {
    calls.push("body");
    st.checkbox("a", { onChange: (value) => calls.push(`a ${value}`) });
    st.checkbox("b", { onChange: (value) => calls.push(`b ${value}`) });
    st.button("c", { onClick: () => calls.push("c") });
  }).open();
  await session.run();
  calls.length = 0;
  await session.run({ c: true, b: true, a: true });
  expect(calls).toEqual(["c", "b true", "a true", "body"]);
  calls.length = 0;
  await session.run({ a: true });
  expect(calls).toEqual(["body"]);
});

test("[SR6] an async callback is awaited before the body", async () => {
  const calls: string[] = [];
  const session = new Script(() => {
    calls.push("body");
    st.button("go", {
      onClick: async () => {
        await turn();
        calls.push("callback");
      },
    });
  }).open();
  await session.run();
  await session.run({ go: true });
  expect(calls).toEqual(["body", "callback", "body"]);
});

test("[SR6] a run ends when its body and every promise that a with body returned have settled", async () => {
  const { open, passed } = gate();
  const session = new Script(() => {
    const box = st.container();
    void box.with(async () => {
      await passed;
      st.text("late");
    });
    st.text("body over");
  }).open();
  const no = session.start();
  await turn();
  await turn();
  expect(session.ended).toEqual([]);
  expect(session.texts()).toContain("body over");
  open();
  await session.end(no);
  expect(session.texts()).toEqual(["late", "body over"]);
});

test("[SR6] the failure of a with body that nobody awaits is shown; of one that is caught it is not", async () => {
  const fail = async () => {
    await turn();
    throw new Error("inside");
  };
  const lost = new Script(() => void st.container().with(fail)).open();
  expect((await lost.run()).outcome).toBe("error");
  expect(lost.texts()).toEqual(["inside"]);
  const caught = new Script(async () => {
    await st
      .container()
      .with(fail)
      .catch(() => st.text("caught"));
  }).open();
  expect((await caught.run()).outcome).toBe("finished");
  expect(caught.texts()).toEqual(["caught"]);
});

test("[SR6] a with body that fails before the page awaits it is the page's to catch", async () => {
  const session = new Script(async () => {
    const work = st.container().with(async () => {
      throw new Error("inside");
    });
    await turn();
    try {
      await work;
    } catch {
      st.text("caught");
    }
  }).open();
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts()).toEqual(["caught"]);
});

test("[SR5] rerun and stop from a timer end a run whose body waits for ever", async () => {
  let runs = 0;
  const session = new Script(async () => {
    const run = ++runs;
    st.text(`run ${run}`);
    setImmediate(() => {
      try {
        if (run === 1) st.rerun();
        else st.stop();
      } catch {
        // It would end in the worker's handler of uncaught exceptions.
      }
    });
    await new Promise(() => {});
  }).open();
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts()).toEqual(["run 2"]);
});

test("[SR6] the signal aborts with reason finished when the run is over", async () => {
  let signal: AbortSignal | undefined;
  const session = new Script(() => {
    signal = st.signal;
    expect(signal.aborted).toBe(false);
  }).open();
  await session.run();
  expect(signal?.reason).toBe("finished");
});

test("[SR7] finished: state committed, the rest pruned, values dropped, triggers consumed", async () => {
  let shown = true;
  const pressed: boolean[] = [];
  const session = new Script(() => {
    st.sessionState.runs = ((st.sessionState.runs as number) ?? 0) + 1;
    if (shown) pressed.push(st.button("go"));
    if (shown) st.checkbox("box");
    st.text(`runs ${String(st.sessionState.runs)}`);
  }).open();
  await session.run();
  await session.run({ go: true, box: true });
  expect(pressed).toEqual([false, true]);
  expect([...session.values.values()]).toEqual([true]);
  shown = false;
  await session.run();
  expect(session.texts()).toEqual(["runs 3"]);
  expect(session.values.size).toBe(0);
  expect(session.state.has("runs")).toBe(true);
  shown = true;
  await session.run();
  expect(pressed).toEqual([false, true, false]);
  expect(session.find("box").props).toMatchObject({ value: false });
});

test("[SR7] stop: state committed, the rest pruned, values of widgets not reached kept", async () => {
  let stop = false;
  const session = new Script(() => {
    st.text("above");
    st.sessionState.seen = stop;
    if (stop) st.stop();
    st.checkbox("box");
    st.text("below");
  }).open();
  await session.run();
  await session.run({ box: true });
  stop = true;
  expect((await session.run()).outcome).toBe("finished");
  expect(session.texts()).toEqual(["above"]);
  expect(session.values.size).toBe(1);
  stop = false;
  await session.run();
  expect(session.find("box").props).toMatchObject({ value: true });
});

test("[SR7] error: what was not reached is kept below the error, with its values", async () => {
  let fail = false;
  const session = new Script(() => {
    st.text("above");
    if (fail) throw new TypeError("broken");
    st.checkbox("box");
  }).open();
  await session.run();
  await session.run({ box: true });
  fail = true;
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts()).toEqual(["above", "broken", "box"]);
  fail = false;
  await session.run();
  expect(session.texts()).toEqual(["above", "box"]);
  expect(session.find("box").props).toMatchObject({ value: true });
});

test("[SR7] error: a click whose callback was not reached is consumed, and not called for later", async () => {
  const called: string[] = [];
  let failing = true;
  const session = new Script(() => {
    st.button("one", {
      onClick: () => {
        if (failing) throw new Error("one fails");
      },
    });
    st.button("two", { onClick: () => called.push(`two in ${session.no}`) });
  }).open();
  await session.run();
  expect((await session.run({ one: true, two: true })).outcome).toBe("error");
  failing = false;
  expect((await session.run()).outcome).toBe("finished");
  expect(called).toEqual([]);
});

test("[SR7] superseded: a click whose button was not reached is carried into the next run, one that was is not", async () => {
  const { open, passed } = gate();
  const pressed: string[] = [];
  const session = new Script(async () => {
    if (st.button("early")) pressed.push(`early in ${session.no}`);
    if (session.no === 2) await passed;
    if (st.button("late")) pressed.push(`late in ${session.no}`);
  }).open();
  await session.run();
  session.start({ early: true, late: true });
  await turn();
  await session.run();
  open();
  await turn();
  expect(pressed).toEqual(["early in 2", "late in 3"]);
});

test("[SR8] superseded: the request of a carried click is answered by the run that takes it, and what is left of it is that click", async () => {
  const { open, passed } = gate();
  const session = new Script(async () => {
    st.button("early");
    if (session.no > 1) await passed;
    st.button("late");
  }).open();
  await session.run();
  const late = session.find("late").widget;
  session.start({ early: true, late: true });
  await turn();
  const last = session.start();
  expect(session.ended.at(-1)).toMatchObject({ outcome: "superseded", open: [2, last], left: [[2, [late]]] });
  open();
  expect(await session.end(2)).toMatchObject({ no: last, outcome: "finished", taken: 3, open: undefined });
});

test("[SR7] superseded: a click whose callback has started is consumed", async () => {
  const calls: string[] = [];
  const { open, passed } = gate();
  const session = new Script(() => {
    const pressed = st.button("go", {
      onClick: async () => {
        calls.push("callback");
        await passed;
      },
    });
    if (pressed) calls.push("pressed");
  }).open();
  await session.run();
  session.start({ go: true });
  await turn();
  await session.run();
  open();
  await turn();
  expect(calls).toEqual(["callback"]);
});

test("[SR7] superseded: values and state up to the revocation count", async () => {
  const session = new Script(async () => {
    const state = st.sessionState.init({ list: [] as string[] });
    if (session.no === 2) {
      state.list.push("before");
      await turn();
      await turn();
      await turn();
      state.list.push("after");
    }
    st.text(JSON.stringify(state.list));
    st.text(`box ${st.checkbox("box")}`);
  }).open();
  await session.run();
  session.start({ box: true });
  await turn();
  await session.run();
  for (let i = 0; i < 4; i++) await turn();
  await session.run();
  expect(session.texts()).toEqual(['["before"]', "box", "box true"]);
});

test("[SR7] Stop ends a run that waits for ever; elements and values are kept, the session goes on", async () => {
  let wait = false;
  const session = new Script(async () => {
    st.text("above");
    if (wait) await new Promise(() => {});
    st.checkbox("box");
  }).open();
  await session.run();
  wait = true;
  const no = session.start({ box: true });
  await turn();
  session.stop();
  expect((await session.end(no)).outcome).toBe("stopped");
  expect(session.texts()).toEqual(["above", "box"]);
  expect(session.find("box").props).toMatchObject({ value: true });
  wait = false;
  await session.run();
  expect(session.find("box").props).toMatchObject({ value: true });
});

test("[SR7] rerun: the click that asked for it is consumed, state is committed, the page runs again", async () => {
  const session = new Script(() => {
    const state = st.sessionState.init({ count: 0 });
    if (st.button("more")) {
      state.count += 1;
      st.rerun();
    }
    st.text(`count ${state.count}`);
  }).open();
  await session.run();
  await session.run({ more: true });
  expect(session.texts()).toEqual(["more", "count 1"]);
});

test("[SR5] a page that always asks for a rerun leaves the thread to others, and can be stopped", async () => {
  const script = new Script(() => {
    if (st.sessionState.endless === true || forever) st.rerun();
    st.text("neighbour");
  });
  let forever = false;
  const neighbour = script.open();
  const endless = script.open();
  forever = true;
  const no = endless.start();
  await turn();
  forever = false;
  await neighbour.run();
  expect(neighbour.texts()).toEqual(["neighbour"]);
  forever = true;
  endless.stop();
  await turn();
  forever = false;
  expect(["stopped", "finished"]).toContain((await endless.end(no)).outcome);
});

test("[SR5] 100 rapid changes: the last value wins and no pressed button is lost", async () => {
  let presses = 0;
  const session = new Script(async () => {
    await turn();
    const value = st.checkbox("box");
    if (st.button("press")) presses++;
    st.text(`value ${value}`);
  }).open();
  await session.run();
  for (let i = 1; i <= 100; i++) {
    session.start(i % 10 === 0 ? { box: i % 2 === 1, press: true } : { box: i % 2 === 1 });
    if (i % 10 === 5) await session.end(session.no);
  }
  const ended = await session.end(session.no);
  expect(ended).toMatchObject({ outcome: "finished", taken: 101 });
  expect(session.find("box").props).toMatchObject({ value: false });
  expect(session.texts()).toContain("value false");
  expect(presses).toBe(10);
});

test("[SR7] stop in a callback leaves the page as it is", async () => {
  const session = new Script(() => {
    st.text("page");
    st.button("halt", { onClick: () => st.stop() });
    st.text(`run ${session.no}`);
  }).open();
  await session.run();
  expect((await session.run({ halt: true })).outcome).toBe("stopped");
  expect(session.texts()).toEqual(["page", "halt", "run 1"]);
  await session.run();
  expect(session.texts()).toEqual(["page", "halt", "run 3"]);
});

test("[SR7] rerun: what was done up to it is committed at once, not at the end of the chain", async () => {
  let runs = 0;
  const session = new Script(async () => {
    st.sessionState.runs = ++runs;
    if (runs === 1) st.rerun();
    await new Promise(() => {});
  }).open();
  session.start();
  while (runs < 2) await turn();
  expect(session.script.events.filter(({ type }) => type === "commit")).toMatchObject([
    { commit: { state: [["runs", expect.anything()]] } },
  ]);
});

test("[SR11] state that cannot be kept is logged also when its run ended otherwise", async () => {
  const session = new Script(() => {
    const state = st.sessionState.init({ box: {} as Record<string, unknown> });
    if (session.no === 1) return;
    state.box.call = () => 1;
    throw new Error("the page's own");
  }).open();
  await session.run();
  expect((await session.run()).outcome).toBe("error");
  expect(session.script.logs.join("\n")).toContain("box.call is the function");
});

test("functions taken from st write to the running page", async () => {
  const { text } = st as unknown as { text: (body: string) => void };
  const session = new Script(() => text("taken")).open();
  await session.run();
  expect(session.texts()).toEqual(["taken"]);
});

test("[SR7] a click that a run has seen takes effect up to its next await, whatever is requested meanwhile", async () => {
  const seen: string[] = [];
  const session = new Script(async () => {
    const state = st.sessionState.init({ clicks: 0, calls: 0 });
    st.button("Called", { onClick: () => act("callback") && state.calls++ });
    if (st.button("Seen") && act("page")) state.clicks++;
    await turn();
    seen.push(`${state.clicks} ${state.calls}`);
    function act(where: string): boolean {
      // What the host does from another thread: a newer request is on its way.
      raiseLatest(session.interrupt, session.no + 1);
      seen.push(where);
      return true;
    }
  }).open();
  await session.run();
  for (const label of ["Seen", "Called"]) {
    expect((await session.run({ [label]: true })).outcome).toBe("superseded");
    await session.run();
  }
  expect(seen).toEqual(["0 0", "page", "1 0", "callback", "1 1"]);
});

/** A page whose next run is cut short before its button, as by a request that the host has posted meanwhile. */
function cutShort(): { readonly session: PageSession; readonly cut: () => void; readonly count: () => number } {
  let cutting = false;
  let pressed = 0;
  const session = new Script(() => {
    if (cutting) session.interrupt[0] = session.no + 1;
    cutting = false;
    st.fragment(() => void st.text("beside"))();
    if (st.button("Add")) pressed++;
  }).open();
  return { session, cut: () => void (cutting = true), count: () => pressed };
}

test("[SR8] a press that its run has not come to is open until the request that has cut it short is answered", async () => {
  const { session, cut, count } = cutShort();
  await session.run();
  cut();
  const no = session.start({ Add: true });
  await turn();
  const { widget } = session.find("Add");
  expect(session.ended.at(-1)).toMatchObject({ outcome: "superseded", taken: no, but: [[no, no]], open: [no], left: [[no, [widget]]] });
  expect(count()).toBe(0);
  expect(await session.run()).toMatchObject({ no: no + 1, outcome: "finished", open: undefined });
  expect(count()).toBe(1);
});

test("[SR9] Stop answers a press for which nothing runs at the moment", async () => {
  const { session, cut, count } = cutShort();
  await session.run();
  cut();
  const no = session.start({ Add: true });
  await turn();
  session.no++;
  session.stop();
  expect(await session.end(no)).toMatchObject({ outcome: "stopped", open: undefined });
  await session.run();
  expect(count()).toBe(0);
});

test("[SR5] a request that asks for nothing goes on with what it has cut short", async () => {
  const { session, cut, count } = cutShort();
  await session.run();
  cut();
  session.start({ Add: true });
  await turn();
  expect(count()).toBe(0);
  expect(await session.end(session.tick("gone"))).toMatchObject({ outcome: "finished", open: undefined });
  expect(count()).toBe(1);
});
