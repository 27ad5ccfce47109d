import { once } from "node:events";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { startProcess } from "../server-process.ts";
import type { Target } from "./target.ts";

const SERVER = fileURLToPath(new URL("echo-server.js", import.meta.url));
/** As large as what rivulet sends for one changed line. */
const MESSAGE = Buffer.alloc(100, 1);

/** Millions of steps that are about 2 s of one core. */
const LOOPS = 3000;

/** The machine's own limit: a bare WebSocket server that sends back what it gets, and a bare page. It computes and waits in bare threads. */
export const echo: Target = {
  name: "bare echo",
  pages: false,

  start: (lines) =>
    startProcess({
      command: process.execPath,
      args: [SERVER],
      env: { BENCH_N: String(lines), BENCH_LOOPS: String(LOOPS) },
      address: (line) => /http:\/\/\S+/.exec(line)?.[0],
    }),

  connect: async ({ url }) => {
    const socket = new WebSocket(url.replace("http", "ws"), { perMessageDeflate: false });
    await once(socket, "open");
    let bytes = 0;
    let last = "";
    let answered = () => {};
    socket.on("message", (data: Buffer, binary) => {
      bytes += data.byteLength;
      last = binary ? "" : data.toString();
      answered();
    });
    return {
      get bytes() {
        return bytes;
      },
      rerun: (button) =>
        new Promise((resolve) => {
          answered = resolve;
          socket.send(button === undefined || button === "Increment" ? MESSAGE : button);
        }),
      said: (pattern) => pattern.exec(last)?.[1],
      close: async () => {
        socket.close();
        await once(socket, "close");
      },
    };
  },
};
