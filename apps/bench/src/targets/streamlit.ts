import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { freePort, startProcess } from "../server-process.ts";
import { clickMessage, firstRunMessage, isScriptFinished, widgetIdIn } from "./streamlit-wire.ts";
import type { Target, TargetClient } from "./target.ts";

const PAGE = fileURLToPath(new URL("../../streamlit/small.py", import.meta.url));
const TUNED = fileURLToPath(new URL("../../streamlit/tuned", import.meta.url));

/** The Streamlit to compare with: `RIVULET_BENCH_STREAMLIT`, else the one on the PATH; undefined if there is none. */
export function findStreamlit(): { readonly command: string; readonly version: string } | undefined {
  const command = process.env.RIVULET_BENCH_STREAMLIT ?? "streamlit";
  try {
    const version = execFileSync(command, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return { command, version };
  } catch {
    return undefined;
  }
}

/** Streamlit, tuned: without Nagle's delay and without a garbage collection after each run. */
export function streamlit(command: string): Target {
  return {
    name: "Streamlit, tuned",

    start: async (lines) => {
      const port = await freePort();
      const options = { headless: "true", port: String(port), address: "127.0.0.1" };
      const server = await startProcess({
        command,
        args: [
          "run",
          PAGE,
          ...Object.entries(options).flatMap(([name, value]) => [`--server.${name}`, value]),
          "--browser.gatherUsageStats",
          "false",
        ],
        env: { BENCH_N: String(lines), PYTHONPATH: TUNED },
        address: (line) => (line.includes("URL:") ? `http://127.0.0.1:${port}/` : undefined),
      });
      return server;
    },

    connect: ({ url }) => connect(url),
  };
}

async function connect(url: string): Promise<TargetClient> {
  const socket = new WebSocket(`${url.replace("http", "ws")}_stcore/stream`, ["streamlit"], { perMessageDeflate: false });
  let bytes = 0;
  let button: string | undefined;
  let finished = () => {};
  socket.on("message", (data: Buffer) => {
    bytes += data.byteLength;
    button ??= widgetIdIn(data);
    if (isScriptFinished(data)) finished();
  });
  await once(socket, "open");
  const run = (message: Uint8Array) =>
    new Promise<void>((resolve) => {
      finished = resolve;
      socket.send(message);
    });
  await run(firstRunMessage());
  if (button === undefined) throw new Error("Streamlit sent no button: its protocol has changed.");
  const click = clickMessage(button);
  return {
    get bytes() {
      return bytes;
    },
    rerun: () => run(click),
    close: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}
