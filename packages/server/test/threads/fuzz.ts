import { addScriptRunCtx, st, StaleRunContextError, ThreadCancelledError } from "@rivulet/server/script";
import { places } from "../../dist/script/script-run-context.js";
import type { PageSession } from "../script/page-session.ts";
import { plant, type Plant } from "./plants.ts";
import { gate, open, ThreadApp, type ThreadsUnderTest } from "./thread-app.ts";

export interface FuzzResult {
  /** What must never be seen, each with the step. */
  readonly violations: readonly string[];
  /** How often each case was hit. */
  readonly hits: Readonly<Record<string, number>>;
}

/** One session of the fuzz, and what its latest run must show when it finishes. */
interface Tab {
  session: PageSession;
  runs: number;
  mark: string;
  expected: string[];
  /** Of the run that a request has started: `drain` ends without a turn of the event loop, `wait` never by itself. */
  plan: "plain" | "drain" | "wait";
  seed: number;
}

type Random = (below: number) => number;

function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Many sessions at a time with random runs, threads, superseding requests, stops and disconnects. Everything that is
 * written carries the mark of its session and run; the mark must be that of the place where it is found.
 */
export async function fuzz({ seed, steps, bug }: { seed: number; steps: number; bug?: Plant | undefined }): Promise<FuzzResult> {
  using _planted = plant(bug);
  const random = randomFrom(seed);
  const violations: string[] = [];
  const hits: Record<string, number> = {};
  const hit = (what: string): void => void (hits[what] = (hits[what] ?? 0) + 1);
  const tabs = new Map<string, Tab>();
  const closed: Int32Array[] = [];
  const joins: Promise<void>[] = [];
  await using app = await ThreadApp.open();
  let made = 0;

  const newTab = (): Tab => {
    const session = app.script.open(`s${made++}.`);
    const tab: Tab = { session, runs: 0, mark: "", expected: [], plan: "plain", seed: 0 };
    tabs.set(session.id, tab);
    return tab;
  };

  const note = (joined: Promise<unknown>): void => {
    const settled = joined.then(
      () => hit("joined"),
      (error: unknown) => {
        if (error instanceof StaleRunContextError) hit("stale");
        else if (error instanceof ThreadCancelledError) hit("cancelled");
        else violations.push(`a thread failed: ${String(error)}`);
      },
    );
    joins.push(settled.then(() => undefined));
  };

  app.page = async ({ act }: ThreadsUnderTest) => {
    const tab = tabs.get(places.getStore()!.ctx.session.id) as Tab;
    const mark = (tab.mark = `${tab.session.id}${++tab.runs}`);
    const own = randomFrom(tab.seed);
    tab.expected = [`${mark} page`];
    st.text(`${mark} page`);
    (st.sessionState as Record<string, unknown>).mark = mark;
    const slot = st.container();
    const waiting: Promise<unknown>[] = [];
    for (let i = own(3); i > 0; i--) {
      const text = `${mark} t${i}`;
      const kind = own(4);
      if (kind < 2) {
        const t = kind === 0 ? act.thread("write", slot, text) : act.thread("say", text);
        const joined = addScriptRunCtx(t).start().join();
        // A run that drains does not wait for these.
        if (tab.plan !== "drain") tab.expected.push(text);
        waiting.push(joined);
        note(joined);
      } else {
        const opened = gate();
        closed.push(opened);
        const what = kind === 2 ? ("container" as const) : ("state" as const);
        note(
          addScriptRunCtx(act.thread("lateMark", opened, what, text, slot))
            .start({ detached: own(2) === 0 })
            .join(),
        );
      }
    }
    if (tab.plan === "drain") {
      const opened = gate();
      note(
        addScriptRunCtx(act.thread("drain", opened, slot, 0, 2, `${mark} d`))
          .start()
          .join(),
      );
      tab.expected.push(`${mark} d0`, `${mark} d1`);
      Atomics.wait(opened, 0, 0, 5000);
      Atomics.store(opened, 1, 1);
      Atomics.notify(opened, 1);
      hit("drained");
      return;
    }
    await Promise.all(waiting);
    if (tab.plan === "wait") await new Promise(() => {});
  };

  const check = (tab: Tab, step: string): void => {
    const texts = tab.session.texts();
    for (const text of texts) {
      if (!text.startsWith(tab.session.id)) violations.push(`${step}: session ${tab.session.id} shows ${text}`);
      else if (!text.startsWith(`${tab.mark} `)) violations.push(`${step}: run ${tab.mark} shows ${text}`);
    }
    for (const text of tab.expected) if (!texts.includes(text)) violations.push(`${step}: run ${tab.mark} has lost ${text}`);
    const state = Buffer.from(tab.session.state.get("mark") ?? []).toString("latin1");
    if (!state.includes(tab.mark)) violations.push(`${step}: the session state of run ${tab.mark} is ${state}`);
    hit("checked");
  };

  const finish = async (tab: Tab, step: string): Promise<void> => {
    tab.seed = random(1 << 30);
    const ended = await tab.session.run();
    if (ended.outcome !== "finished") violations.push(`${step}: a run ended as ${ended.outcome}: ${tab.session.texts().join()}`);
    else check(tab, step);
  };

  for (let i = 0; i < 6; i++) newTab();
  for (let i = 0; i < steps; i++) {
    const step = `step ${i}`;
    const tab = [...tabs.values()][random(tabs.size)] as Tab;
    const action = random(10);
    // What waits at a gate now writes late, or into a run that goes on.
    while (closed.length > 0 && random(2) === 0) open(closed.splice(random(closed.length), 1)[0] as Int32Array);
    if (action < 5) {
      tab.plan = action < 2 ? "drain" : "plain";
      await finish(tab, step);
    } else if (action < 8) {
      tab.plan = "wait";
      tab.seed = random(1 << 30);
      tab.session.start();
      hit("started");
      await new Promise((resolve) => setTimeout(resolve, random(6)));
    } else if (action === 8) {
      tab.session.stop();
      hit("stopped");
    } else {
      tab.session.close();
      tabs.delete(tab.session.id);
      newTab();
      hit("closed");
    }
  }
  for (const tab of tabs.values()) {
    tab.plan = "plain";
    await finish(tab, "the last run");
  }
  for (const opened of closed) open(opened);
  await Promise.all(joins);
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const tab of tabs.values()) check(tab, "the end");
  return { violations, hits };
}
