import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { RivuletError } from "../../../errors.ts";
import { shareCache } from "../../cache/cache.ts";
import { createLoader } from "../../loader/page-loader.ts";
import type { ThreadCall, ThreadData } from "../call-messages.ts";
import { runCall, type RunningCall } from "./run-call.ts";

// The entry of a custom thread: one call after the other, each over a port of its own.
const thread = parentPort as MessagePort;
const { loader: data, cache } = workerData as ThreadData;
shareCache(cache);

/** Not at the top of the module, as in a script worker's entry. */
async function start(): Promise<void> {
  const loader = await createLoader(data);
  const load = async (module: string): Promise<unknown> => loader.loadThread?.(module);

  let running: RunningCall | undefined;
  thread.on("message", ({ port }: ThreadCall) => {
    running = runCall(port, load, () => {
      running = undefined;
    });
  });

  // What nobody awaits fails the call that started it. Without a call this thread is about to be replaced.
  const fail = (thrown: unknown): void => running?.fail(thrown);
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);

  process.exit = (status) => {
    throw new RivuletError("RIVULET_PAGE_EXIT", { status: status ?? "" });
  };

  // So that the first call need not wait for it.
  await import(data.runtime);
}

void start();
