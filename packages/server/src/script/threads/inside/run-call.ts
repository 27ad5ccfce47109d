import { receiveMessageOnPort, type MessagePort } from "node:worker_threads";
import { cache } from "../../cache/cache.ts";
import { places } from "../../script-run-context.ts";
import type { CallEvent, CallOver, CallStart } from "../call-messages.ts";
import { pack, unpack } from "../crossing.ts";
import { bodyOf } from "../define-thread.ts";
import { errorData } from "../error-data.ts";
import { becomeThread } from "../this-thread.ts";
import { countResources, leftRunning } from "./leftovers.ts";
import { ThreadContainers } from "./revive.ts";
import { ThreadRunContext } from "./thread-run-context.ts";

/** A call that is being run. */
export interface RunningCall {
  /** Ends it with what was thrown in a timer or a promise that nobody handles. */
  fail(thrown: unknown): void;
}

/** Runs the call that waits in a port, and posts how it ended. `load` finds a thread module's default export. */
export function runCall(port: MessagePort, load: (module: string) => Promise<unknown>, ended: () => void): RunningCall {
  const start = receiveMessageOnPort(port)?.message as CallStart;
  becomeThread({ name: start.name, attached: start.context !== undefined });
  const ctx = start.context && new ThreadRunContext(start.context, port);
  port.on("message", ({ end }: CallOver) => ctx?.revoke(end));
  let before = countResources();
  let open = true;

  const post = (event: CallEvent): void => {
    if (!open) return;
    open = false;
    ended();
    port.postMessage(event);
  };
  const fail = (thrown: unknown, clean: boolean): void => post({ type: "failed", error: errorData(thrown), clean });

  void (async () => {
    try {
      const containers = new ThreadContainers(ctx);
      const args = (start.refs ? unpack(start.args, (ref) => containers.revive(ref)) : start.args) as unknown[];
      const body = bodyOf(await load(start.module), start.name);
      before = countResources();
      const result: unknown = await (ctx ? places.run({ ctx, block: ctx.tree.roots.main }, body, ...args) : body(...args));
      if (ctx) {
        await ctx.settled();
        // What changed inside of objects of session state.
        ctx.state.flush();
      }
      // A live object is its call's own: the thread itself may go at any time.
      await cache().resources.release({});
      const packed = pack(result, "The result", { thread: start.name, transfer: [], refer: containers.refer });
      post({ type: "done", ...packed, clean: !(await leftRunning(before)) });
    } catch (error) {
      await cache()
        .resources.release({})
        .catch(() => {});
      fail(error, !(await leftRunning(before)));
    }
  })();
  return { fail: (thrown) => fail(thrown, false) };
}
