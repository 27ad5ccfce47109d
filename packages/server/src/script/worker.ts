import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { RivuletError } from "../errors.ts";
import type { ScriptRequest } from "../thread/messages.ts";
import type { WorkerData } from "../thread/worker-data.ts";
import { shareCache } from "./cache/cache.ts";
import { createLoader } from "./loader/page-loader.ts";
import { isControlFlow } from "./control-flow.ts";
import { noteCallsIn } from "./last-call.ts";
import { attributeConsole } from "./page-console.ts";
import { places } from "./script-run-context.ts";
import { startScript } from "./start-script.ts";
import { answerStuckPlace } from "./stuck-place.ts";

// The entry of a script worker's thread: binds the script to the thread's own port, and keeps the thread alive.
const thread = parentPort as MessagePort;
const data = workerData as WorkerData;

if (data.cache !== undefined) shareCache(data.cache);

/** Not at the top of the module: a thread that is ended while a module with `await` there begins takes the whole process with it (V8). */
async function start(): Promise<void> {
  const loader = await createLoader(data.loader);

  const script = startScript(
    {
      post: (event, transfer = []) => thread.postMessage(event, [...transfer]),
      onRequest: (handle) => thread.on("message", (request: ScriptRequest) => handle(request)),
      close: () => thread.close(),
    },
    loader,
    data,
  );

  // Ten frames, Node's own default, end within a package that calls back from deep down, before the user's own line.
  Error.stackTraceLimit = Math.max(Error.stackTraceLimit, 50);

  // SR13: one page's stray timer or promise must not end the sessions of others.
  const survive = (thrown: unknown): void => {
    if (!isControlFlow(thrown)) script.report(thrown, places.getStore()?.ctx.session.id);
  };
  process.on("uncaughtException", survive);
  process.on("unhandledRejection", survive);

  if (!data.production) attributeConsole();

  noteCallsIn(data.lastCall);
  answerStuckPlace();

  process.exit = (status) => {
    throw new RivuletError("RIVULET_PAGE_EXIT", { status: status ?? "" });
  };
}

void start();
