import { randomInt } from "node:crypto";
import type { MessagePort } from "node:worker_threads";
import { StaleRunContextError } from "../../../errors.ts";
import { interrupted, type Interrupt } from "../../../thread/interrupt.ts";
import { clearCallSite } from "../../call-site.ts";
import { TreeRun, type TreeBlock } from "../../session-tree.ts";
import { ScriptRunContext, type RunEnd } from "../../script-run-context.ts";
import type { ScriptSession } from "../../script-session.ts";
import { PageQuery } from "../../lasting/page-query.ts";
import { overBy, postWhileAllowed, type CallFlags } from "../call-flags.ts";
import type { CallContext, ThreadWrite } from "../call-messages.ts";
import { notInThread } from "../no-context.ts";
import { RemoteTree } from "./remote-tree.ts";
import { ThreadState } from "./thread-state.ts";

const PAGE_ADVICE = "It belongs to the page: return a value from the thread, and let the page decide.";
/** Calls that steer the page or its run. */
const PAGE_CALLS = new Set([
  "st.stop",
  "st.rerun",
  "st.switchPage",
  "st.setPageConfig",
  "st.logo",
  "st.navigation",
  "st.page",
  "st.dialog",
  "st.close",
  "st.queryParams.set",
]);

const STALE_ADVICE = "Join the thread in the page, or end it with st.signal.";

/** A run's context as a thread carries it (TH4): it writes through the call's port, and sees without asking that the run is over. */
export class ThreadRunContext extends ScriptRunContext {
  readonly tree: RemoteTree;
  readonly state: ThreadState;
  readonly #flags: CallFlags;
  readonly #interrupt: Interrupt;
  readonly #port: MessagePort;
  #call = "";

  constructor(context: CallContext, port: MessagePort) {
    const session: Record<string, unknown> = {};
    // What it writes it posts: the first root's stand-in is home, and no run of a tree here is its own.
    super(sessionFace(session), { no: context.no, run: context.run, treeRun: new TreeRun(context.run), home: undefined as never });
    this.#flags = context.flags;
    this.#interrupt = context.interrupt;
    this.#port = port;
    this.tree = new RemoteTree({
      firstRef: context.firstRef,
      post: (write) => this.#post(write),
      call: () => this.#call,
      keyPlace: (key) => this.keys.get(key),
    });
    this.state = new ThreadState(context.state, (key, image) => {
      this.#call = `st.sessionState.${key}`;
      this.#post({ type: "state", key, image });
    });
    const { widgets } = context;
    Object.assign(session, {
      id: context.session,
      production: context.production,
      interrupt: context.interrupt,
      ...context.about,
      query: new PageQuery({ ...context.about.place, goTo() {} }),
      tree: this.tree,
      state: this.state,
      devAdvice: undefined,
      dialog: undefined,
      // Far from where the page's toasts and those of other threads count.
      toasts: randomInt(2 ** 40),
      fragments: { any: false },
      output: { tick() {}, emitted() {}, flush() {}, add: (msg: Parameters<RemoteTree["message"]>[0]) => this.tree.message(msg) },
      widgets: {
        byKey: (key: string) => {
          const widget = widgets.get(key);
          if (widget?.crosses === false)
            throw notInThread(`st.sessionState.${key}`, "It holds a function or an instance: pass what the thread needs as an argument.");
          return widget;
        },
        keys: () => widgets.keys(),
        claim: () => {
          throw notInThread(this.#call, PAGE_ADVICE);
        },
      },
      report() {},
    });
  }

  override get home(): TreeBlock {
    return this.tree.roots.main;
  }

  /** The flag of the run, then the session's interrupt: two loads from shared memory. */
  override check(call: string): void {
    clearCallSite();
    this.#call = call;
    const end = overBy(this.#flags) ?? this.end ?? interrupted(this.#interrupt, this.no);
    if (end !== undefined) throw new StaleRunContextError(call, end, STALE_ADVICE);
    if (PAGE_CALLS.has(call)) throw notInThread(call, PAGE_ADVICE);
  }

  #post(write: ThreadWrite): void {
    postWhileAllowed(
      this.#flags,
      () => this.#port.postMessage(write),
      (end: RunEnd) => {
        throw new StaleRunContextError(this.#call, end, STALE_ADVICE);
      },
    );
  }
}

/** What element functions see as the session: what a thread has of one, and for the rest an error with advice. */
function sessionFace(parts: Record<string, unknown>): ScriptSession {
  return new Proxy(parts, {
    get(target, key) {
      if (typeof key === "symbol" || key in target) return target[key as string];
      throw notInThread(`what uses session.${key}`, PAGE_ADVICE);
    },
    // The face is the part of a session that output needs; a thread has no whole one.
  }) as unknown as ScriptSession;
}
