import { setTimeout as sleep } from "node:timers/promises";
import { timeEvent, withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { median, summarize } from "../stats.ts";
import { echo } from "../targets/echo.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** A user's keys do not queue up, unless one is held. */
const GAP = 60;
const REPEAT = 30;
const HELD = 20;

/** An arrow key on a slider, and one that is held: how long until the text with the value is there. */
export const slider: Scenario = async (targets, { quick }) => {
  const figures = new Figures("slider");
  // A bare page has no slider.
  for (const target of targets.filter((each) => each !== echo)) {
    const { single, held } = await measure(target, quick ? 10 : 40, quick ? 1 : 5);
    figures.add(target.name, "ms", {
      "key to DOM, p50": summarize(single).p50,
      "key to DOM, p95": summarize(single).p95,
      "held key, last press to last value": median(held),
    });
  }
  return figures.all;
};

async function measure(target: Target, samples: number, holds: number) {
  const server = await target.start(0, "slider");
  const times = await withBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => window.bench.ready);
    await page.getByRole("slider", { name: "Amount" }).focus();
    let value = 10;
    const press = () => page.keyboard.press("ArrowRight");
    const single: number[] = [];
    const held: number[] = [];
    const warmUp = 5;
    for (let sample = 0; sample < samples + warmUp; sample++) {
      const time = await timeEvent(page, "keydown", `amount is ${++value}.`, press);
      if (sample >= warmUp) single.push(time);
      await sleep(GAP);
    }
    for (let hold = 0; hold < holds; hold++) {
      for (let i = 1; i < HELD; i++) {
        await press();
        await sleep(REPEAT);
      }
      value += HELD;
      held.push(await timeEvent(page, "keydown", `amount is ${value}.`, press));
      await sleep(GAP);
    }
    return { single, held };
  });
  await server.stop();
  return times;
}
