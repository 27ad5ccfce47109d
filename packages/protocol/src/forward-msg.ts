import type { Delta } from "./delta.ts";
import type { Node, NodeId } from "./node.ts";
import type { PageConfig } from "./page-config.ts";

/** How a run ended. A superseded run ends silently: the next `runStarted` says so. */
export type RunOutcome = "finished" | "stopped" | "timeout" | "error";

/** A message from a session's script to its browser. Messages travel in frames, in order. */
export type ForwardMsg =
  /** The whole tree: the three roots, in the order of `ROOT_IDS`. Everything before is forgotten. */
  | { readonly type: "tree"; readonly roots: readonly Node[]; readonly config: PageConfig; readonly running: boolean }
  | { readonly type: "runStarted"; readonly run: number }
  | { readonly type: "delta"; readonly deltas: readonly Delta[] }
  /** Children that a slow run has not reached yet: in each named block those from the index on. */
  | { readonly type: "pending"; readonly blocks: readonly (readonly [id: NodeId, from: number])[] }
  | { readonly type: "pageConfig"; readonly config: PageConfig }
  | { readonly type: "toast"; readonly toast: ToastProps }
  /** `taken`: every BackMsg up to this number has had its effect. */
  | { readonly type: "runFinished"; readonly run: number; readonly outcome: RunOutcome; readonly taken: number };

/** A note that appears for a while in a corner. */
export interface ToastProps {
  readonly body: string;
  readonly icon?: string | undefined;
  /** Seconds; "infinite" stays until closed. Default 4. */
  readonly duration?: "short" | "long" | "infinite" | number | undefined;
  /** Outlines of the `:material/name:` icons in body and icon, by name. */
  readonly icons?: Readonly<Record<string, string>> | undefined;
}
