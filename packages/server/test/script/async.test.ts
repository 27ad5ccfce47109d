import { st, StaleRunContextError } from "@rivulet/server/script";
import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { randomFrom } from "../random.ts";
import { Script, turn } from "./page-session.ts";

test("[TH1] work awaited together writes where its run is", async () => {
  const session = new Script(async () => {
    const part = async (name: string, turns: number) => {
      for (let i = 0; i < turns; i++) await turn();
      st.text(name);
    };
    await Promise.all([part("slow", 3), part("fast", 1)]);
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["fast", "slow"]);
});

test("[TH1] timers, emitters and async iterators started by a run write into it", async () => {
  const session = new Script(async () => {
    const emitter = new EventEmitter();
    emitter.on("x", (text: string) => st.text(text));
    emitter.emit("x", "emitted");
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        st.text("timer");
        resolve();
      }, 1);
    });
    for await (const text of (async function* () {
      yield "one";
      await turn();
      yield "two";
    })()) {
      st.text(text);
    }
  }).open();
  await session.run();
  expect(session.texts()).toEqual(["emitted", "timer", "one", "two"]);
});

test("[TH2] a container writes into its own session whoever calls", async () => {
  const shared = new EventEmitter();
  const script = new Script(async () => {
    const slot = st.container();
    const write = (text: string) => slot.text(text);
    shared.on("news", write);
    await new Promise<void>((resolve) => shared.once("over", () => resolve()));
    shared.off("news", write);
  });
  const a = script.open();
  const b = script.open();
  const runs = [a.start(), b.start()];
  await turn();
  shared.emit("news", "to all");
  shared.emit("over");
  await Promise.all([a.end(runs[0] as number), b.end(runs[1] as number)]);
  expect(a.texts()).toEqual(["to all"]);
  expect(b.texts()).toEqual(["to all"]);
});

test("[TH6] what outlives its run gets StaleRunContextError and reaches no other run", async () => {
  const caught: unknown[] = [];
  let late: (() => void) | undefined;
  const session = new Script(() => {
    const box = st.container();
    const { sessionState } = st;
    if (late === undefined) {
      late = () => {
        for (const write of [() => box.text("late"), () => st.text("late"), () => (sessionState.late = 1)]) {
          try {
            write();
          } catch (error) {
            caught.push(error);
          }
        }
      };
      setTimeout(late, 5);
    }
    st.text("on time");
  }).open();
  await session.run();
  await session.run();
  while (caught.length < 3) await turn();
  expect(caught).toEqual([expect.any(StaleRunContextError), expect.any(StaleRunContextError), expect.any(StaleRunContextError)]);
  expect(String(caught[1])).toContain("st.text was called after its run had ended (finished)");
  await session.run();
  expect(session.texts()).toEqual(["on time"]);
  expect(session.state.size).toBe(0);
});

test.each([
  ["an earlier run", false],
  ["a run of another session", true],
])("[TH6] a listener that %s has left behind throws into the run that calls it, and the error says whose it is", async (whose, other) => {
  const shared = new EventEmitter();
  const script = new Script(() => {
    if (shared.listenerCount("news") > 0) shared.emit("news");
    const box = st.container();
    shared.on("news", () => box.text("late"));
  });
  const first = script.open();
  await first.run();
  const session = other ? script.open() : first;
  expect((await session.run()).outcome).toBe("error");
  expect(session.texts().join()).toContain(`It belongs to ${whose}, which has left it behind for this one to call`);
  expect(session.texts().join()).toContain("remove listeners when st.signal aborts");
});

test("[SR12] a container captured by a callback says to write in the body", async () => {
  const session = new Script(() => {
    const box = st.container();
    st.button("go", { onClick: () => box.text("in vain") });
  }).open();
  await session.run();
  expect((await session.run({ go: true })).outcome).toBe("error");
  expect(session.texts().join()).toContain("In a callback set session state, and write it in the page's body");
});

test("[SR12] closures see the objects they captured; a superseding run reads what was committed", async () => {
  const session = new Script(async () => {
    const state = st.sessionState.init({ list: [1] });
    const { list } = state;
    st.button("add", { onClick: () => list.push(2) });
    if (session.no === 3) await new Promise(() => {});
    st.text(JSON.stringify(state.list));
  }).open();
  await session.run();
  await session.run({ add: true });
  expect(session.texts()).toContain("[1,2]");
  session.start({ add: true });
  await turn();
  await session.run();
  expect(session.texts()).toContain("[1,2,2]");
});

test("[SR4] sessions interleaved at awaits never mix (seeded fuzz)", async () => {
  const seed = Number(process.env.RIVULET_SEED ?? 20261122);
  console.info(`seed ${seed}`);
  const random = randomFrom(seed);
  const script = new Script(async () => {
    const mine = (st.sessionState.mine ??= nextMark()) as string;
    const [left, right] = st.columns(2);
    await Promise.all([writeSome(mine), left.with(() => writeSome(mine)), right.with(() => writeSome(mine))]);
    left.text(mine);
    st.checkbox(mine);
  });
  let marks = 0;
  let awaits = 0;
  const nextMark = () => `mark ${++marks}`;
  async function writeSome(mark: string) {
    for (let i = 0; i < 4; i++) {
      for (let k = Math.floor(random() * 4); k > 0; k--) {
        awaits++;
        await turn();
      }
      st.text(mark);
    }
  }
  const sessions = Array.from({ length: 12 }, () => script.open());
  for (let round = 0; round < 40; round++) {
    const started = sessions.filter(() => random() < 0.7).map((session) => [session, session.start()] as const);
    for (let k = Math.floor(random() * 6); k > 0; k--) await turn();
    for (const [session] of started) if (random() < 0.2) session.start();
    if (random() < 0.2) sessions[Math.floor(random() * sessions.length)]?.stop();
    await Promise.all(started.map(([session]) => session.end(session.no)));
    for (const session of sessions) {
      const texts = new Set(session.texts());
      expect(texts.size, `seed ${seed}, round ${round}, ${session.id}: ${[...texts].join()}`).toBeLessThanOrEqual(1);
    }
  }
  const own = new Set(sessions.flatMap((session) => session.texts()));
  expect(own.size).toBe(sessions.length);
  expect(awaits).toBeGreaterThan(2000);
});

/** A small generator of numbers in [0, 1), the same for the same seed. */
