import { st } from "@rivulet/server/script";
import { raiseFragment } from "@rivulet/server/testing";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, turn } from "./page-session.ts";

test("[SR5] using a widget in a fragment runs the fragment alone", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    st.text("above");
    st.fragment(() => {
      ran.push("fragment");
      st.text(`on: ${st.checkbox("On")}`);
    })();
    st.text("below");
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["above", "On", "on: false", "below"]);
  const { outcome } = await session.run({ On: true });
  expect(outcome).toBe("finished");
  expect(ran).toEqual(["page", "fragment", "fragment"]);
  expect(session.texts()).toEqual(["above", "On", "on: true", "below"]);
});

test("[FM3] what a fragment does not write again goes, and nothing else does", async () => {
  const session = new Script(() => {
    st.text("above");
    st.fragment(() => {
      if (st.checkbox("More")) {
        st.text("1");
        st.text("2");
      }
    })();
    st.slider("Outside");
  }).open();
  await session.run();
  await session.run({ More: true });
  expect(session.texts()).toEqual(["above", "More", "1", "2", "Outside"]);
  await session.run({ More: false });
  expect(session.texts()).toEqual(["above", "More", "Outside"]);
  await session.run({ Outside: 5 });
  expect(session.texts()).toEqual(["above", "More", "Outside"]);
});

test("[SR7] a fragment's run keeps the values of widgets outside of it, and drops those inside that it does not show again", async () => {
  const session = new Script(() => {
    st.slider("Outside", { key: "outside" });
    st.fragment(() => {
      if (!st.checkbox("Hide")) st.slider("Inside", { key: "inside" });
    })();
    st.text(`${String(st.sessionState["inside"])} ${String(st.sessionState["outside"])}`);
  }).open();
  await session.run();
  await session.run({ Outside: 7 });
  await session.run({ Inside: 9 });
  await session.run({ Hide: true });
  expect([...session.values.values()]).toEqual([7, true]);
  await session.run();
  expect(session.texts().at(-1)).toBe("undefined 7");
});

test("[SR5] a fragment runs beside a page that waits", async () => {
  const { open, passed } = gate();
  const session = new Script(async () => {
    const count = st.fragment(() => {
      const state = st.sessionState.init({ clicks: 0 });
      if (st.button("Click")) state.clicks++;
      st.text(`clicks: ${state.clicks}`);
    });
    count();
    await passed;
    st.text(`page done after ${String(st.sessionState["clicks"])}`);
  }).open();
  const page = session.start();
  await turn();
  for (let i = 1; i <= 3; i++) {
    const ended = await session.run({ Click: true });
    expect(ended).toMatchObject({ outcome: "finished", open: [page], taken: i + 1, but: [[1, 1]] });
    expect(session.texts()).toEqual(["Click", `clicks: ${i}`]);
  }
  open();
  const ended = await session.end(page);
  expect(ended).toMatchObject({ outcome: "finished", taken: 4 });
  expect(ended.but).toBeUndefined();
  expect(ended.open).toBeUndefined();
  expect(session.texts()).toEqual(["Click", "clicks: 3", "page done after 3"]);
});

test("[SR5] a run of the page supersedes a fragment's that waits, and a click there is not lost", async () => {
  const { open, passed } = gate();
  const heard: unknown[] = [];
  const session = new Script(() => {
    void st.fragment(async () => {
      const { signal } = st;
      signal.addEventListener("abort", () => heard.push(signal.reason));
      const wait = st.checkbox("Wait");
      st.button("Go");
      if (wait) await passed;
      if (st.button("Late")) st.text("late");
    })();
    st.slider("Outside");
  }).open();
  await session.run();
  session.start({ Wait: true });
  await turn();
  session.start({ Late: true });
  await turn();
  const page = session.start({ Outside: 1 });
  await turn();
  expect(heard).toEqual(["finished", "superseded", "superseded"]);
  open();
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["Wait", "Go", "Late", "late", "Outside"]);
});

