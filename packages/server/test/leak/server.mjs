// A server in a process of its own, so that what is measured is its memory alone. Run with --expose-gc; told what to do over IPC.
import { createHost } from "../../dist/host/host.js";
import { openBuiltPages } from "@rivulet/server/built";
import { heldBytes, openResources } from "./heap.mjs";
import { plant } from "./plants.mjs";

const { manifest, runtime, clientDir, workers } = JSON.parse(process.argv[2]);
await plant("host", process.env.RIVULET_PLANT);
const pages = openBuiltPages({ manifest, runtime, version: "1" });
const server = await createHost(
  // No more workers when these are busy: what each holds is compared.
  { pages, clientDir, workers, maxWorkers: workers, dev: false, port: 0, log: "silent", sessionTtl: 1 },
  new URL("./script-worker.mjs", import.meta.url),
);
const channel = new BroadcastChannel("rivulet-leak");
let asked = 0;

/** What every script worker says of itself. */
function ask(collect) {
  const no = ++asked;
  const answers = [];
  return new Promise((resolve) => {
    channel.onmessage = ({ data }) => {
      if (data.type !== "answer" || data.no !== no) return;
      answers.push(data);
      if (answers.length === workers) resolve(answers);
    };
    channel.postMessage({ type: "ask", no, collect });
  });
}

process.on("message", async ({ type }) => {
  if (type === "close") {
    await server.close();
    process.exit();
  }
  const answers = await ask(type === "measure");
  const counts = { opened: 0, closed: 0, timers: 0 };
  for (const answer of answers) for (const key of Object.keys(counts)) counts[key] += answer.counts[key];
  const held = type === "measure" ? [await heldBytes(), ...answers.map((answer) => answer.held)] : [];
  process.send({
    counts,
    held,
    rss: process.memoryUsage.rss(),
    resources: [openResources(), ...answers.map((answer) => answer.resources)],
  });
});
// A parent that is gone must not leave a server behind.
process.on("disconnect", () => process.exit());
process.send({ url: server.url });
