import type { Page } from "playwright-core";
import { timeEvent, withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { median } from "../stats.ts";
import { echo } from "../targets/echo.ts";
import type { Target, TargetServer } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** 2000 tokens of about 8 characters. */
const TEXT = Array.from({ length: 2000 }, (_, i) => `tok${i} `).join("").length + "ENDTOKEN".length;

/** A stream of 2000 tokens that never waits: how long until the last one is there, at a raw socket and in a browser, and how many bytes for one of text. */
export const stream: Scenario = async (targets, { quick }) => {
  const figures = new Figures("stream");
  // A bare socket has no text that grows.
  for (const target of targets.filter((each) => each !== echo)) {
    const server = await target.start(0, "stream");
    const { ms, bytes } = await atSocket(target, server, quick ? 3 : 15);
    const { first, last } = await inBrowser(server, quick ? 3 : 10);
    await server.stop();
    figures.add(target.name, "ms", { "2000 tokens": ms });
    figures.add(target.name, "B", { "2000 tokens, bytes": bytes });
    figures.add(target.name, "", { "2000 tokens, bytes a byte of text": bytes / TEXT });
    figures.add(target.name, "ms", { "first token in the browser": first, "last token in the browser": last });
  }
  return figures.all;
};

async function atSocket(target: Target, server: TargetServer, samples: number) {
  const times: number[] = [];
  const sizes: number[] = [];
  for (let i = 0; i < samples; i++) {
    const client = await target.connect(server);
    const before = client.bytes;
    const start = performance.now();
    await client.rerun("Stream");
    times.push(performance.now() - start);
    sizes.push(client.bytes - before);
    await client.close();
  }
  return { ms: median(times), bytes: median(sizes) };
}

async function inBrowser(server: TargetServer, samples: number) {
  const first: number[] = [];
  const last: number[] = [];
  await withBrowser(async (context) => {
    for (let sample = 0; sample < samples; sample++) {
      const page = await context.newPage();
      await page.goto(server.url);
      await page.evaluate(() => window.bench.ready);
      last.push(await timeStream(page));
      first.push(await page.evaluate(() => window.bench.first));
      await page.close();
    }
  });
  return { first: median(first), last: median(last) };
}

/** Milliseconds from a click until the last token is in the document. */
async function timeStream(page: Page): Promise<number> {
  await page.evaluate(() => {
    window.bench.first = window.bench.after("click", "tok0 ");
  });
  return timeEvent(page, "click", "ENDTOKEN", () => page.getByRole("button", { name: "Stream" }).click());
}
