// Loaded before anything else in the server under test and in each of its threads: plants the bug that is asked for, and tells how
// much memory the main thread holds.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";
import { plants } from "./plants.mjs";

const name = process.env.RIVULET_PLANT;
if (name) {
  const bug = plants[name];
  if (!bug) throw new Error(`There is no plant ${name}: there are ${Object.keys(plants).join(", ")}.`);
  if (isMainThread === (bug.in === "host")) await bug.plant();
}

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
