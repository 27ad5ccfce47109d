import { NoSessionContextError, RivuletError } from "../../errors.ts";
import { outsideRun } from "../bare-mode.ts";
import { thisThread } from "./this-thread.ts";

/** What a call without a run context throws (TH5): it names the thread, the call and the fix. */
export function noContext(call: string): NoSessionContextError {
  const thread = thisThread();
  if (thread === undefined) return outsideRun(call);
  const advice = thread.attached
    ? "Call it from the thread's function, or with the context that getScriptRunCtx() returns there: ctx.run(() => ...)."
    : "Give the thread the page's context before it starts: addScriptRunCtx(t, getScriptRunCtx()).";
  return new NoSessionContextError(call, `in the thread ${thread.name}, which has no run context`, advice);
}

/** What has no meaning in a custom thread, and what to do instead. */
export function notInThread(call: string, advice: string): RivuletError {
  return new RivuletError("RIVULET_IN_THREAD", { call, thread: thisThread()?.name ?? "", advice });
}
