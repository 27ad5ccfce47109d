import { parentPort } from "node:worker_threads";

// The least that a thread can be: it computes or waits, and says that it is done.
parentPort?.on("message", ({ millions = 0, ms = 0 }: { millions?: number; ms?: number }) => {
  const sum = burn(millions);
  const answer = (): void => parentPort?.postMessage(sum);
  if (ms > 0) setTimeout(answer, ms);
  else answer();
});

/** The same steps as those of the page. */
function burn(millions: number): number {
  let sum = 0;
  for (let million = 0; million < millions; million++) for (let i = 0; i < 1_000_000; i++) sum += i & 7;
  return sum;
}
