import { expect, test } from "vitest";
import { KillServer } from "./kill-server.ts";
import { TalkClient } from "./talk-client.ts";

test("[SR8] the error is for the request that was on the processor, whatever request came after it", async () => {
  await using server = await KillServer.start({ workers: 1 });
  await using culprit = await TalkClient.open(server.url);
  await using other = await TalkClient.open(server.url);
  await culprit.answered(culprit.set("Pause", 200));
  const computed = culprit.set("Compute long", true);
  await culprit.shows("pausing in run 3");
  const from = other.received.length;
  const paused = other.set("Pause", 1000);
  expect(await other.isUnderWay(paused, from, /^pausing in run 2$/)).toBe(true);
  await culprit.until(() => culprit.isComputing, "the page to compute");
  server.kill(culprit.thread);
  expect(await culprit.answered(computed)).toBe("error");
  expect(await other.answered(paused)).toBe("finished");
  expect(other.text(/^run /)).toMatch(/^run 2,/);
});
