// Receives requests with tickets and counts how often each was done, at its own irregular pace.
import { parentPort, workerData } from "node:worker_threads";
import { claim } from "../../dist/thread/worker-board.js";

const { board, counts, ignoresTickets } = workerData;
let state = 1;

parentPort.on("message", ({ id, ticket }) => {
  if (id === undefined) return parentPort.postMessage("done");
  if (ticket && !claim(board, ticket) && !ignoresTickets) return;
  Atomics.add(counts, id, 1);
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  for (let spins = state % 3000; spins > 0; spins--);
});
parentPort.postMessage("ready");
