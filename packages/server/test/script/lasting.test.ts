import { st } from "@rivulet/server/script";
import { setAway } from "@rivulet/server/testing";
import { expect, test } from "vitest";
import { Script, type PageSession } from "./page-session.ts";

function writes({ msgs }: PageSession): unknown[] {
  return msgs.flatMap((msg) => (msg.type === "store" ? msg.writes : []));
}

const page = () => {
  if (st.checkbox("Show", { value: true })) {
    st.slider("Local", { key: "local", bind: "local" });
    st.slider("Page", { key: "page", persistState: "page" });
    st.slider("Session", { key: "session", persistState: "session" });
  }
  st.text(`page ${String(st.sessionState.page)}, session ${String(st.sessionState.session)}`);
};

test("what the browser shall keep is told once, and again with a whole tree, by the number of the frame that told it", async () => {
  const session = new Script(page).open();
  await session.run();
  expect(writes(session)).toEqual([]);
  const { commit } = await session.run({ Local: 7 });
  const told = session.frames.find(({ msgs }) => msgs.some((msg) => msg.type === "store"))?.seq;
  expect(writes(session)).toEqual([["local:local", "7", told]]);
  expect(commit?.stored).toEqual([["local:local", "7", told]]);
  await session.run();
  expect(writes(session)).toHaveLength(1);
  session.script.post({ type: "attach", session: session.id });
  expect(writes(session).at(-1)).toEqual(["local:local", "7", told]);
  await session.run({ Local: 0 });
  expect(writes(session).at(-1)).toEqual(["local:local", null, expect.any(Number)]);
});

test("[SR7] values that persist outlast their widgets: on their page, or in their session; also in another worker", async () => {
  const session = new Script(page).open();
  await session.run();
  const committed = new Map((await session.run({ Page: 1, Session: 2 })).commit?.values);
  const { commit } = await session.run({ Show: false });
  for (const [id, value] of commit?.values ?? []) committed.set(id, value);
  expect([...committed.values()]).toEqual([
    { value: 1, key: "page", persist: "page" },
    { value: 2, key: "session", persist: "session" },
    { value: false, key: undefined },
  ]);
  const moved = new Script(page).open();
  const values = committed as Map<string, { readonly value: unknown }>;
  const record = { id: moved.id, path: "/", query: "", facts: {}, values, state: new Map(), seq: 9, taken: 3 };
  moved.script.post({ type: "open", session: record, interrupt: moved.interrupt });
  await moved.end(moved.startRaw([], undefined, undefined, { moved: "seed" }));
  await moved.run();
  expect(moved.texts()).toContain("page 1, session 2");
});

test("[SR8] a browser that lost the frame is told again by the worker that the session has moved to", async () => {
  const moved = new Script(page).open();
  const stored = new Map([
    ["local:local", "7"],
    ["local:other", "1"],
  ]);
  const written = new Map([
    ["local:local", 4],
    ["local:gone", 0],
  ]);
  const record = { id: moved.id, path: "/", query: "", facts: {}, values: new Map(), state: new Map(), seq: 9, taken: 3, stored, written };
  moved.script.post({ type: "open", session: record, interrupt: moved.interrupt });
  moved.script.post({ type: "attach", session: moved.id });
  await moved.end(moved.startRaw([], undefined, undefined, { moved: "seed" }));
  expect(writes(moved)).toEqual([
    ["local:local", "7", 4],
    ["local:gone", null, 9],
  ]);
});

test("[ST4] what was committed before a frame told it is committed again with that frame's number", async () => {
  const session = new Script(page).open();
  await session.run();
  session.reads = false;
  setAway(session.interrupt, true);
  expect((await session.run({ Local: 7 })).commit?.stored).toEqual([["local:local", "7", 0]]);
  if (setAway(session.interrupt, false)) session.script.post({ type: "credit", session: session.id });
  const told = session.frames.at(-1)?.seq;
  expect(writes(session)).toEqual([["local:local", "7", told]]);
  expect((await session.run()).commit?.stored).toEqual([["local:local", "7", told]]);
  expect((await session.run()).commit?.stored).toBeUndefined();
});

test("what is bound does not run the page again, and nothing of it is sent for widgets that are not", async () => {
  const plain = new Script(() => void st.slider("A", { key: "a" })).open();
  const bound = new Script(() => void st.slider("A", { key: "a", bind: "local" })).open();
  for (const session of [plain, bound]) {
    await session.run();
    await session.run();
  }
  expect(bound.bytes).toBe(plain.bytes);
});
