import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

// A process of its own: the least that a click can cost on this machine. It sends back what it gets.
const lines = Number(process.env.BENCH_N ?? 10);

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
  socket.on("message", (data, binary) => socket.send(data, { binary }));
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`));
