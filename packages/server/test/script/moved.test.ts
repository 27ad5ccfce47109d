import { st } from "@rivulet/server/script";
import { createInterrupt, raiseLatest, setAway } from "@rivulet/server/testing";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, turn, type PageSession } from "./page-session.ts";

/** The session goes on in another worker: what the host has committed is all that is left of it. */
function move(session: PageSession, page: () => unknown): PageSession {
  const seq = session.frames.at(-1)?.seq ?? 0;
  const next = new Script(page).open(session.id);
  next.interrupt = createInterrupt();
  next.no = session.no;
  next.script.post({
    type: "open",
    interrupt: next.interrupt,
    session: {
      ...{ id: session.id, path: "/", query: "", facts: {}, seq, taken: session.no },
      values: new Map([...session.values].map(([id, value]) => [id, { value }])),
      state: session.state,
    },
  });
  next.script.post({ type: "attach", session: session.id });
  return next;
}

/** Uses widgets of the page as it was before the move. */
function use(
  old: PageSession,
  next: PageSession,
  moved: "rehydrate" | "seed",
  values: Readonly<Record<string, unknown>>,
  fragment?: string,
): number {
  const no = ++next.no;
  if (fragment === undefined) raiseLatest(next.interrupt, no);
  const pairs = Object.entries(values).map(([label, value]) => [old.find(label).widget as string, value] as const);
  next.script.post({
    type: "run",
    session: next.id,
    no,
    n: no,
    moved,
    updates: [{ seen: old.frames.at(-1)?.seq ?? 0, values: pairs, fragment }],
  });
  return no;
}

/** A page with a callback that uses what the page declares after it. */
function counting(ran: string[]) {
  return () => {
    ran.push("page");
    const state = st.sessionState.init({ runs: 0, log: [] as string[] });
    state.runs++;
    st.button("Add", { onClick: () => state.log.push(`${label} ${state.runs}`) });
    const label = "clicked at run";
    st.text(`${state.runs}: ${state.log.join()}`);
  };
}

test("[SR8] a callback works in the worker that a session moved to, and the page's own writes count once", async () => {
  const ran: string[] = [];
  const session = new Script(counting(ran)).open();
  await session.run();
  await session.run({ Add: true });
  expect(session.texts()).toEqual(["Add", "2: clicked at run 1"]);
  const next = move(session, counting(ran));
  const { outcome } = await next.end(use(session, next, "rehydrate", { Add: true }));
  expect(outcome).toBe("finished");
  expect(next.texts()).toEqual(["Add", "3: clicked at run 1,clicked at run 2"]);
  expect(ran).toHaveLength(4);
});

test("[SR8] what the unseen run shows, toasts and asks for reaches nobody", async () => {
  let unseen = false;
  const page = () => {
    st.toast("hello");
    st.button("Go", { onClick: () => {} });
    if (unseen) {
      unseen = false;
      st.rerun();
    }
    st.text("end");
  };
  const session = new Script(page).open();
  await session.run();
  const next = move(session, page);
  unseen = true;
  await next.end(use(session, next, "rehydrate", { Go: true }));
  expect(next.msgs.map(({ type }) => type)).toEqual(["tree", "location", "toast", "runFinished"]);
  expect(next.texts()).toEqual(["Go", "end"]);
});

test("[SR8] a fragment's request runs the fragment alone after a move", async () => {
  const ran: string[] = [];
  const page = () => {
    ran.push("page");
    const words: string[] = [];
    st.fragment(() => {
      ran.push("fragment");
      st.text(`${words.join(" ")} ${st.checkbox("On")}`);
    })();
    words.push("declared", "after");
  };
  const session = new Script(page).open();
  await session.run();
  const [fragment] = session.fragments();
  const next = move(session, page);
  ran.splice(0);
  await next.end(use(session, next, "rehydrate", { On: true }, fragment));
  expect(ran).toEqual(["page", "fragment", "fragment"]);
  expect(next.texts()).toEqual(["On", "declared after true"]);
  // The browser must not take it for a run of the page: that would set all fragments' timers back.
  expect(next.msgs.filter(({ type }) => type !== "delta")).toMatchObject([
    { type: "tree", running: [{ fragment }] },
    { type: "location", path: "/" },
    { type: "runFinished" },
  ]);
});

test("[SR8] without closures the page runs once, and its widgets claim what was sent", async () => {
  const ran: string[] = [];
  const page = () => {
    ran.push("page");
    const n = st.slider("n");
    const off = st.slider("off", { disabled: true });
    st.text(`${n} ${off} ${st.button("Go")}`);
  };
  const session = new Script(page).open();
  await session.run();
  const next = move(session, page);
  await next.end(use(session, next, "seed", { n: 7, off: 9, Go: true }));
  expect(ran).toHaveLength(2);
  expect(next.texts()).toEqual(["n", "off", "Go", "7 0 true"]);
  await next.run();
  expect(next.texts().at(-1)).toBe("7 0 false");
});

