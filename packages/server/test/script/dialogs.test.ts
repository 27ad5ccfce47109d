import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { Script, turn } from "./page-session.ts";

/** Dismisses the open dialog, as a browser says it. */
const dismissed = (title: string) => ({ [title]: false });

test("[G6] a call opens a window over the page; using what is in it runs it alone", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    const edit = st.dialog("Edit", (word: string) => {
      ran.push("dialog");
      st.text(`${word} ${st.checkbox("Bold")}`);
    });
    if (st.button("Open")) void edit("word");
    st.text("below");
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["Open", "below"]);
  expect((await session.run({ Open: true })).outcome).toBe("finished");
  expect(session.texts()).toEqual(["Open", "below", "Edit", "Bold", "word false"]);
  expect(session.find("Edit").props["awaited"]).toBeUndefined();
  await session.run({ Bold: true });
  expect(session.texts()).toEqual(["Open", "below", "Edit", "Bold", "word true"]);
  expect(ran).toEqual(["page", "page", "dialog", "dialog"]);
});

test("[G6] st.rerun() in it closes it at once and runs the page", async () => {
  let passed = () => {};
  let runs = 0;
  const session = new Script(async () => {
    const edit = st.dialog("Edit", () => {
      if (st.button("Save")) st.rerun();
    });
    if (st.button("Open")) void edit();
    if (++runs === 3) await new Promise<void>((resolve) => (passed = resolve));
    st.text(`run ${runs}`);
  }).open();
  await session.run();
  await session.run({ Open: true });
  const save = session.start({ Save: true });
  while (runs < 3) await turn();
  await turn();
  expect(session.texts()).toEqual(["Open", "run 2"]);
  passed();
  await session.end(save);
  expect(session.texts()).toEqual(["Open", "run 3"]);
});

test("[G6] a run of the page that does not call it closes it, one that does keeps it with its values", async () => {
  const session = new Script(() => {
    const edit = st.dialog("Edit", () => st.text(`bold: ${st.checkbox("Bold")}`));
    if (st.slider("Open", { max: 5 }) > 0) void edit();
  }).open();
  await session.run();
  await session.run({ Open: 1 });
  await session.run({ Bold: true });
  await session.run({ Open: 2 });
  expect(session.texts()).toEqual(["Open", "Edit", "Bold", "bold: true"]);
  await session.run({ Open: 0 });
  expect(session.texts()).toEqual(["Open"]);
  await session.run({ Open: 1 });
  expect(session.texts()).toEqual(["Open", "Edit", "Bold", "bold: false"]);
});

test("[SR5] a page that awaits it waits beside it and goes on with what the body closes it with", async () => {
  let runs = 0;
  const session = new Script(async () => {
    runs++;
    const ask = st.dialog("Sure?", (what: string) => {
      const word = st.textInput("Word");
      if (st.button("Yes")) return st.close(`${what} ${word}`);
      return undefined;
    });
    if (st.button("Delete")) st.text(`answer: ${String(await ask("the"))}`);
  }).open();
  await session.run();
  const page = session.start({ Delete: true });
  await turn();
  await turn();
  expect(session.find("Sure?").props["awaited"]).toBe(true);
  expect(await session.run({ Word: "file" })).toMatchObject({ outcome: "finished", open: [page] });
  const yes = await session.run({ Yes: true });
  expect(yes.outcome).toBe("finished");
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["Delete", "answer: the file"]);
  expect(runs).toBe(2);
});

test("[SR5] dismissed, the answer is undefined, and the page is not run again", async () => {
  let runs = 0;
  const session = new Script(async () => {
    runs++;
    const ask = st.dialog("Sure?", () => st.close(1));
    const wait = st.dialog("Wait", () => st.checkbox("Box"));
    st.text(`answers: ${String(await ask())} ${String(await wait())}`);
  }).open();
  const page = session.start();
  await turn();
  await turn();
  expect(session.texts()).toEqual(["Wait", "Box"]);
  expect((await session.run(dismissed("Wait"))).outcome).toBe("finished");
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["answers: 1 undefined"]);
  expect(runs).toBe(1);
});

