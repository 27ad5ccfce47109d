import { st } from "@rivulet/server/script";
import { expect, test } from "vitest";
import { gate } from "./gate.ts";
import { Script, turn } from "./page-session.ts";

/** A stream without an end that says when it was cancelled. */
function endless(ended: () => void) {
  return async function* () {
    try {
      for (let i = 0; ; i++) {
        yield `${i} `;
        await turn();
      }
    } finally {
      ended();
    }
  };
}

test.each(["superseded", "stopped"] as const)("[SR5] a run that is %s cancels its stream and writes no more of it", async (how) => {
  const ended = gate();
  const session = new Script(async () => {
    st.text(`run ${session.no}`);
    if (session.no === 1) await st.writeStream(endless(() => ended.open()));
  }).open();
  const first = session.start();
  while (session.texts().length < 2) await turn();
  if (how === "stopped") session.stop();
  else await session.run();
  expect((await session.end(first)).outcome).toBe(how);
  await ended.passed;
  const frames = session.frames.length;
  for (let i = 0; i < 50; i++) await turn();
  expect(session.frames).toHaveLength(frames);
  if (how === "superseded") expect(session.texts()).toEqual(["run 2"]);
});

test("[SR5] a stream that waits for ever is cancelled when its run is over", async () => {
  const cancelled = gate<unknown>();
  const session = new Script(async () => {
    if (session.no === 1) await st.writeStream(new ReadableStream<string>({ cancel: (reason) => cancelled.open(reason) }));
  }).open();
  const first = session.start();
  await turn();
  await session.run();
  expect((await session.end(first)).outcome).toBe("superseded");
});

test("[SR5] a stream in a fragment goes on while the page's other fragments run", async () => {
  const { open, passed } = gate();
  const story = st.fragment(
    async () => {
      const again = st.button("tell");
      if (!again) return;
      await st.writeStream(async function* () {
        yield "once ";
        await passed;
        yield "upon a time";
      });
    },
    { key: "story" },
  );
  let others = 0;
  const other = st.fragment(
    () => {
      st.button("other");
      st.text(`${++others}`);
    },
    { key: "other" },
  );
  const session = new Script(async () => {
    await story();
    other();
  }).open();
  await session.run();
  const telling = session.start({ tell: true });
  while (!session.texts().includes("once ")) await turn();
  await session.run({ other: true });
  expect(session.texts()).toEqual(["tell", "once ", "other", "2"]);
  open();
  expect((await session.end(telling)).outcome).toBe("finished");
  expect(session.texts()).toEqual(["tell", "once upon a time", "other", "2"]);
});

test("[FM3] a stream costs what is new: 2000 tokens are at most three times their text", async () => {
  const words = Array.from({ length: 2000 }, (_, i) => `word${i} `);
  const session = new Script(async () => {
    await st.writeStream(
      async function* () {
        for (const word of words) {
          await turn();
          yield word;
        }
      },
      { cursor: "▌" },
    );
  }).open();
  await session.run();
  const text = words.join("");
  expect(session.texts()).toEqual([text]);
  expect(session.bytes).toBeLessThan(3 * text.length);
});

test("[SR10] a stream that never waits leaves the thread to other sessions", async () => {
  let others = 0;
  const script = new Script(async () => {
    if (session.no === 0) return void others++;
    await st.writeStream(function* () {
      while (others === 0) yield ".";
    });
  });
  const session = script.open();
  const running = session.run();
  const neighbour = script.open();
  neighbour.startRaw([]);
  session.no = 0;
  expect((await running).outcome).toBe("finished");
});
