import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { Script, turn } from "./page-session.ts";

test("[SR11] nested mutation counts; what was only read and is the same is not posted", async () => {
  const session = new Script(() => {
    const state = st.sessionState.init({ cart: { items: [] as { name: string }[] }, other: { a: 1 } });
    if (st.button("add")) state.cart.items.push({ name: "tea" });
    st.text(`${state.cart.items.length} ${state.other.a}`);
  }).open();
  await session.run();
  const ended = await session.run({ add: true });
  expect(ended.commit?.state?.map(([key]) => key)).toEqual(["cart"]);
  expect(session.committed("cart")).toEqual({ items: [{ name: "tea" }] });
  expect((await session.run()).commit).toBeUndefined();
});

test.each([
  ["a function", () => ({ deep: [{ call: () => 1 }] }), "bad.deep[0].call"],
  ["a class instance", () => ({ user: new (class User {})() }), "an instance of User"],
  ["a symbol", () => Symbol("s"), "bad"],
  ["a promise", () => [Promise.resolve()], "an instance of Promise"],
])("[SR11] %s is refused at assignment, naming its path", async (_, make, path) => {
  const session = new Script(() => {
    st.sessionState.good = 1;
    st.sessionState.bad = make();
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts()[0]).toContain(path);
  expect(session.state.has("good")).toBe(true);
  expect(session.state.has("bad")).toBe(false);
});

test("[SR11] a proxy and what is too deep to be copied are refused where they are assigned", async () => {
  let deep: unknown = 1;
  for (let i = 0; i < 20_000; i++) deep = { deep };
  const session = new Script(() => {
    for (const value of [{ draft: new Proxy({}, {}) }, deep]) {
      try {
        st.sessionState.value = value;
      } catch (error) {
        st.text((error as Error).message);
      }
    }
  }).open();
  await session.run();
  const [draft, nested] = session.texts();
  expect(draft).toContain("value.draft is a Proxy");
  expect(nested).toContain("nested more than 500 levels deep");
});

test("[SR11] a function put into a kept object is refused at the end of the run", async () => {
  const session = new Script(() => {
    const state = st.sessionState.init({ box: {} as Record<string, unknown> });
    if (st.button("break")) state.box.call = () => 1;
    st.text(Object.keys(state.box).join());
  }).open();
  await session.run();
  expect((await session.run({ break: true })).outcome).toBe("error");
  expect(session.texts().join()).toContain("box.call is the function");
  expect((await session.run()).outcome).toBe("finished");
});

test("[SR11] plain data of every kind survives", async () => {
  const value = {
    a: [1, null, "x", 2n, undefined],
    d: new Date(0),
    m: new Map([["k", new Set([1])]]),
    b: new Uint8Array([1, 2]),
    r: /x/g,
    n: Number.NaN,
  };
  const session = new Script(() => {
    st.sessionState.v = value;
  }).open();
  expect((await session.run()).outcome).toBe("finished");
  expect(session.committed("v")).toEqual(value);
});

test("[SR11] keys can be listed, tested and deleted", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    const { sessionState } = st;
    if (session.no === 1) Object.assign(sessionState, { a: 1, b: 2 });
    if (session.no === 2) delete sessionState.a;
    seen.push(Object.keys(sessionState), "a" in sessionState, { ...sessionState });
  }).open();
  await session.run();
  await session.run();
  expect(seen).toEqual([["a", "b"], true, { a: 1, b: 2 }, ["b"], false, { b: 2 }]);
  expect([...session.state.keys()]).toEqual(["b"]);
});

test("[S2] a keyed widget's value is read by its key, set before it is shown, and refused after", async () => {
  const session = new Script(() => {
    const { sessionState } = st;
    if (session.no === 2) sessionState.box = true;
    st.text(`value ${st.checkbox("box", { key: "box" })} ${String(sessionState.box)}`);
    if (session.no === 3) sessionState.box = false;
  }).open();
  await session.run();
  expect(session.texts()).toContain("value false false");
  await session.run();
  expect(session.texts()).toContain("value true true");
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toContain("cannot be set after the widget");
});

test("[S2] a callback may set a widget's value", async () => {
  const session = new Script(() => {
    st.checkbox("box", { key: "box" });
    st.button("on", { onClick: () => (st.sessionState.box = true) });
  }).open();
  await session.run();
  await session.run({ on: true });
  expect(session.find("box").props).toMatchObject({ value: true });
  expect([...session.values.values()]).toEqual([true]);
});

