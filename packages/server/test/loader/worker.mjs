import { AsyncLocalStorage } from "node:async_hooks";
import { parentPort, workerData } from "node:worker_threads";
import { takeCallSite } from "../../dist/script/call-site.js";
import { createLoader } from "../../dist/script/loader/page-loader.js";
import { toErrorInfo } from "../../dist/script/loader/user-error.js";

// Runs pages as a script worker does, with an `st` that only notes what it was told.
const context = new AsyncLocalStorage();
let said = [];
globalThis.stub = {
  context,
  write: (value) => void said.push(value),
  slider: (...args) => void said.push(takeCallSite("slider", ...args)?.line),
};

const loader = await createLoader(workerData);
let voided = 0;
loader.onInvalidate?.(() => voided++);

parentPort.on("message", async ({ no, page, production }) => {
  said = [];
  let error;
  await context.run("a run", async () => {
    try {
      await (
        await loader.load(page)
      )();
    } catch (thrown) {
      error = toErrorInfo(thrown, { production });
    }
  });
  parentPort.postMessage({ no, said, error, voided });
});