test("[SR5] the same fragment used again supersedes its own run only", async () => {
  const gates = [gate(), gate()];
  const session = new Script(() => {
    const wait = (name: string, i: number) =>
      st.fragment(async () => {
        const on = st.checkbox(name);
        if (on) await gates[i]?.passed;
        st.text(`${name}: ${on}`);
      });
    void wait("a", 0)();
    void wait("b", 1)();
  }).open();
  await session.run();
  const a = session.start({ a: true });
  const b = session.start({ b: true });
  await turn();
  const again = await session.run({ a: false });
  expect(again.outcome).toBe("finished");
  expect((await session.end(a)).outcome).toBe("superseded");
  expect(session.texts()).toEqual(["a", "a: false", "b", "b: false"]);
  gates[1]?.open();
  expect((await session.end(b)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["a", "a: false", "b", "b: true"]);
});

test("[SR6] a page that waits for a fragment's body goes on when the fragment's own run has ended, with what that returned", async () => {
  const first = gate<string>();
  let runs = 0;
  const session = new Script(async () => {
    const ask = st.fragment(async () => {
      runs++;
      const skip = st.checkbox("Skip");
      return skip ? "skipped" : await first.passed;
    });
    st.text(`answer: ${await ask()}`);
  }).open();
  const page = session.start();
  await turn();
  await session.run({ Skip: true });
  expect((await session.end(page)).outcome).toBe("finished");
  expect(runs).toBe(2);
  expect(session.texts()).toEqual(["Skip", "answer: skipped"]);
});

test("[G2] of nested fragments the innermost runs; a run of the outer one runs it too", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    st.fragment(() => {
      ran.push("outer");
      st.checkbox("Outer");
      st.fragment(() => {
        ran.push("inner");
        st.text(`inner: ${st.checkbox("Inner")}`);
      })();
    })();
  }).open();
  await session.run();
  await session.run({ Inner: true });
  await session.run({ Outer: true });
  expect(ran).toEqual(["outer", "inner", "inner", "outer", "inner"]);
  expect(session.texts()).toEqual(["Outer", "Inner", "inner: true"]);
});

test("a fragment gets the arguments of its last call, and a page that calls it no more has none", async () => {
  const session = new Script(() => {
    const show = st.fragment((word: string) => st.text(`${word} ${st.checkbox("On")}`));
    const word = st.textInput("Word", { value: "first" });
    if (word !== "none") show(word);
  }).open();
  await session.run();
  await session.run({ On: true });
  expect(session.texts()).toEqual(["Word", "On", "first true"]);
  await session.run({ Word: "second" });
  const [fragment] = session.fragments();
  await session.run({ On: false });
  expect(session.texts()).toEqual(["Word", "On", "second false"]);
  await session.run({ Word: "none" });
  expect(session.texts()).toEqual(["Word"]);
  const { outcome, taken } = await session.end(session.tick(fragment));
  expect({ outcome, taken }).toEqual({ outcome: "finished", taken: session.no });
});

test("[G3] an error in a fragment is shown in its own place; alone it leaves the page as it is", async () => {
  const session = new Script(() => {
    st.text("above");
    st.fragment(() => {
      if (st.checkbox("Fail")) throw new Error("no luck");
      st.text("well");
    })();
    st.text("below");
  }).open();
  await session.run();
  expect((await session.run({ Fail: true })).outcome).toBe("error");
  expect(session.texts()).toEqual(["above", "Fail", "no luck", "well", "below"]);
  await session.run({ Fail: false });
  expect(session.texts()).toEqual(["above", "Fail", "well", "below"]);
});

test("[G3] in a run of the page the error ends the page there, shown once", async () => {
  for (const body of [
    () => {
      throw new Error("no luck");
    },
    async () => {
      await turn();
      throw new Error("no luck");
    },
  ]) {
    const session = new Script(async () => {
      st.text("above");
      await st.fragment(body)();
      st.text("below");
    }).open();
    expect((await session.run()).outcome).toBe("error");
    expect(session.texts()).toEqual(["above", "no luck"]);
  }
});

