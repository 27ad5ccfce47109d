import { setTimeout } from "node:timers/promises";
import { defineThread } from "rivulet";

/** Waits, and says from when to when: it touches no `st`. */
export default defineThread(async (seconds: number) => {
  const start = Date.now();
  await setTimeout(seconds * 1000);
  return { start, end: Date.now() };
});
