import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { Script } from "./page-session.ts";

// What users of Streamlit rely on without thinking of it; the ids are those of the behaviours in docs/PARITY.md.

test("[W1] the same key in two containers is an error that names both", async () => {
  const session = new Script(() => {
    st.checkbox("one", { key: "k" });
    st.sidebar.slider("two", { key: "k" });
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/Two elements of one run use the key "k"/);
});

test("[W2] a keyed widget keeps its value when label, help, limits, options and place in its container change", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    const later = session.no > 1;
    const slider = () => st.slider(later ? "Depth" : "Tiefe", { key: "depth", max: later ? 50 : 100, help: later ? "m" : undefined });
    const size = () => st.selectbox(later ? "Size" : "Gr\u00f6\u00dfe", later ? ["L", "M"] : ["S", "M", "L"], { key: "size" });
    seen.push(later ? [size(), slider()].reverse() : [slider(), size()]);
  }).open();
  await session.run();
  await session.run({ Tiefe: 40, "Gr\u00f6\u00dfe": "M" });
  await session.run();
  expect(seen).toEqual([
    [0, "S"],
    [40, "M"],
    [40, "M"],
  ]);
});

test("[W2] a value that the new limits do not allow gives way to the initial one", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => void seen.push(st.slider("n", { key: "n", max: session.no > 2 ? 5 : 100, value: 3 }))).open();
  await session.run();
  await session.run({ n: 40 });
  await session.run();
  expect(seen).toEqual([3, 40, 3]);
});

test("[W3] without a key another label is another widget; other limits are not", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    seen.push([st.slider(session.no > 2 ? "b" : "a", { max: 100 }), st.slider("c", { max: session.no > 2 ? 90 : 100, help: "h" })]);
  }).open();
  await session.run();
  await session.run({ a: 40, c: 60 });
  await session.run();
  expect(seen).toEqual([
    [0, 0],
    [40, 60],
    [0, 60],
  ]);
});

test("[W4] a choice that is no longer among the options gives way to the initial one, of several the others stay", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    const options = session.no > 2 ? ["a", "c"] : ["a", "b", "c"];
    seen.push([
      st.radio("radio", options, { value: "c" }),
      st.selectbox("selectbox", options, { value: null }),
      st.multiselect("multiselect", options),
      st.pills("pills", options, { value: "a" }),
    ]);
  }).open();
  await session.run();
  await session.run({ radio: "b", selectbox: "b", multiselect: ["b", "c"] });
  await session.run();
  expect(seen).toEqual([
    ["c", null, [], "a"],
    ["b", "b", ["b", "c"], "a"],
    ["c", null, ["c"], "a"],
  ]);
});

test("[W5] a callback of a widget that is disabled by now does not run", async () => {
  const called: unknown[] = [];
  const session = new Script(() => {
    st.checkbox("box", { disabled: session.no > 1, onChange: (on) => called.push(on) });
  }).open();
  await session.run();
  await session.run();
  await session.run({ box: true });
  expect(called).toEqual([]);
  expect(session.find("box").props).toMatchObject({ value: false });
});

test("[W6] what a widget returned is the page's own: changing it changes no value", async () => {
  const seen: string[] = [];
  const session = new Script(() => {
    const lists: unknown[][] = [
      st.slider("range", { value: [1, 2] }),
      st.selectSlider("steps", ["a", "b", "c"], { value: ["a", "b"] }),
      st.multiselect("many", ["a", "b"], { value: ["a"] }),
      st.pills("pills", ["a", "b"], { value: ["a"], selectionMode: "multi" }),
      st.segmentedControl("parts", ["a", "b"], { value: ["a"], selectionMode: "multi" }),
      st.dateInput("dates", { value: ["2026-01-01", "2026-01-02"] }),
    ];
    seen.push(JSON.stringify(lists));
    for (const list of lists) list.push("mine");
  }).open();
  await session.run();
  // Also what the user has chosen.
  await session.run({ range: [3, 4], many: ["b"], pills: ["b"], dates: ["2026-01-03", "2026-01-04"] });
  await session.run();
  expect(seen[0]).toBe('[[1,2],["a","b"],["a"],["a"],["a"],["2026-01-01","2026-01-02"]]');
  expect(seen[1]).toBe('[[3,4],["a","b"],["b"],["b"],["a"],["2026-01-03","2026-01-04"]]');
  expect(seen[2]).toBe(seen[1]);
  expect(session.find("range").props).toMatchObject({ value: [3, 4] });
});

test("[W6] a list that session state gave, and one of the page's own, stay as they were", async () => {
  const initial = [1, 2] as [number, number];
  const seen: unknown[] = [];
  const session = new Script(() => {
    const range: unknown[] = st.slider("range", { value: initial, key: "range" });
    seen.push([...range], st.sessionState.range);
    (st.sessionState.range as unknown[]).push("mine");
    range.push("mine");
  }).open();
  await session.run();
  await session.run();
  expect(initial).toEqual([1, 2]);
  expect(seen).toEqual([
    [1, 2],
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
});

test("[W8] every trigger holds what it fired for one run, in a fragment too", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    seen.push([st.button("a"), st.linkButton("b", "/", { onClick: "rerun" }), st.menuButton("c", ["x", "y"])]);
    st.fragment(() => void seen.push(st.button("d")))();
  }).open();
  await session.run();
  await session.run({ a: true, b: true, c: "y" });
  await session.run();
  await session.run({ d: true });
  session.tick();
  await session.end(session.no);
  expect(seen).toEqual([[false, false, null], false, [true, true, "y"], false, [false, false, null], false, true, false]);
});