test('[G4] st.rerun() in a fragment runs the page, with "fragment" the fragment alone', async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    st.fragment(() => {
      ran.push("fragment");
      if (st.button("Page")) st.rerun();
      if (st.button("Alone")) st.rerun("fragment");
    })();
  }).open();
  await session.run();
  await session.run({ Page: true });
  expect(ran.splice(0)).toEqual(["page", "fragment", "fragment", "page", "fragment"]);
  await session.run({ Alone: true });
  expect(ran.splice(0)).toEqual(["fragment", "fragment"]);
});

test("[G4] a callback that names fragments runs them instead of the page", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    const part = (key: string) => st.fragment(() => void ran.push(key), { key });
    st.button("Both", { onClick: () => st.rerun(["a", "b"]) });
    part("a")();
    part("b")();
    part("c")();
  }).open();
  await session.run();
  ran.splice(0);
  expect((await session.run({ Both: true })).outcome).toBe("finished");
  await session.end(session.no);
  expect(ran).toEqual(["a", "b"]);
});

test.for([
  [() => st.rerun("fragment"), /whole page/],
  [() => st.rerun("a"), /callback/],
  [() => st.rerun([]), /one or more keys/],
] as const)("[G4] st.rerun refuses what makes no sense: %s", async ([call, message]) => {
  const session = new Script(() => {
    st.fragment(() => {}, { key: "a" })();
    call();
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(message);
});

test("[G4] an unknown key names those that there are", async () => {
  const session = new Script(() => {
    st.fragment(() => {}, { key: "a" })();
    st.button("Go", { onClick: () => st.rerun("b") });
  }).open();
  await session.run();
  await session.run({ Go: true });
  expect(session.texts().join()).toMatch(/"a".*"b"/);
});

test("[G2] what a fragment writes into a container around it is redrawn in its place", async () => {
  const session = new Script(() => {
    const top = st.container();
    top.text("first");
    st.fragment(() => {
      const on = st.checkbox("On");
      top.text(`on: ${on}`);
      if (on) top.text("more");
      if (on) st.sidebar.text("aside");
    })();
    top.text("last");
    st.sidebar.text("side");
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["first", "on: false", "last", "On", "side"]);
  await session.run({ On: true });
  expect(session.texts()).toEqual(["first", "on: true", "more", "last", "On", "side", "aside"]);
  await session.run({ On: false });
  expect(session.texts()).toEqual(["first", "on: false", "last", "On", "side"]);
  await session.run();
  expect(session.texts()).toEqual(["first", "on: false", "last", "On", "side"]);
});

test("[G2] a placeholder around a fragment shows what was written last", async () => {
  const session = new Script(() => {
    const slot = st.empty();
    slot.text("page");
    st.fragment(() => {
      const n = st.slider("n");
      if (n > 0) slot.text(`fragment ${n}`);
    })();
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["page", "n"]);
  await session.run({ n: 4 });
  expect(session.texts()).toEqual(["fragment 4", "n"]);
  await session.run({ n: 5 });
  expect(session.texts()).toEqual(["fragment 5", "n"]);
});

test("[TH6] a container of a fragment's own earlier run takes nothing any more", async () => {
  const late: unknown[] = [];
  let kept: { text(body: string): unknown } | undefined;
  const session = new Script(() => {
    st.fragment(() => {
      st.checkbox("On");
      try {
        kept?.text("late");
      } catch (error) {
        late.push((error as { code?: string }).code);
      }
      kept = st.container();
    })();
  }).open();
  await session.run();
  await session.run({ On: true });
  await session.run({ On: false });
  expect(late).toEqual(["RIVULET_STALE_RUN_CONTEXT", "RIVULET_STALE_RUN_CONTEXT"]);
});

test("[FM4] a key that the rest of the page has is refused in a fragment that runs alone", async () => {
  const session = new Script(() => {
    st.textInput("a", { key: "k" });
    st.fragment(() => {
      if (st.checkbox("Twice")) st.textInput("b", { key: "k" });
    })();
  }).open();
  await session.run();
  expect((await session.run({ Twice: true })).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/Two elements of one run use the key/);
});

test("[FM4] so is a fragment's key, and one in a fragment inside", async () => {
  const session = new Script(() => {
    st.checkbox("Outside", { key: "outside" });
    const part = st.fragment((where: string) => st.text(where), { key: "part" });
    part("page");
    st.fragment(() => {
      if (st.checkbox("Twice")) part("inside");
    })();
    st.fragment(() => {
      const twice = st.checkbox("Deep");
      st.fragment(() => void (twice && st.slider("Inside", { key: "outside" })))();
    })();
  }).open();
  await session.run();
  expect((await session.run({ Twice: true })).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/"part".*outside of the fragment/);
  expect((await session.run({ Deep: true })).outcome).toBe("error");
  expect(session.texts().join()).toMatch(/"outside".*outside of the fragment/);
});

test("[BM1] a tag that does not fit its values runs the page", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    st.checkbox("Outside");
    st.fragment(() => void ran.push("fragment"))();
  }).open();
  await session.run();
  ran.splice(0);
  await session.end(session.startRaw([[session.find("Outside").widget as string, true]], undefined, session.fragments()[0]));
  expect(ran).toEqual(["page", "fragment"]);
});

test("a timer's tick runs its fragment; its options are checked", async () => {
  let ticks = 0;
  const session = new Script(() => void st.fragment(() => st.text(`tick ${ticks++}`), { runEvery: "1m30s" })()).open();
  await session.run();
  expect([...session.tree.nodes.values()].find(({ type }) => type === "fragment")?.props["every"]).toBe(90);
  await session.end(session.tick());
  expect(session.texts()).toEqual(["tick 1"]);
  for (const options of [{ runEvery: 0 }, { runEvery: "soon" }, { key: "app" }, { key: "" }, { parallel: 1 }]) {
    const bad = new Script(() => st.fragment(() => {}, options as never)()).open();
    expect((await bad.run()).outcome).toBe("error");
    expect(bad.texts().join()).toMatch(/must be/);
  }
});

test("[G7] the page does not wait for a parallel fragment, but its run does", async () => {
  const { open, passed } = gate();
  const session = new Script(() => {
    const slow = st.fragment(
      async () => {
        await passed;
        st.text("slow");
      },
      { parallel: true },
    );
    expect(slow()).toBeUndefined();
    st.text("page");
  }).open();
  const page = session.start();
  await turn();
  await turn();
  expect(session.texts()).toEqual(["page"]);
  open();
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["slow", "page"]);
});

test("[SR9] Stop ends fragments too", async () => {
  const session = new Script(() => {
    void st.fragment(async () => {
      if (st.checkbox("Wait")) await new Promise(() => {});
    })();
  }).open();
  await session.run();
  const waiting = session.start({ Wait: true });
  await turn();
  session.stop();
  expect((await session.end(waiting)).outcome).toBe("stopped");
  expect((await session.run({ Wait: false })).outcome).toBe("finished");
});

test("[SR5] a fragment that computes hears that it was used again, and no other fragment's use ends it", async () => {
  const ends: string[] = [];
  const session = new Script(() => {
    st.fragment(() => {
      if (st.slider("n") === 0) return;
      // What the host does from another thread while this run computes.
      raiseFragment(session.interrupt, session.no + 1, session.no === 2 ? (session.fragments()[0] as string) : "another");
      try {
        st.text("again");
        ends.push("went on");
      } catch (error) {
        ends.push("superseded");
        throw error;
      }
    })();
  }).open();
  await session.run();
  expect((await session.run({ n: 1 })).outcome).toBe("superseded");
  expect((await session.run({ n: 2 })).outcome).toBe("finished");
  expect(ends).toEqual(["superseded", "went on"]);
});
