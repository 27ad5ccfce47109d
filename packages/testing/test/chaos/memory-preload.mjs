// Loaded before anything else in the server under test: tells how much memory its main thread holds.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.send) {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  process.on("message", (asked) => {
    if (asked !== "memory") return;
    gc();
    const { heapUsed, external } = process.memoryUsage();
    process.send?.(heapUsed + external);
  });
  // To be asked is no reason to live.
  process.channel?.unref();
}