test("[BM1] what nobody claims is dropped, and a bad value is refused", async () => {
  let show = false;
  const page = () => {
    st.text(String(st.slider("n")));
    if (show) st.text(String(st.checkbox("later")));
  };
  const session = new Script(page).open();
  show = true;
  await session.run();
  const next = move(session, page);
  show = false;
  await next.end(use(session, next, "seed", { n: 1000, later: true }));
  expect(next.texts()).toEqual(["n", "0"]);
  show = true;
  await next.run();
  expect(next.texts()).toEqual(["n", "0", "later", "false"]);
});

test("[SR8] requests that come while the page runs unseen follow in order", async () => {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  const page = async () => {
    const state = st.sessionState.init({ log: [] as string[] });
    st.button("a", { onClick: () => state.log.push("a") });
    st.button("b", { onClick: () => state.log.push("b") });
    if (session.no > 1) await passed;
    st.text(state.log.join());
  };
  const session: PageSession = new Script(page).open();
  await session.run();
  const next = move(session, page);
  session.no = 2;
  const first = use(session, next, "rehydrate", { a: true });
  await turn();
  const second = next.startRaw([[session.find("b").widget as string, true]]);
  open();
  await next.end(first);
  await next.end(second);
  expect(next.texts()).toEqual(["a", "b", "a,b"]);
});

test("[SR8] requests that come before the page has shown what they are for wait for that", async () => {
  const page = async () => {
    const state = st.sessionState.init({ log: [] as string[] });
    if (st.button("a")) state.log.push("a");
    await turn();
    if (st.button("b")) state.log.push("b");
    st.button("c", { onClick: () => state.log.push("c") });
    const name = st.textInput("name");
    st.fragment(() => {
      if (st.button("d")) state.log.push("d");
    })();
    st.text(`${name} ${state.log.join()}`);
  };
  const session = new Script(page).open();
  await session.run();
  for (const others of [["b"], ["c", "b"], ["name", "d"], ["d", "c", "name", "b"]]) {
    const next = move(session, page);
    let last = use(session, next, "seed", { a: true });
    for (const label of others) {
      const fragment = label === "d" ? session.fragments()[0] : undefined;
      last = next.startRaw([[session.find(label).widget as string, label === "name" ? "Ada" : true]], undefined, fragment);
    }
    await next.end(last);
    await next.run();
    const pressed = ["a", ...others.filter((label) => label !== "name")].sort();
    const [name, log = ""] = (next.texts().at(-1) ?? "").split(" ");
    expect([name, log.split(",").sort()]).toEqual([others.includes("name") ? "Ada" : "", pressed]);
  }
});

test("[SR9] Stop ends what waits for a page that has moved, and the page", async () => {
  const page = async () => {
    if (session.no > 1) await new Promise(() => {});
    st.button("a");
  };
  const session: PageSession = new Script(page).open();
  await session.run();
  const next = move(session, page);
  session.no = 2;
  const first = use(session, next, "seed", {});
  const second = next.startRaw([[session.find("a").widget as string, true]]);
  await turn();
  next.stop();
  await next.end(first);
  await next.end(second);
  expect(next.ended.map(({ outcome }) => outcome)).toEqual(["stopped", "stopped"]);
});

test("[SR9] Stop ends a page that runs unseen and never ends", async () => {
  const page = async () => {
    st.button("Go", { onClick: () => {} });
    if (session.no > 1) await new Promise(() => {});
  };
  const session: PageSession = new Script(page).open();
  await session.run();
  const next = move(session, page);
  session.no = 2;
  const no = use(session, next, "rehydrate", { Go: true });
  await turn();
  next.stop();
  expect((await next.end(no)).outcome).toBe("stopped");
});

test("[SR9] Stop ends a page that is to run unseen also while it is loaded", async () => {
  const loaded = gate();
  const page = () => new Promise<never>(() => {});
  const load = async () => {
    await loaded.passed;
    return page;
  };
  const next = new Script({ load, close: () => {} }).open();
  const no = ++next.no;
  const updates = [{ seen: 0, values: [["gone", true] as const] }];
  next.script.post({ type: "run", session: next.id, no, n: no, moved: "rehydrate", updates });
  await turn();
  next.stop();
  loaded.open();
  expect((await next.end(no)).outcome).toBe("stopped");
});

test("[SR8] a page that runs unseen and swallows its end is left behind", async () => {
  let clicks = 0;
  const page = async () => {
    st.button("Go", { onClick: () => clicks++ });
    if (session.no > 1 && clicks === 0) {
      try {
        st.rerun();
      } catch {
        await new Promise(() => {});
      }
    }
    st.text(`clicks: ${clicks}`);
  };
  const session: PageSession = new Script(page).open();
  await session.run();
  const next = move(session, page);
  session.no = 2;
  await next.end(use(session, next, "rehydrate", { Go: true }));
  expect(next.texts()).toEqual(["Go", "clicks: 1"]);
});

