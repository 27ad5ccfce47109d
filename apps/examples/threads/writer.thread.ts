import { setTimeout } from "node:timers/promises";
import { type Container, defineThread } from "rivulet";
import { span } from "./span.ts";

/** Waits, and writes into the page itself: whoever starts it gives it a context. */
export default defineThread(async (seconds: number, target: Container) => {
  const start = Date.now();
  await setTimeout(seconds * 1000);
  target.write(span({ start, end: Date.now() }));
});
