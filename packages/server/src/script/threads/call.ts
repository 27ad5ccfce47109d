import { MessageChannel, receiveMessageOnPort, type MessagePort, type TransferListItem } from "node:worker_threads";
import { RivuletError, ThreadCancelledError } from "../../errors.ts";
import type { Container } from "../container.ts";
import type { RunEnd, ScriptRunContext } from "../script-run-context.ts";
import { CallContainers } from "./call-containers.ts";
import { createCallFlags, raiseOver, type CallFlags } from "./call-flags.ts";
import { contextFor } from "./call-context.ts";
import type { CallEvent, CallOver, CallStart } from "./call-messages.ts";
import { CallWrites } from "./call-writes.ts";
import { pack, unpack } from "./crossing.ts";
import { errorFrom } from "./error-data.ts";
import type { ThreadWorker } from "./thread-worker-handle.ts";

export type CallState = "queued" | "running" | "finished" | "failed" | "cancelled";

/** Calls of which a few may run at a time. */
export interface CallGroup {
  readonly size: number;
  /** How many run. */
  live: number;
}

export interface CallOptions {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
  /** The run that it belongs to. */
  readonly owner: ScriptRunContext;
  /** The context that it carries, if any. */
  readonly context: ScriptRunContext | undefined;
  readonly transfer: readonly TransferListItem[];
  readonly detached: boolean;
  readonly group: CallGroup | undefined;
}

/** A started thread, as the script worker sees it: from the packing of its arguments to its result. */
export class Call {
  readonly name: string;
  readonly owner: ScriptRunContext;
  readonly detached: boolean;
  readonly group: CallGroup | undefined;
  /** True once somebody has asked for the result: an error is theirs. */
  joined = false;
  error: unknown;
  #state: CallState = "queued";
  readonly #port: MessagePort;
  readonly #theirs: MessagePort;
  readonly #containers: CallContainers;
  readonly #flags: CallFlags | undefined;
  #writes: CallWrites | undefined;
  #worker: ThreadWorker | undefined;
  #settle: { readonly resolve: (value: unknown) => void; readonly reject: (error: unknown) => void } | undefined;
  readonly #result: Promise<unknown>;

  constructor({ module, name, args, owner, context, transfer, detached, group }: CallOptions) {
    this.name = name;
    this.owner = owner;
    this.detached = detached;
    this.group = group;
    this.#containers = new CallContainers(name, context);
    const packed = pack(args, "argument", { thread: name, transfer, refer: this.#containers.refer });
    if (context !== undefined) {
      this.#flags = createCallFlags();
      this.#writes = new CallWrites(context, this.#containers.nodes);
    }
    const start: CallStart = {
      module,
      name,
      args: packed.value as readonly unknown[],
      refs: packed.refs,
      context: context && this.#flags && contextFor(context, this.#flags, this.#containers.nodes.size),
    };
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    this.#theirs = port2;
    try {
      // Now, so that the thread gets the arguments as they are at its start, however long it waits for a place.
      port1.postMessage(start, transfer);
    } catch (error) {
      port1.close();
      const value = error instanceof Error ? error.message : String(error);
      throw new RivuletError("RIVULET_THREAD_VALUE", {
        path: "an argument",
        thread: name,
        value,
        advice: "Name what is to be handed over in start({ transfer: [...] }).",
      });
    }
    this.#result = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Who does not join need not handle: the run reports it.
    this.#result.catch(() => {});
  }

  get state(): CallState {
    return this.#state;
  }

  get over(): boolean {
    return this.#state !== "queued" && this.#state !== "running";
  }

  /** A cancelled thread is news only to who waits for it; any other error that is not handled must be heard of. */
  join(): Promise<unknown> {
    this.joined = true;
    const joined = this.#result.then((value) => value);
    this.#result.catch((error: unknown) => {
      if (error instanceof ThreadCancelledError) joined.catch(() => {});
    });
    return joined;
  }

  launch(worker: ThreadWorker): void {
    this.#state = "running";
    this.#worker = worker;
    this.#port.on("message", (event: CallEvent) => this.#receive(event));
    worker.run(this.#theirs, (reason) => {
      this.drain();
      this.#end("failed", new RivuletError("RIVULET_THREAD_ENDED", { thread: this.name, reason }), false);
    });
  }

  cancel(reason: string): void {
    if (this.#state === "queued") this.#theirs.close();
    this.#end("cancelled", new ThreadCancelledError(this.name, reason), false);
  }

  /** Takes the context from the thread. If the run has finished, what was written until now has its effect before this returns; nothing later has any (TH4, TH6). */
  detach(end: RunEnd): void {
    if (this.#writes === undefined || this.#flags === undefined) return;
    raiseOver(this.#flags, end);
    if (end === "finished") this.drain();
    this.#writes = undefined;
    if (!this.over) this.#port.postMessage({ type: "over", end } satisfies CallOver);
  }

  /** Hears what the thread has posted and the event loop has not come to yet. */
  drain(): void {
    for (let received = receiveMessageOnPort(this.#port); received !== undefined; received = receiveMessageOnPort(this.#port)) {
      this.#receive(received.message as CallEvent);
    }
  }

  #receive(event: CallEvent): void {
    if (this.over) return;
    if (event.type === "failed") return this.#end("failed", errorFrom(event.error), event.clean);
    if (event.type !== "done") return this.#writes?.apply(event);
    if (this.#writes?.failure !== undefined) return this.#end("failed", this.#writes.failure, event.clean);
    try {
      const value = event.refs ? unpack(event.value, (ref): Container => this.#containers.revive(ref)) : event.value;
      this.#end("finished", value, event.clean);
    } catch (error) {
      this.#end("failed", error, event.clean);
    }
  }

  #end(state: "finished" | "failed" | "cancelled", outcome: unknown, clean: boolean): void {
    if (this.over) return;
    this.#state = state;
    this.#port.close();
    this.#worker?.release(clean);
    this.#worker = undefined;
    if (state === "finished") this.#settle?.resolve(outcome);
    else {
      this.error = outcome;
      this.#settle?.reject(outcome);
    }
    this.owner.session.threads.ended(this);
  }
}