test("[SR8] a page that never ends is ended when what was asked for is there", async () => {
  let clicks = 0;
  const page = async () => {
    st.button("Go", { onClick: () => clicks++ });
    if (session.no > 1 && clicks === 0) await new Promise(() => {});
    st.text(`clicks: ${clicks}`);
  };
  const session: PageSession = new Script(page).open();
  await session.run();
  const next = move(session, page);
  session.no = 2;
  await next.end(use(session, next, "rehydrate", { Go: true }));
  expect(next.texts()).toEqual(["Go", "clicks: 1"]);
});

test("[SR8] the host hears which widgets need a page that has run", async () => {
  const session = new Script(() => {
    st.slider("plain");
    st.slider("called", { onChange: () => {} });
    for (let i = 0; i < 2; i++) st.button("equal");
  }).open();
  await session.run();
  await session.run();
  const bound = session.ended.flatMap(({ commit }) => (commit?.bound ? [commit.bound] : []));
  expect(bound.at(-1)).toHaveLength(3);
  expect(bound.at(-1)).toContain(session.find("called").widget);
  expect(bound.at(-1)).not.toContain(session.find("plain").widget);
  await session.run();
  expect(session.ended.at(-1)?.commit).toBeUndefined();
});

test("[F4] a submit is judged by the page's schema in the worker that a session moved to", async () => {
  const validate = (values: unknown) => {
    const { n } = values as { n: number };
    return n > 5 ? { issues: [{ message: "too much", path: ["n"] }] } : { value: n };
  };
  const page = () => {
    const form = st.form("f", { schema: { "~standard": { version: 1, vendor: "test", validate } } });
    form.slider("n");
    st.text(`${form.formSubmitButton("Save")} ${form.data}`);
  };
  for (const [n, text] of [
    [7, "false undefined"],
    [3, "true 3"],
  ] as const) {
    const session = new Script(page).open();
    await session.run();
    const next = move(session, page);
    await next.end(use(session, next, "rehydrate", { n, Save: true }));
    expect(next.texts().at(-1)).toBe(text);
  }
});

test("[F2] a form that its submit clears is cleared also where the page runs for the first time", async () => {
  const page = () => {
    const form = st.form("f", { clearOnSubmit: true });
    const n = form.slider("n");
    st.text(`${form.formSubmitButton("Save")} ${n}`);
  };
  const session = new Script(page).open();
  await session.run();
  const next = move(session, page);
  await next.end(use(session, next, "seed", { n: 7, Save: true }));
  expect(next.texts().at(-1)).toBe("true 7");
  expect(next.find("n").props).toMatchObject({ value: 0 });
  await next.run();
  expect(next.texts().at(-1)).toBe("false 0");
});

test("[SR8] what was sent ahead of its widget is left to the request that ends its run, and no fragment's end takes it away", async () => {
  let wait = gate();
  const page = async () => {
    const state = st.sessionState.init({ pokes: 0 });
    st.button("Again");
    st.fragment(() => {
      if (st.button("Poke")) state.pokes++;
      st.text(`pokes ${state.pokes}`);
    })();
    await wait.passed;
    const name = st.textInput("Name", { value: "nobody" });
    st.text(`${st.button("Add") ? "added" : "left"} ${name}`);
  };
  wait.open();
  const session = new Script(page).open();
  await session.run();
  const next = move(session, page);
  wait = gate();
  const first = use(session, next, "seed", { Name: "Ada", Add: true });
  await turn();
  const id = (label: string) => session.find(label).widget as string;
  const seen = session.frames.at(-1)?.seq;
  await next.end(next.startRaw([[id("Poke"), true]], seen, session.fragments()[0]));
  expect(next.texts()).toContain("pokes 1");
  const again = next.startRaw([[id("Again"), true]], seen);
  await turn();
  const ids = ["Name", "Add"].map(id);
  expect(next.ended.findLast(({ outcome }) => outcome === "superseded")).toMatchObject({ open: [first, again], left: [[first, ids]] });
  wait.open();
  expect(await next.end(again)).toMatchObject({ outcome: "finished", open: undefined });
  expect(next.texts().at(-1)).toBe("added Ada");
});

test("[BM1] what is on the page that a user still sees counts, also while a browser that is away was not sent the page made anew", async () => {
  let pressed = 0;
  const page = () => void (st.button("Add") && pressed++);
  const session = new Script(page).open();
  await session.run();
  const next = move(session, page);
  setAway(next.interrupt, true);
  await next.end(use(session, next, "seed", {}));
  expect(next.frames).toEqual([]);
  await next.end(next.startRaw([[session.find("Add").widget as string, true]], session.frames.at(-1)?.seq));
  expect(pressed).toBe(1);
});
