import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import WebSocket from "ws";
import { freePort, startProcess } from "../server-process.ts";
import { clickMessage, firstRunMessage, buttonIn, isScriptFinished } from "./streamlit-wire.ts";
import type { Target, TargetClient } from "./target.ts";

const PAGES = fileURLToPath(new URL("../../streamlit/", import.meta.url));
/** Millions of steps that are about 2 s of one core. */
const LOOPS = 70;
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

    start: async (lines, page = "small") => {
      const port = await freePort();
      const options = { headless: "true", port: String(port), address: "127.0.0.1" };
      const server = await startProcess({
        command,
        args: [
          "run",
          join(PAGES, `${page}.py`),
          ...Object.entries(options).flatMap(([name, value]) => [`--server.${name}`, value]),
          "--browser.gatherUsageStats",
          "false",
        ],
        env: { BENCH_N: String(lines), BENCH_LOOPS: String(LOOPS), PYTHONPATH: TUNED },
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
  let said = "";
  const buttons = new Map<string, string>();
  let finished = () => {};
  socket.on("message", (data: Buffer) => {
    bytes += data.byteLength;
    said += data.toString("latin1");
    const button = buttonIn(data);
    if (button !== undefined) buttons.set(button.label, button.id);
    if (isScriptFinished(data)) finished();
  });
  await once(socket, "open");
  const run = (message: Uint8Array) =>
    new Promise<void>((resolve) => {
      finished = resolve;
      said = "";
      socket.send(message);
    });
  await run(firstRunMessage());
  const click = (label: string) => {
    const id = buttons.get(label);
    if (id === undefined) throw new Error(`Streamlit sent no button ${label}: its protocol has changed.`);
    return clickMessage(id);
  };
  return {
    get bytes() {
      return bytes;
    },
    rerun: (button = "Increment") => run(click(button)),
    said: (pattern) => pattern.exec(said)?.[1],
    close: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}