test("one that nobody awaits is dismissed without a run", async () => {
  let runs = 0;
  const session = new Script(() => {
    runs++;
    const edit = st.dialog("Edit", () => st.text("text"));
    if (st.button("Open")) void edit();
  }).open();
  await session.run();
  await session.run({ Open: true });
  const { outcome, taken } = await session.run(dismissed("Edit"));
  expect({ outcome, taken, runs }).toEqual({ outcome: "finished", taken: 3, runs: 2 });
  expect(session.texts()).toEqual(["Open"]);
  await session.run({ Open: true });
  expect(session.texts()).toEqual(["Open", "Edit", "text"]);
});

test("what was entered in a dialog that has closed meanwhile runs nothing", async () => {
  let runs = 0;
  const session = new Script(async () => {
    runs++;
    const ask = st.dialog("Ask", () => st.textInput("Word"));
    st.text(String(await ask()));
    await new Promise(() => {});
  }).open();
  const page = session.start();
  await turn();
  const dialog = session.find("Ask").widget as string;
  const word = session.find("Word").widget as string;
  await session.run(dismissed("Ask"));
  const late = await session.end(session.startRaw([[word, "late"]], undefined, dialog));
  expect(late).toMatchObject({ outcome: "finished", open: [page] });
  expect(session.texts()).toEqual(["undefined"]);
  expect(runs).toBe(1);
});

test.for(["rerun", "function"] as const)("onDismiss: %s runs the page", async (kind) => {
  const heard: string[] = [];
  const session = new Script(async () => {
    heard.push("page");
    const ask = st.dialog("Ask", () => {}, { onDismiss: kind === "rerun" ? kind : () => heard.push("dismissed") });
    if (st.button("Open")) heard.push(`answer ${String(await ask())}`);
  }).open();
  await session.run();
  session.start({ Open: true });
  await turn();
  await turn();
  await session.run(dismissed("Ask"));
  expect(heard).toEqual(kind === "rerun" ? ["page", "page", "page"] : ["page", "page", "dismissed", "page"]);
  expect(session.texts()).toEqual(["Open"]);
  session.start({ Open: true });
  await turn();
  expect(session.texts()).toEqual(["Open", "Ask"]);
});

test("[BM1] one that only the page closes refuses to be dismissed; so does any other value", async () => {
  const session = new Script(async () => {
    const close = st.dialog("Ask", () => (st.button("Close") ? st.close() : undefined), { dismissible: false });
    st.text(`answer: ${String(await close())}`);
  }).open();
  const page = session.start();
  await turn();
  for (const bad of [false, true, 1, null]) expect((await session.run({ Ask: bad })).outcome).toBe("finished");
  expect(session.texts()).toEqual(["Ask", "Close"]);
  await session.run({ Close: true });
  await session.end(page);
  expect(session.texts()).toEqual(["answer: undefined"]);
});

test("[SR5] a page can ask again and again: each opening begins with its initial values", async () => {
  const session = new Script(async () => {
    const ask = st.dialog("Next", () => {
      const n = st.slider("n");
      if (st.button("Add")) return st.close(n);
      return undefined;
    });
    const sum: number[] = [];
    for (let n = await ask(); n !== undefined; n = await ask()) sum.push(n);
    st.text(`sum: ${sum.join()}`);
  }).open();
  const page = session.start();
  await turn();
  await session.run({ n: 3 });
  await session.run({ Add: true });
  await turn();
  expect(session.find("n").props["value"]).toBe(0);
  await session.run({ n: 4 });
  await session.run({ Add: true });
  await turn();
  await session.run(dismissed("Next"));
  await session.end(page);
  expect(session.texts()).toEqual(["sum: 3,4"]);
});

