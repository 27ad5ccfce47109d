import { setTimeout as sleep } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { withBrowser } from "../browser.ts";
import { Figures } from "../figure.ts";
import { median } from "../stats.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const LINES = 10;
/** What is still on its way when the text is there counts too. */
const REST = 500;

interface Visit {
  readonly ms: number;
  readonly bytes: number;
  readonly requests: number;
}

/** From the navigation to the page's last line, with an empty cache and with a filled one, and what went over the wire. */
export const firstText: Scenario = async (targets, { quick }) => {
  const figures = new Figures("first text");
  const rounds = quick ? 2 : 7;
  for (const target of targets) {
    const server = await target.start(LINES);
    const cold: Visit[] = [];
    const warm: Visit[] = [];
    for (let round = 0; round <= rounds; round++) {
      const [first, second] = await withBrowser(
        async (context) => [await visit(context, server.url), await visit(context, server.url)] as const,
      );
      // The first browser of all also warms the server up.
      if (round === 0) continue;
      cold.push(first);
      warm.push(second);
    }
    await server.stop();
    report(figures, target, { cold, warm });
  }
  return figures.all;
};

function report(figures: Figures, { name }: Target, visits: Readonly<Record<string, readonly Visit[]>>): void {
  for (const [temperature, all] of Object.entries(visits)) {
    figures.add(name, "ms", { [`${temperature}, p50`]: median(all.map(({ ms }) => ms)) });
    figures.add(name, "KB", { [`${temperature}, transferred`]: median(all.map(({ bytes }) => bytes)) / 1024 });
    figures.add(name, "", { [`${temperature}, requests`]: median(all.map(({ requests }) => requests)) });
  }
}

async function visit(context: BrowserContext, url: string): Promise<Visit> {
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  let requests = 0;
  let bytes = 0;
  network.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("http")) requests++;
  });
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  network.on("Network.webSocketFrameReceived", ({ response }) => {
    // Binary frames come as base64.
    bytes += response.opcode === 2 ? (response.payloadData.length * 3) / 4 : response.payloadData.length;
  });
  await network.send("Network.enable");
  await page.goto(url, { waitUntil: "commit" });
  const ms = await page.evaluate(() => window.bench.ready);
  await sleep(REST);
  await page.close();
  return { ms, bytes, requests };
}
