import type { CloseReason, ErrorInfo, ForwardMsg, HostMsg, NodeId, PageConfig, ToastProps } from "@rivulet/protocol";

/** A toast on the page; ids count up. */
export interface Toast extends ToastProps {
  readonly id: number;
}

/** The connection, as far as a page shows it. */
export type Link =
  | { readonly name: "connecting" | "open" }
  | { readonly name: "waiting"; readonly until: number }
  | { readonly name: "closed"; readonly reason: CloseReason | "versions" };

/** What the page knows beside its tree and its widgets' values. Replaced whole, part by part. */
export interface PageState {
  readonly link: Link;
  /** A run is under way, as far as the server has said. */
  readonly running: boolean;
  /** The run has taken so long that the page says so. */
  readonly slow: boolean;
  /** The first frame has arrived on this connection. */
  readonly synced: boolean;
  /** Per block the index from which a slow run has not reached its children yet. */
  readonly pending: readonly (readonly [id: NodeId, from: number])[];
  readonly config: PageConfig;
  readonly toasts: readonly Toast[];
  /** How many toasts there have been. */
  readonly toasted: number;
  readonly problem: ErrorInfo | undefined;
  readonly dev: boolean;
}

export const INITIAL_PAGE: PageState = {
  link: { name: "connecting" },
  running: false,
  slow: false,
  synced: false,
  pending: [],
  config: {},
  toasts: [],
  toasted: 0,
  problem: undefined,
  dev: false,
};

const NOTHING_PENDING: PageState["pending"] = [];
/** More toasts than this push the oldest out. */
const MAX_TOASTS = 20;

/** The page after a message from its script. Nodes are `AppTree`'s concern. */
export function reduce(state: PageState, msg: ForwardMsg): PageState {
  switch (msg.type) {
    case "tree":
      return { ...state, synced: true, running: msg.running.length > 0, config: msg.config, pending: NOTHING_PENDING };
    case "runStarted":
      return { ...state, synced: true, running: true, pending: NOTHING_PENDING };
    case "runFinished":
      // Below an error stands what the run before it had shown (SR7).
      return { ...state, running: false, pending: msg.outcome === "error" ? state.pending : NOTHING_PENDING };
    case "pending":
      return { ...state, pending: msg.blocks };
    case "pageConfig":
      return { ...state, config: msg.config };
    case "toast":
      return withToast(state, msg.toast);
    case "delta":
      return state;
    default:
      return msg satisfies never;
  }
}

/** The page after a message from the host. Acknowledged numbers are `WidgetStore`'s concern. */
export function reduceHostMsg(state: PageState, msg: Exclude<HostMsg, { type: "pong" | "reload" }>): PageState {
  switch (msg.type) {
    case "welcome":
      return { ...state, dev: msg.dev, synced: false };
    case "problem":
      return { ...state, problem: msg.error ?? undefined };
    case "ended":
      return { ...state, running: false, pending: NOTHING_PENDING };
    case "refused":
      return withToast(state, { body: msg.error.hint ?? msg.error.message, icon: "⚠️", duration: "long" });
    default:
      return msg satisfies never;
  }
}

export function withoutToast(state: PageState, id: number): PageState {
  return { ...state, toasts: state.toasts.filter((toast) => toast.id !== id) };
}

function withToast(state: PageState, toast: ToastProps): PageState {
  const id = state.toasted + 1;
  return { ...state, toasted: id, toasts: [...state.toasts, { ...toast, id }].slice(-MAX_TOASTS) };
}