test("[L1] a widget that is hidden can still be read in the run that hides it, and not in the next", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    if (session.no < 3) st.checkbox("box", { key: "box" });
    seen.push(st.sessionState.box, "box" in st.sessionState);
    if (session.no === 5) seen.push(st.checkbox("box", { key: "box" }));
  }).open();
  await session.run();
  await session.run({ box: true });
  await session.run();
  await session.run();
  await session.run();
  expect(seen).toEqual([false, true, true, true, true, true, undefined, false, undefined, false, false]);
});

test("[L1] a run of a fragment drops only its own widgets", async () => {
  const session = new Script(() => {
    st.checkbox("page", { key: "page" });
    st.fragment(() => {
      if (!st.checkbox("hide")) st.checkbox("part", { key: "part" });
      st.text(Object.keys(st.sessionState).join());
    })();
  }).open();
  await session.run();
  await session.run({ page: true });
  await session.run({ part: true });
  await session.run({ hide: true });
  session.tick();
  await session.end(session.no);
  expect(session.texts()).toContain("page");
  expect([...session.values.values()]).toEqual([true, true]);
});

test("[S1] what is not in session state is undefined; deleting it is no error", async () => {
  const seen: unknown[] = [];
  const session = new Script(() => {
    seen.push(st.sessionState.nothing, "nothing" in st.sessionState, delete st.sessionState.nothing, Object.keys(st.sessionState));
  }).open();
  expect((await session.run()).outcome).toBe("finished");
  expect(seen).toEqual([undefined, false, true, []]);
});

test.each([
  ["st.button", () => st.button("go", { key: "go" })],
  ["st.menuButton", () => st.menuButton("go", ["a"], { key: "go" })],
  ["st.linkButton", () => st.linkButton("go", "/", { key: "go", onClick: "rerun" })],
  ["st.formSubmitButton", () => st.form("f").formSubmitButton("go", { key: "go" })],
])("[S3] %s cannot be pressed by session state", async (_, press) => {
  const session = new Script(() => {
    st.sessionState.go = true;
    press();
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/st\.sessionState\.go cannot be set: .* fires, it holds no value/);
});

test("[S3] nor can a form be set", async () => {
  const session = new Script(() => {
    st.sessionState.f = "x";
    st.form("f").formSubmitButton("go");
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/st\.sessionState\.f /);
});

test("[S4] session state comes before the initial value", async () => {
  const session = new Script(() => {
    st.sessionState.init({ n: 7 });
    st.text(`n ${st.numberInput("n", { key: "n", value: 3 })}`);
  }).open();
  await session.run();
  expect(session.texts()).toContain("n 7");
  await session.run({ n: 5 });
  expect(session.texts()).toContain("n 5");
});

test("[S5] a widget without a key is not in session state, one with a key is", async () => {
  const session = new Script(() => {
    st.checkbox("keyless");
    st.checkbox("keyed", { key: "keyed" });
    st.button("button", { key: "button" });
    st.text(JSON.stringify(st.sessionState));
  }).open();
  await session.run();
  await session.run({ keyless: true, keyed: true });
  expect(session.texts()).toContain('{"keyed":true}');
});

test("[C1] only what differs calls back, with the function of the last run", async () => {
  const called: string[] = [];
  const session = new Script(() => {
    const { no } = session;
    st.checkbox("a", { onChange: (on) => called.push(`a ${on} of run ${no}`) });
    st.checkbox("b", { onChange: (on) => called.push(`b ${on} of run ${no}`) });
  }).open();
  await session.run();
  await session.run({ b: true, a: false });
  await session.run({ a: true, b: true });
  expect(called).toEqual(["b true of run 1", "a true of run 2"]);
});

test("[C2] st.rerun() ends its own callback only", async () => {
  const called: string[] = [];
  const session = new Script(() => {
    st.checkbox("a", {
      onChange: () => {
        called.push("a");
        st.rerun();
        called.push("never");
      },
    });
    st.checkbox("b", { onChange: () => called.push("b") });
    called.push("page");
  }).open();
  await session.run();
  await session.run({ a: true, b: true });
  expect(called).toEqual(["page", "a", "b", "page"]);
});

test("[C3] an error in a callback is shown, and the page does not run", async () => {
  let runs = 0;
  const session = new Script(() => {
    runs++;
    st.button("break", {
      onClick: () => {
        throw new Error("broken callback");
      },
    });
  }).open();
  await session.run();
  expect((await session.run({ break: true })).outcome).toBe("error");
  expect(runs).toBe(1);
  expect(session.texts().join()).toContain("broken callback");
  expect((await session.run()).outcome).toBe("finished");
});

test("[C4] what a callback writes stands above the page, for one run", async () => {
  const session = new Script(() => {
    st.text("page");
    st.button("say", { onClick: () => void st.text("said") });
  }).open();
  await session.run();
  await session.run({ say: true });
  expect(session.texts()).toEqual(["said", "page", "say"]);
  await session.run();
  expect(session.texts()).toEqual(["page", "say"]);
});