test("st.close() ends the body there, in a callback and in an async body too", async () => {
  const went: string[] = [];
  const session = new Script(async () => {
    const inCallback = st.dialog("A", () => {
      st.button("Go", { onClick: () => st.close("callback") });
      went.push("body");
    });
    st.text(String(await inCallback()));
    const later = st.dialog("B", async () => {
      await turn();
      st.close("async");
      went.push("never");
    });
    st.text(String(await later()));
    const caught = st.dialog("C", () => {
      try {
        st.close("caught");
      } catch {}
      st.text("lost");
      went.push("never");
    });
    st.text(String(await caught()));
  }).open();
  const page = session.start();
  await turn();
  await session.run({ Go: true });
  expect((await session.end(page)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["callback", "async", "caught"]);
  expect(went).toEqual(["body"]);
});

test("what a dialog was doing ends when it closes", async () => {
  const heard: unknown[] = [];
  const session = new Script(() => {
    const edit = st.dialog("Edit", async () => {
      const { signal } = st;
      signal.addEventListener("abort", () => heard.push(signal.reason));
      if (st.button("Save")) await new Promise(() => {});
    });
    if (st.button("Open")) void edit();
  }).open();
  await session.run();
  await session.run({ Open: true });
  const save = session.start({ Save: true });
  await turn();
  await session.run(dismissed("Edit"));
  expect((await session.end(save)).outcome).toBe("superseded");
  expect(heard).toEqual(["finished", "superseded"]);
});

test("[SR7] an answer does not reach a run that was stopped", async () => {
  const went: string[] = [];
  const session = new Script(async () => {
    const ask = st.dialog("Ask", () => (st.button("Yes") ? st.close(true) : undefined));
    if (await ask()) went.push("went on");
  }).open();
  const page = session.start();
  await turn();
  session.stop();
  expect((await session.end(page)).outcome).toBe("stopped");
  await session.run({ Yes: true });
  await turn();
  expect(went).toEqual([]);
});

test("[G3] an error is shown in the dialog, which stays; alone it leaves the page waiting", async () => {
  const session = new Script(async () => {
    const ask = st.dialog("Ask", () => {
      if (st.button("Fail")) throw new Error("no luck");
      if (st.button("Yes")) return st.close("yes");
      return undefined;
    });
    st.text(`answer: ${String(await ask())}`);
  }).open();
  const page = session.start();
  await turn();
  expect(await session.run({ Fail: true })).toMatchObject({ outcome: "error", open: [page] });
  expect(session.texts()).toEqual(["Ask", "Fail", "no luck", "Yes"]);
  await session.run({ Yes: true });
  await session.end(page);
  expect(session.texts()).toEqual(["answer: yes"]);
});

test.for([false, true])("[G3] an error in the page's own run ends the page there, async: %s", async (late) => {
  const session = new Script(async () => {
    const ask = st.dialog("Ask", async () => {
      if (late) await turn();
      throw new Error("no luck");
    });
    await ask();
    st.text("below");
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts()).toEqual(["Ask", "no luck"]);
});

test.for([
  ["two at once", /while another one of this run is open/, (open: () => unknown): void => void [open(), open()]],
  ["one in another", /in a dialog/, (open: () => unknown): void => void st.dialog("Outer", () => void open())()],
  ["the sidebar", /st.sidebar cannot be used in a dialog/, () => void st.dialog("Outer", () => st.sidebar.text("x"))()],
  ["the bottom", /st.bottom cannot be used in a dialog/, () => void st.dialog("Outer", () => st.bottom.text("x"))()],
  ["st.close outside", /outside of a dialog/, (): void => void st.close()],
] as const)("[G6] refused with advice: %s", async ([, message, call]) => {
  const session = new Script(() => {
    call(st.dialog("Inner", () => {}));
  }).open();
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toMatch(message);
});

test("[G2] a fragment opens one over the page, and waits for it alone", async () => {
  const ran: string[] = [];
  const session = new Script(() => {
    ran.push("page");
    void st.fragment(async () => {
      ran.push("fragment");
      const ask = st.dialog("Ask", () => {
        if (st.button("Yes")) st.close("yes");
        st.checkbox("Box");
      });
      if (st.button("Open")) st.text(`answer: ${String(await ask())}`);
    })();
    st.text("below");
  }).open();
  await session.run();
  const open = session.start({ Open: true });
  await turn();
  expect(session.texts()).toEqual(["Open", "below", "Ask", "Yes", "Box"]);
  await session.run({ Box: true });
  await session.run({ Yes: true });
  await session.end(open);
  expect(session.texts()).toEqual(["Open", "answer: yes", "below"]);
  expect(ran).toEqual(["page", "fragment", "fragment"]);
});

test("a later run opens another one in its place", async () => {
  const session = new Script(() => {
    const show = st.slider("Show");
    if (show === 1) void st.dialog("One", () => st.checkbox("first"))();
    if (show === 2) void st.dialog("Two", () => st.checkbox("second"))();
  }).open();
  await session.run();
  await session.run({ Show: 1 });
  await session.run({ Show: 2 });
  expect(session.texts()).toEqual(["Show", "Two", "second"]);
});
