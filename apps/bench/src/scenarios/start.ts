import { withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { median } from "../stats.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** From the start of the server's process to the first page's last line in a browser that has been nowhere. */
export const start: Scenario = async (targets, { quick }) => {
  const figures = new Figures("server start");
  const results = new Map<Target, Start[]>(targets.map((target) => [target, []]));
  for (let round = 0; round < (quick ? 2 : 5); round++) for (const [target, done] of results) done.push(await measure(target));
  for (const [target, done] of results) {
    figures.add(target.name, "ms", {
      "until it says its address": median(done.map(({ said }) => said)),
      "to the first text": median(done.map(({ shown }) => shown)),
    });
  }
  return figures.all;
};

interface Start {
  readonly said: number;
  readonly shown: number;
}

async function measure(target: Target): Promise<Start> {
  return withBrowser(async (context) => {
    const page = await context.newPage();
    const begun = performance.now();
    const server = await target.start(10);
    const said = performance.now() - begun;
    await page.goto(server.url, { waitUntil: "commit" });
    await page.evaluate(() => window.bench.ready);
    const shown = performance.now() - begun;
    await server.stop();
    return { said, shown };
  });
}
