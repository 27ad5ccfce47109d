import { st } from "@rivulet/server/script";
import { isWithheld, setAway } from "@rivulet/server/testing";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, turn, type PageSession } from "./page-session.ts";

/** A session whose browser has applied its first page, and then stops reading. */
async function unread(page: (no: number) => unknown): Promise<PageSession> {
  const session: PageSession = new Script(() => page(session.no)).open();
  expect((await session.run()).outcome).toBe("finished");
  session.reads = false;
  return session;
}

/** The browser of a session has gone, or is back. */
function away(session: PageSession, gone: boolean): void {
  if (setAway(session.interrupt, gone)) session.script.post({ type: "credit", session: session.id });
}

const kinds = ({ frames }: PageSession) => frames.at(-1)?.msgs.map(({ type }) => type);

test("[FM5] a browser that acknowledges nothing is sent eight frames at most, and what it missed as one", async () => {
  const session = await unread(async (no) => {
    const slot = st.empty();
    slot.text("begun");
    if (no !== 2) return;
    for (let i = 0; i < 12; i++) {
      await sleep(17);
      slot.text(`step ${i}`);
    }
  });
  const before = session.frames.length;
  const no = session.start();
  const ended = await session.end(no);
  expect(ended).toMatchObject({ outcome: "finished", frame: undefined });
  const sent = session.frames.length - before;
  expect(sent).toBeGreaterThan(1);
  expect(sent).toBeLessThanOrEqual(8);
  expect(session.texts()).not.toEqual(["step 11"]);
  session.acknowledge();
  expect(session.frames).toHaveLength(before + sent + 1);
  expect(session.texts()).toEqual(["step 11"]);
  expect(kinds(session)).toEqual(["delta", "runFinished"]);
});

test("[FM6] what is withheld is the difference of two trees, however much was written", async () => {
  const session = await unread(async (no) => {
    if (no === 1) return void st.text("begun");
    const slot = st.empty();
    for (let i = 0; i < 10_000; i++) slot.text(`write ${i}`);
    for (let i = 0; i < 100; i++) st.toast(`toast ${i}`);
  });
  away(session, true);
  for (let i = 0; i < 5; i++) await session.run();
  const { bytes } = session;
  expect(isWithheld(session.interrupt)).toBe(true);
  away(session, false);
  expect(session.texts()).toEqual(["write 9999"]);
  expect(session.bytes - bytes).toBeLessThan(2000);
  expect(session.msgs.filter(({ type }) => type === "toast")).toHaveLength(20);
  // Of six runs the browser hears of the last; its end says that all are answered.
  expect(kinds(session)?.filter((type) => type.startsWith("run"))).toEqual(["runFinished", "runStarted", "runFinished"]);
  expect(session.msgs.at(-1)).toMatchObject({ type: "runFinished", taken: 6 });
  expect(isWithheld(session.interrupt)).toBe(false);
});

test("[FM5] a run goes on while the browser is away, and nothing is posted", async () => {
  const { open, passed } = gate();
  const session = await unread(async (no) => {
    st.text(`run ${no}`);
    if (no !== 2) return;
    await passed;
    st.text("all");
  });
  away(session, true);
  const { length } = session.frames;
  const no = session.start();
  await turn();
  open();
  expect((await session.end(no)).outcome).toBe("finished");
  expect(session.frames).toHaveLength(length);
  away(session, false);
  expect(session.texts()).toEqual(["run 2", "all"]);
});

test("[FM6] a page that asks for reruns without end costs nothing while nobody reads", async () => {
  let left = 0;
  const session = await unread(() => {
    st.text(`${left} left`);
    if (left-- > 0) st.rerun();
  });
  left = 1000;
  away(session, true);
  await session.run();
  const { bytes } = session;
  away(session, false);
  expect(session.texts()).toEqual(["0 left"]);
  expect(session.bytes - bytes).toBeLessThan(300);
});

test("[SR7] an error that is withheld says what it kept the run from reaching", async () => {
  const session = await unread((no) => {
    st.text("one");
    if (no === 2) throw new Error("lost");
    st.text("two");
    st.text("three");
  });
  away(session, true);
  expect((await session.run()).outcome).toBe("error");
  away(session, false);
  expect(session.texts()).toEqual(["one", "lost", "two", "three"]);
  expect(kinds(session)).toEqual(["runStarted", "delta", "pending", "runFinished"]);
});

test("[FM5] a browser that needs the whole tree learns with it what was answered while nobody read", async () => {
  const session = await unread((no) => void st.text(`run ${no}`));
  away(session, true);
  await session.run();
  session.script.post({ type: "attach", session: session.id });
  away(session, false);
  expect(session.texts()).toEqual(["run 2"]);
  expect(kinds(session)).toEqual(["tree", "location", "runFinished"]);
});

test("[SR8] a file counts as on the make until the frame that tells of it is posted", async () => {
  const session = await unread(() => st.downloadButton("Chart", () => "soundings", { onClick: "ignore" }));
  const counts = () => session.script.events.flatMap((event) => (event.type === "making" ? [event.files] : []));
  away(session, true);
  await session.end(session.start({ Chart: true }));
  await turn();
  expect(isWithheld(session.interrupt)).toBe(true);
  expect(counts().at(-1)).toBe(1);
  away(session, false);
  expect(kinds(session)).toContain("download");
  // Not before that frame: the session might move in between.
  expect(counts().at(-1)).toBe(1);
  await turn();
  expect(counts().at(-1)).toBe(0);
});
