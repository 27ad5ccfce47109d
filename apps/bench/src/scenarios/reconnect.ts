import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import { timeClick, withBrowser } from "../browser.ts";
import { type CuttableProxy, cuttableProxy } from "../cuttable-proxy.ts";
import { Figures } from "../figure.ts";
import { median } from "../stats.ts";
import { echo } from "../targets/echo.ts";
import type { Target, TargetServer } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

/** Longer than anybody waits. */
const PATIENCE = 30_000;

interface Tab {
  readonly page: Page;
  readonly network: CDPSession;
  readonly proxy: CuttableProxy;
}

/** A tab whose link is cut, or whose server is started again: how long until its socket is open, and is its count still there? */
export const reconnect: Scenario = async (targets, { quick }) => {
  const figures = new Figures("reconnect");
  // A bare page does not come back.
  for (const target of targets.filter((each) => each !== echo)) {
    const rounds = Array.from({ length: quick ? 1 : 2 });
    for (const seconds of quick ? [1.5] : [1.5, 4]) {
      const times: number[] = [];
      for (const _ of rounds) times.push(await cut(target, seconds * 1000));
      figures.add(target.name, "ms", { [`cut for ${seconds} s, link back to socket open`]: median(times) });
    }
    const restarts: { readonly ms: number; readonly kept: boolean }[] = [];
    for (const _ of rounds) restarts.push(await restart(target));
    figures.add(target.name, "ms", { "server restarted, server up to socket open": median(restarts.map(({ ms }) => ms)) });
    figures.add(target.name, "", { "server restarted, count kept": restarts.every(({ kept }) => kept) ? 1 : 0 });
  }
  return figures.all;
};

async function cut(target: Target, ms: number): Promise<number> {
  const server = await target.start(10);
  const time = await inTab(server, async (tab) => {
    tab.proxy.cut();
    await sleep(ms);
    const back = await reopened(tab, server);
    await timeClick(tab.page, "count: 4.");
    return back;
  });
  await server.stop();
  return time;
}

async function restart(target: Target) {
  const folder = await mkdtemp(join(tmpdir(), "rivulet-bench-"));
  const before = await target.start(10, "small", folder);
  let server = before;
  const result = await inTab(before, async (tab) => {
    await before.stop();
    tab.proxy.cut();
    server = await target.start(10, "small", folder);
    const ms = await reopened(tab, server);
    await tab.page.getByRole("button", { name: "Increment" }).click();
    const count = tab.page.getByText(/count: [14]\./);
    await count.waitFor({ timeout: PATIENCE });
    return { ms, kept: (await count.textContent()) === "count: 4." };
  });
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return result;
}

/** Milliseconds from the moment in which the link leads to the server until the tab has a socket. */
async function reopened({ network, proxy }: Tab, { url }: TargetServer): Promise<number> {
  const open = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("The tab does not come back.")), PATIENCE);
    network.once("Network.webSocketHandshakeResponseReceived", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  proxy.join(url);
  const start = performance.now();
  await open;
  return performance.now() - start;
}

/** A tab on a cuttable link in which the button was pressed three times. */
async function inTab<T>(server: TargetServer, use: (tab: Tab) => Promise<T>): Promise<T> {
  const proxy = await cuttableProxy(server.url);
  try {
    return await withBrowser(async (context) => {
      const page = await context.newPage();
      const network = await context.newCDPSession(page);
      await network.send("Network.enable");
      await page.goto(proxy.url);
      await page.evaluate(() => window.bench.ready);
      for (let count = 1; count <= 3; count++) await timeClick(page, `count: ${count}.`);
      return use({ page, network, proxy });
    });
  } finally {
    await proxy.close();
  }
}