test("[S2] session state cannot give a widget a value that it would not take", async () => {
  const session = new Script(() => {
    st.sessionState.box = "yes";
    st.checkbox("box", { key: "box" });
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toContain("needs true or false");
  // It stands there as the page meant it: a browser must never get one without props.
  expect(session.find("box").props).toMatchObject({ label: "box", value: false });
});

test("the same key twice in one run is an error that names both", async () => {
  const session = new Script(() => {
    st.checkbox("one", { key: "k" });
    st.checkbox("two", { key: "k" });
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/Two elements of one run use the key "k"/);
});

test("[BM1] values for absent, disabled and malformed widgets are refused and change nothing", async () => {
  const session = new Script(() => {
    st.text(`a ${st.checkbox("a")} b ${st.checkbox("b", { disabled: true })}`);
  }).open();
  await session.run();
  const id = (label: string) => session.find(label).widget as string;
  for (const pair of [
    ["nobody", true],
    [id("b"), true],
    [id("a"), "yes"],
    [id("a"), null],
    [id("a"), { toString: 1 }],
  ] as const) {
    const ended = await session.end(session.startRaw([pair]));
    expect(ended).toMatchObject({ outcome: "finished", taken: session.no });
  }
  expect(session.texts()).toContain("a false b false");
  expect(session.script.logs.filter((text) => text.includes("refused"))).toHaveLength(5);
});

test("[BM1] an initial value that changes is followed until the user has chosen", async () => {
  let initial = false;
  const session = new Script(() => {
    st.checkbox("box", { value: initial });
  }).open();
  await session.run();
  initial = true;
  await session.run();
  expect(session.find("box").props).toMatchObject({ value: true });
  await session.run({ box: false });
  await session.run();
  expect(session.find("box").props).toMatchObject({ value: false });
});

test("[SR7] a page error tells what it did not reach, as stale", async () => {
  let fail = false;
  const session = new Script(() => {
    st.text("above");
    if (fail) throw new Error("broken");
    st.text("below");
  }).open();
  await session.run();
  fail = true;
  await session.run();
  expect(session.msgs.slice(-2)).toEqual([
    { type: "pending", blocks: [[1, 2]] },
    { type: "runFinished", run: 2, outcome: "error", taken: 2 },
  ]);
});

test("[SR11] over 1 MB in a key: one warning in dev, none in production", async () => {
  const page = () => {
    st.sessionState.big = { data: "x".repeat(2_000_000), at: Math.random() };
  };
  const session = new Script(page).open();
  await session.run();
  await session.run();
  expect(session.script.logs).toEqual([expect.stringMatching(/st\.sessionState\.big takes 1\.9 MB/)]);
  const quiet = new Script(page, { production: true }).open();
  await quiet.run();
  expect(quiet.script.logs).toEqual([]);
});

test("[FM4][BM1] a click on one of equal unkeyed buttons never reaches a neighbour when a superseded run took a row away", async () => {
  let rows = ["a", "b", "c", "d"];
  let wait = false;
  const pressed: string[] = [];
  const session = new Script(async () => {
    const deleting = st.checkbox("delete b");
    if (deleting) rows = ["a", "c", "d"];
    if (wait) await new Promise(() => {});
    for (const row of rows) {
      st.text(row);
      if (st.button("choose")) pressed.push(row);
    }
  }).open();
  await session.run();
  const [, , third] = [...session.tree.nodes.values()].filter((node) => node.type === "button");
  wait = true;
  session.start({ "delete b": true });
  await turn();
  wait = false;
  const ended = await session.end(session.startRaw([[third?.widget as string, true]]));
  expect(ended).toMatchObject({ outcome: "finished", taken: session.no });
  expect(pressed).toEqual([]);
  expect(session.texts().filter((text) => text.length === 1)).toEqual(["a", "c", "d"]);
});

test("[FM4][BM1] a click on one of equal unkeyed buttons counts when a superseded run left their number as it was", async () => {
  let wait = false;
  const pressed: string[] = [];
  const session = new Script(async () => {
    st.checkbox("other");
    if (wait) await new Promise(() => {});
    for (const row of ["a", "b", "c"]) {
      st.text(row);
      if (st.button("choose")) pressed.push(row);
    }
  }).open();
  await session.run();
  const [, second] = [...session.tree.nodes.values()].filter((node) => node.type === "button");
  wait = true;
  session.start({ other: true });
  await turn();
  wait = false;
  await session.end(session.startRaw([[second?.widget as string, true]]));
  expect(pressed).toEqual(["b"]);
});

test("[SR11] a typed array that is changed in place counts, also when it was read from what was committed", async () => {
  const session = new Script(async () => {
    const state = st.sessionState.init({ grid: new Uint8Array(4) });
    if (session.no === 2) await new Promise(() => {});
    if (session.no > 2) state.grid[0] = session.no;
    st.text(String(state.grid[0]));
  }).open();
  await session.run();
  session.start();
  await turn();
  // A superseding run reads its values anew (SR12).
  expect((await session.run()).commit?.state?.map(([key]) => key)).toEqual(["grid"]);
  expect(session.committed("grid")).toEqual(new Uint8Array([3, 0, 0, 0]));
});

test.each(["stopped", "superseded", "error"])("[BM1] a press that waits is judged by no run that was cut short: %s", async (how) => {
  let act = "";
  const pressed: string[] = [];
  const session = new Script(async () => {
    st.checkbox("other");
    if (act === "wait") await new Promise(() => {});
    if (act === "error") throw new Error("before the rows");
    // What the host does from another thread while this run computes.
    if (act === "stopped") session.interrupt[1] = session.no;
    if (act === "superseded") session.interrupt[0] = session.no + 1;
    for (const row of ["a", "b"]) {
      st.text(row);
      if (st.button("choose")) pressed.push(row);
    }
  }).open();
  await session.run();
  const second = [...session.tree.nodes.values()].findLast((node) => node.type === "button");
  act = "wait";
  session.start({ other: true });
  await turn();
  act = how;
  const runs = session.msgs.filter((msg) => msg.type === "runStarted").length;
  const before = session.ended.length;
  const no = session.startRaw([[second?.widget as string, true]]);
  while (session.ended.length < before + 2) await turn();
  // What a superseded run has not come to is answered by the next one.
  expect(session.ended.at(-1)).toMatchObject({ outcome: how, open: how === "superseded" ? [no] : undefined });
  expect(pressed).toEqual([]);
  await turn();
  expect(session.msgs.filter((msg) => msg.type === "runStarted").length - runs).toBeLessThanOrEqual(1);
  act = "";
  session.interrupt[0] = 0;
  await session.run();
  // A superseding run takes over what waits (SR7); Stop and an error consume it.
  expect(pressed).toEqual(how === "superseded" ? ["b"] : []);
});
