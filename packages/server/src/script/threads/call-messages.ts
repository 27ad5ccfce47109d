import type { ClientFacts, ForwardMsg, PagePlace } from "@rivulet/protocol";
import type { MessagePort } from "node:worker_threads";
import type { CacheLineData } from "../../thread/cache/cache-messages.ts";
import type { Interrupt } from "../../thread/interrupt.ts";
import type { StateImage } from "../../thread/state-image.ts";
import type { LoaderData } from "../../thread/worker-data.ts";
import type { RunEnd } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { Identity, Props } from "../session-tree.ts";
import type { CallFlags } from "./call-flags.ts";
import type { ErrorData } from "./error-data.ts";

/** What a new thread is told. */
export interface ThreadData {
  readonly loader: LoaderData;
  /** It shares the cache of its page. */
  readonly cache: CacheLineData;
}

/** Script worker to thread, over the thread's own port: one call, whose start waits in `port`. */
export interface ThreadCall {
  readonly port: MessagePort;
}

/** What waits in a call's port. */
export interface CallStart {
  /** As the compiler named it. */
  readonly module: string;
  /** As messages name it: its path in the project. */
  readonly name: string;
  readonly args: readonly unknown[];
  /** True if containers are among the arguments, as references. */
  readonly refs: boolean;
  readonly context: CallContext | undefined;
}

/** A run context that a thread carries (TH4), with what it may read of its session as of the start (TH9). */
export interface CallContext {
  readonly session: string;
  readonly no: number;
  readonly run: number;
  readonly production: boolean;
  readonly interrupt: Interrupt;
  readonly flags: CallFlags;
  /** The lowest reference that the thread may give to what it makes. */
  readonly firstRef: NodeRef;
  /** For `st.context` and `st.queryParams`. */
  readonly about: Pick<ScriptSession, "visitor" | "requests"> & { readonly facts: ClientFacts; readonly place: PagePlace };
  readonly state: ReadonlyMap<string, StateImage>;
  /** Values of widgets with a key, as pages see them. */
  readonly widgets: ReadonlyMap<string, WidgetSnapshot>;
}

export interface WidgetSnapshot {
  readonly value: unknown;
  /** False for a value that cannot be copied. */
  readonly crosses: boolean;
  /** The run that showed it last. */
  readonly run: number;
}

/** Names an element across a call: the roots, containers among the arguments, then what the thread makes. */
export type NodeRef = number;

/** Script worker to thread, over the call's port: the run is over, the thread goes on without its context. */
export interface CallOver {
  readonly type: "over";
  readonly end: RunEnd;
}

/** Thread to script worker, over the call's port, so in the order in which the thread made them. */
export type CallEvent =
  | { readonly type: "emit"; readonly parent: NodeRef; readonly element: string; readonly props: Props; readonly ref: NodeRef }
  | {
      readonly type: "block";
      readonly parent: NodeRef;
      readonly element: string;
      readonly identity: Identity;
      /** Where an explicit key is used, as messages name it. */
      readonly keyPlace: string | undefined;
      readonly props: Props;
      readonly ref: NodeRef;
    }
  | { readonly type: "update"; readonly node: NodeRef; readonly props: Props }
  | { readonly type: "replace"; readonly node: NodeRef; readonly element: string; readonly props: Props; readonly ref: NodeRef }
  | { readonly type: "clear"; readonly block: NodeRef }
  | { readonly type: "message"; readonly msg: ForwardMsg }
  /** Session state: as in a commit, null deletes. */
  | { readonly type: "state"; readonly key: string; readonly image: StateImage | null }
  | { readonly type: "done"; readonly value: unknown; readonly refs: boolean; readonly clean: boolean }
  | { readonly type: "failed"; readonly error: ErrorData; readonly clean: boolean };

/** What a thread does to its run. */
export type ThreadWrite = Exclude<CallEvent, { type: "done" | "failed" }>;
