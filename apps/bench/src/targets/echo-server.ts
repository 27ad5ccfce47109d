import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import { type WebSocket, WebSocketServer } from "ws";

// A process of its own: the least that a click can cost on this machine. It sends back what it gets.
const lines = Number(process.env.BENCH_N ?? 10);
const millions = Number(process.env.BENCH_LOOPS ?? 100);

/** Threads that wait for something to do. */
const idle: Worker[] = [];

/** Has a bare thread compute or wait: one that is there, or a new one. */
async function inThread(task: { readonly millions?: number; readonly ms?: number }): Promise<void> {
  const thread = idle.pop() ?? new Worker(new URL("echo-thread.js", import.meta.url));
  thread.postMessage(task);
  await once(thread, "message");
  idle.push(thread);
}

/** What the pages' buttons do. */
const ACTS: Readonly<Record<string, () => Promise<string>>> = {
  "Burn work": async () => {
    await inThread({ millions });
    return "burned";
  },
  "Burn 5 s": async () => {
    const end = Date.now() + 5000;
    while (Date.now() < end) await inThread({ millions: 10 });
    return "burned";
  },
  "One thread": async () => {
    const start = performance.now();
    await inThread({});
    return `took ${(performance.now() - start).toFixed(3)} ms`;
  },
  "Two threads": async () => {
    await Promise.all([inThread({ ms: 1000 }), inThread({ ms: 1000 })]);
    return "waited";
  },
};

/** Tells the time once a second. */
function tick(socket: WebSocket): void {
  const ticking = setInterval(() => socket.send(`at ${Date.now()}.`), 1000);
  socket.on("close", () => clearInterval(ticking));
}

const html = `<!doctype html><meta charset="utf-8"><title>echo</title>
<button>Increment</button><p id="count">count: 0.</p>
${Array.from({ length: lines }, (_, i) => `<p>Static line ${i}: the quick brown fox jumps over the lazy dog.</p>`).join("\n")}
<p>BENCH-READY</p>
<script>
const socket = new WebSocket("ws://" + location.host);
let count = 0;
socket.onmessage = ({ data }) => { document.getElementById("count").textContent = "count: " + data + "."; };
document.querySelector("button").onclick = () => socket.send(String(++count));
</script>`;

const server = createServer((_, response) => {
  response.setHeader("content-type", "text/html");
  response.end(html);
});
new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (socket) => {
  socket.on("message", (data, binary) => {
    if (!binary && (data as Buffer).toString() === "Tick") return tick(socket);
    const act = binary ? undefined : ACTS[(data as Buffer).toString()];
    if (act === undefined) socket.send(data, { binary });
    else void act().then((text) => socket.send(text));
  });
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`));
