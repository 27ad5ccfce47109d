// A script worker as it is, but for a channel on which it says what it holds.
import { threadId } from "node:worker_threads";
import { heldBytes, openResources } from "./heap.mjs";
import { plant } from "./plants.mjs";

globalThis.leakCounts = { opened: 0, closed: 0, timers: 0 };
await import("../../dist/script/worker.js");
await plant("worker", process.env.RIVULET_PLANT);

const channel = new BroadcastChannel("rivulet-leak");
channel.onmessage = async ({ data }) => {
  if (data.type !== "ask") return;
  const held = data.collect ? await heldBytes() : 0;
  channel.postMessage({ type: "answer", no: data.no, threadId, counts: globalThis.leakCounts, held, resources: openResources() });
};
