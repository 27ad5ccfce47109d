import type { Page } from "playwright-core";
import { setTimeout as sleep } from "node:timers/promises";
import { timeClick, withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { summarize } from "../stats.ts";
import { rivulet } from "../targets/rivulet.ts";
import type { TargetServer } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const SIZES = [0, 200];
/** A user's clicks do not queue up. */
const GAP = 60;

/** A page of 200 widgets of eight kinds and a selectbox of 10,000 options: reruns at a socket, clicks in a browser, opening the list. */
export const widgets: Scenario = async (_targets, { quick }) => {
  const figures = new Figures("widgets");
  for (const size of SIZES) {
    const server = await rivulet.start(size, "widgets");
    const { times, first, later } = await rerun(server, quick ? 100 : 500);
    figures.add(rivulet.name, "ms", { [`${size} widgets, rerun p50`]: times.p50, [`${size} widgets, rerun p95`]: times.p95 });
    figures.add(rivulet.name, "B", { [`${size} widgets, first run`]: first, [`${size} widgets, rerun`]: later });
    const { clicks, opens } = await use(server, quick ? 10 : 30);
    figures.add(rivulet.name, "ms", {
      [`${size} widgets, click to DOM p50`]: clicks.p50,
      [`${size} widgets, click to DOM p95`]: clicks.p95,
      [`${size} widgets, 10,000 options open p50`]: opens.p50,
      [`${size} widgets, 10,000 options open p95`]: opens.p95,
    });
    await server.stop();
  }
  return figures.all;
};

async function rerun(server: TargetServer, samples: number) {
  const client = await rivulet.connect(server);
  const first = client.bytes;
  for (let i = 0; i < 100; i++) await client.rerun();
  const before = client.bytes;
  const times: number[] = [];
  for (let i = 0; i < samples; i++) {
    const start = performance.now();
    await client.rerun();
    times.push(performance.now() - start);
  }
  const later = (client.bytes - before) / samples;
  await client.close();
  return { times: summarize(times), first, later };
}

async function use(server: TargetServer, samples: number) {
  return withBrowser(async (context) => {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.evaluate(() => window.bench.ready);
    const clicks: number[] = [];
    const opens: number[] = [];
    const warmUp = 5;
    for (let count = 1; count <= samples + warmUp; count++) {
      const time = await timeClick(page, `count: ${count}.`);
      await sleep(GAP);
      const open = await timeOpening(page);
      if (count > warmUp) clicks.push(time);
      if (count > warmUp) opens.push(open);
      await sleep(GAP);
    }
    return { clicks: summarize(clicks), opens: summarize(opens) };
  });
}

/** Milliseconds from a press on the field until its options are drawn. */
async function timeOpening(page: Page): Promise<number> {
  const field = page.getByRole("combobox", { name: "Ports" });
  await field.evaluate((input) => {
    window.bench.clicked = new Promise((resolve) => {
      let start = 0;
      addEventListener("pointerdown", () => (start = performance.now()), { capture: true, once: true });
      const drawn = () => {
        if (input.getAttribute("aria-expanded") === "true" && document.querySelector("[role='option']") !== null)
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
        else requestAnimationFrame(drawn);
      };
      drawn();
    });
  });
  await field.click();
  const time = await page.evaluate(() => window.bench.clicked);
  await page.keyboard.press("Escape");
  return time;
}
