import { once } from "node:events";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { startProcess } from "../server-process.ts";
import type { Target } from "./target.ts";

const SERVER = fileURLToPath(new URL("echo-server.js", import.meta.url));
/** As large as what rivulet sends for one changed line. */
const MESSAGE = Buffer.alloc(100, 1);

/** The machine's own limit: a bare WebSocket server that sends back what it gets, and a bare page. */
export const echo: Target = {
  name: "bare echo",

  start: (lines) =>
    startProcess({
      command: process.execPath,
      args: [SERVER],
      env: { BENCH_N: String(lines) },
      address: (line) => /http:\/\/\S+/.exec(line)?.[0],
    }),

  connect: async ({ url }) => {
    const socket = new WebSocket(url.replace("http", "ws"), { perMessageDeflate: false });
    await once(socket, "open");
    let bytes = 0;
    let answered = () => {};
    socket.on("message", (data: Buffer) => {
      bytes += data.byteLength;
      answered();
    });
    return {
      get bytes() {
        return bytes;
      },
      rerun: () =>
        new Promise((resolve) => {
          answered = resolve;
          socket.send(MESSAGE);
        }),
      close: async () => {
        socket.close();
        await once(socket, "close");
      },
    };
  },
};
