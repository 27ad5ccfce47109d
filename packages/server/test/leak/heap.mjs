// What this thread holds: objects of JavaScript, and memory that they own outside of the heap.
import { setImmediate as turn } from "node:timers/promises";

/** Bytes held after everything was collected that can be. Finalizers let go of more a turn later, so one collection is not enough. */
export async function heldBytes() {
  let held = Infinity;
  for (let i = 0; i < 20; i++) {
    globalThis.gc();
    await turn();
    const { heapUsed, external } = process.memoryUsage();
    if (heapUsed + external >= held) break;
    held = heapUsed + external;
  }
  return held;
}

/** How many open resources of each kind keep this thread's event loop busy. */
export function openResources() {
  const counts = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
