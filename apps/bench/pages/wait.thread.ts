import { setTimeout } from "node:timers/promises";
import { defineThread } from "rivulet";

/** Does nothing, for so many milliseconds. */
export default defineThread(async (ms: number) => {
  if (ms > 0) await setTimeout(ms);
});
