import { decodeFrame, PROTOCOL_VERSION } from "@rivulet/protocol";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import WebSocket from "ws";
import { Figures } from "../figure.ts";
import { summarize } from "../stats.ts";
import { echo } from "../targets/echo.ts";
import { rivulet } from "../targets/rivulet.ts";
import type { Target } from "../targets/target.ts";
import type { Scenario } from "./scenario.ts";

const BROWSERS = 1000;
/** Sockets that are opened at a time. */
const AT_ONCE = 20;

/** A thousand browsers on one server, each of which is told the time once a second: how old is what arrives? */
export const fanOut: Scenario = async (_targets, { quick }) => {
  const figures = new Figures("fan-out");
  const browsers = quick ? 100 : BROWSERS;
  for (const target of [echo, rivulet]) {
    const delays = await measure(target, browsers, quick ? 3000 : 20_000);
    const { p50, p95 } = summarize(delays);
    figures.add(target.name, "ms", { [`${browsers} browsers, p50`]: p50, [`${browsers} browsers, p95`]: p95 });
  }
  return figures.all;
};

async function measure(target: Target, browsers: number, ms: number): Promise<number[]> {
  const server = await target.start(0, "ticker");
  const delays: number[] = [];
  const sockets: WebSocket[] = [];
  let measuring = false;
  const heard = (text: string) => {
    const at = /at (\d+)\./.exec(text)?.[1];
    if (measuring && at !== undefined) delays.push(Date.now() - Number(at));
  };
  while (sockets.length < browsers) {
    const opened = Array.from({ length: Math.min(AT_ONCE, browsers - sockets.length) }, () => open(server.url, target, heard));
    sockets.push(...(await Promise.all(opened)));
  }
  await sleep(2000);
  measuring = true;
  await sleep(ms);
  for (const socket of sockets) socket.terminate();
  await server.stop();
  return delays;
}

/** A browser that does no more than it must: it greets, reads and acknowledges. */
async function open(url: string, target: Target, heard: (text: string) => void): Promise<WebSocket> {
  const socket = new WebSocket(target === echo ? url.replace("http", "ws") : `${url.replace("http", "ws")}ws`, {
    perMessageDeflate: false,
    origin: new URL(url).origin,
  });
  socket.on("message", (data: Buffer, isBinary) => {
    heard(data.toString("latin1"));
    if (isBinary && target === rivulet) socket.send(`{"type":"ack","seq":${decodeFrame(data).seq}}`);
  });
  await once(socket, "open");
  socket.send(
    target === echo ? "Tick" : JSON.stringify({ type: "hello", protocol: PROTOCOL_VERSION, build: "", path: "/", query: "", facts: {} }),
  );
  return socket;
}
