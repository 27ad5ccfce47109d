import { runsAfter, type CloseReason, type ErrorInfo, type ForwardMsg, type HostMsg } from "@rivulet/protocol";
import type { Navigation, NodeId, PageFrame, Run, ToastProps } from "@rivulet/protocol";
import { sameValue } from "./same-value.ts";

/** A toast on the page; ids count up. */
export interface Toast extends ToastProps {
  readonly id: number;
  /** By which the page puts another one in its place. */
  readonly key?: number | undefined;
}

/** The connection, as far as a page shows it. */
export type Link =
  | { readonly name: "connecting" | "open" }
  | { readonly name: "waiting"; readonly until: number }
  | { readonly name: "closed"; readonly reason: CloseReason | "versions" };

/** What the page knows beside its tree and its widgets' values. Replaced whole, part by part. */
export interface PageState {
  readonly link: Link;
  /** The runs under way, as far as the server has said. */
  readonly running: readonly Run[];
  /** A run has taken so long that the page says so. */
  readonly slow: boolean;
  /** The first frame has arrived on this connection. */
  readonly synced: boolean;
  /** Per block the index from which runs have not reached its children yet, or never will. */
  readonly pending: readonly (readonly [id: NodeId, from: number])[];
  /** The same of a page that is made anew after a move of its session: from there on it is as it was before. */
  readonly unreached: PageState["pending"] | undefined;
  /** The page's last run ended in an error: what it left pending stays so until the page runs again (SR7). */
  readonly failed: boolean;
  readonly config: PageFrame;
  /** The pages of the app. */
  readonly navigation: Navigation | undefined;
  /** The path of the place in the address bar. */
  readonly path: string;
  readonly toasts: readonly Toast[];
  /** How many toasts there have been. */
  readonly toasted: number;
  readonly problem: ErrorInfo | undefined;
  readonly dev: boolean;
}

export const INITIAL_PAGE: PageState = {
  link: { name: "connecting" },
  running: [],
  slow: false,
  synced: false,
  pending: [],
  unreached: undefined,
  failed: false,
  config: {},
  navigation: undefined,
  path: "/",
  toasts: [],
  toasted: 0,
  problem: undefined,
  dev: false,
};

/** What a run of the page begins with: nothing of those before it counts any more. */
const AFRESH = { pending: [], failed: false } as const satisfies Partial<PageState>;
/** More toasts than this push the oldest out. */
const MAX_TOASTS = 20;

/** The page after a message from its script. Nodes are `AppTree`'s concern. */
export function reduce(state: PageState, msg: ForwardMsg): PageState {
  const running = runsAfter(state.running, msg);
  switch (msg.type) {
    case "tree":
      return {
        ...state,
        ...AFRESH,
        synced: true,
        running,
        config: sameValue(state.config, msg.config) ? state.config : msg.config,
        navigation: sameValue(state.navigation, msg.navigation) ? state.navigation : msg.navigation,
      };
    case "runStarted":
      return { ...state, ...(msg.fragment === undefined ? AFRESH : kept(state)), synced: true, running };
    case "runFinished": {
      const failed = msg.outcome === "error";
      const ofPage = state.running.find(({ no }) => no === msg.run)?.fragment === undefined;
      const left = { ...state, running, failed: state.failed || (failed && ofPage) };
      // What a fragment's error has left stays too, until something runs.
      return failed ? left : { ...left, ...kept(left) };
    }
    case "pending":
      return { ...state, pending: msg.blocks };
    case "navigation":
      return { ...state, navigation: msg.navigation };
    case "pageConfig":
      return { ...state, config: msg.config };
    case "toast":
      return withToast(state, msg.toast, msg.key);
    case "delta":
    case "store":
    case "download":
    case "effect":
    case "location":
      return state;
    default:
      return msg satisfies never;
  }
}

/** The page after a message from the host. Acknowledged numbers are `WidgetStore`'s concern. */
export function reduceHostMsg(state: PageState, msg: Exclude<HostMsg, { type: "pong" | "reload" | "saved" }>): PageState {
  switch (msg.type) {
    case "welcome":
      // A browser that has no frame yet may be sent those that it lacks, all the same.
      return { ...state, dev: msg.dev, synced: msg.replays && state.synced };
    case "problem":
      return { ...state, problem: msg.error ?? undefined };
    case "ended":
      return { ...state, ...AFRESH, running: [] };
    case "refused":
      return withToast(state, { body: msg.error.hint ?? msg.error.message, icon: "⚠️", duration: "long" });
    default:
      return msg satisfies never;
  }
}

/** What stays pending while nothing says otherwise: what runs under way have said, and what a failed page has left. */
function kept({ running, failed, pending }: PageState): Pick<PageState, "pending"> {
  return { pending: running.length > 0 || failed ? pending : AFRESH.pending };
}

export function withoutToast(state: PageState, id: number): PageState {
  return { ...state, toasts: state.toasts.filter((toast) => toast.id !== id) };
}

function withToast(state: PageState, toast: ToastProps, key?: number): PageState {
  const id = state.toasted + 1;
  if (key !== undefined && state.toasts.some((shown) => shown.key === key))
    return { ...state, toasted: id, toasts: state.toasts.map((shown) => (shown.key === key ? { ...toast, id, key } : shown)) };
  return { ...state, toasted: id, toasts: [...state.toasts, { ...toast, id, key }].slice(-MAX_TOASTS) };
}
