import { ROOT_IDS, type ForwardMsg, type Node, type WidgetId } from "@rivulet/protocol";
import { expect, onTestFinished, test } from "vitest";
import { FragmentTimers } from "./fragment-timers.ts";
import { PageView } from "./page-view.ts";
import { SentMessages } from "./sent-messages.ts";

const fragment = (id: number): Node => ({ id, type: "fragment", props: { id: `f${id}`, every: 0.01 }, children: [] });

/** A page with two fragments whose ticks the test waits for and answers. */
function setUp() {
  const view = new PageView();
  const sent = new SentMessages();
  const ticks: WidgetId[] = [];
  let heard = () => {};
  const timers = new FragmentTimers(view, sent, (id) => {
    sent.add((n) => ({ type: "update", n, seen: 1, values: [], fragment: id }));
    ticks.push(id);
    heard();
  });
  onTestFinished(() => timers.stop());
  const receive = (...msgs: ForwardMsg[]) => {
    view.applyFrame({ seq: view.seen + 1, msgs });
    sent.settle(view.taken);
    timers.update();
  };
  receive({ type: "delta", deltas: [{ type: "children", id: ROOT_IDS.main, order: [fragment(8), fragment(9)] }] });
  const until = (wanted: () => boolean) =>
    new Promise<void>((resolve) => {
      heard = () => {
        if (wanted()) resolve();
      };
      heard();
    });
  return { ticks, receive, until, timers, sent };
}

test("fragments tick when their time has come, and again only when that was answered", async () => {
  const { ticks, receive, until, sent } = setUp();
  await until(() => ticks.length === 2);
  expect(ticks.toSorted()).toEqual(["f8", "f9"]);
  for (let times = 2; times <= 4; times++) {
    receive({ type: "runFinished", run: 1, outcome: "finished", taken: sent.last, but: [[2, 2]] });
    await until(() => ticks.filter((id) => id === ticks[0]).length === times);
  }
  expect(ticks.filter((id) => id === ticks[1])).toHaveLength(1);
});

test("a new session counts anew", async () => {
  const { ticks, until, timers, sent } = setUp();
  await until(() => ticks.length === 2);
  sent.reset();
  timers.reset();
  timers.update();
  await until(() => ticks.length === 4);
});
