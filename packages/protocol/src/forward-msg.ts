import type { Delta } from "./delta.ts";
import type { Navigation } from "./navigation.ts";
import type { Node, NodeId, WidgetId } from "./node.ts";
import type { PageFrame } from "./page-config.ts";
import type { PagePlace } from "./page-place.ts";
import type { Run } from "./run.ts";
import type { Taken } from "./taken.ts";

/** How a run ended. */
export type RunOutcome = "finished" | "stopped" | "timeout" | "error";

/** A message from a session's script to its browser. Messages travel in frames, in order. */
export type ForwardMsg =
  /**
   * The whole tree: the four roots, in the order of `ROOT_IDS`. The ids before are forgotten. `running`: the runs under way, and one
   * that ends in the same frame. While it names one of the page, more of the tree may come.
   */
  | {
      readonly type: "tree";
      readonly roots: readonly Node[];
      readonly config: PageFrame;
      readonly navigation?: Navigation | undefined;
      readonly running: readonly Run[];
    }
  /**
   * A run of the page ends every run before it. A fragment's runs beside others, and each ends with a `runFinished` of its own,
   * unless a run of the page ends it. One of the page has a `runFinished` too when fragments run instead of it.
   */
  | { readonly type: "runStarted"; readonly run: number; readonly fragment?: WidgetId | undefined }
  | { readonly type: "delta"; readonly deltas: readonly Delta[] }
  /** Children that a slow run has not reached yet: in each named block those from the index on. */
  | { readonly type: "pending"; readonly blocks: readonly (readonly [id: NodeId, from: number])[] }
  | { readonly type: "pageConfig"; readonly config: PageFrame }
  /** The pages of the app; undefined when it has none to choose from any more. */
  | { readonly type: "navigation"; readonly navigation: Navigation | undefined }
  | LocationMsg
  /** A note; one with the same key, if it is still there, gives it its place. */
  | { readonly type: "toast"; readonly toast: ToastProps; readonly key?: number | undefined }
  /** Moves over the page once. */
  | { readonly type: "effect"; readonly effect: PageEffect }
  /** What the browser shall keep for bound widgets. With a whole tree all of it comes again: what frames applied before have told is done. */
  | { readonly type: "store"; readonly writes: readonly StoredWrite[] }
  /** A file that the user has asked for is ready: fetch it, once, and save it under this name. */
  | { readonly type: "download"; readonly media: string; readonly name: string }
  | ({ readonly type: "runFinished"; readonly run: number; readonly outcome: RunOutcome | "superseded" } & Taken);

/** A text to be kept by the browser under a name ("local:theme"), or null to forget it; and the frame that told of it first. */
export type StoredWrite = readonly [name: string, text: string | null, seq: number];

/**
 * Where the session is now: the address bar is to say so, as a new entry of the browser's history or in place of the newest one.
 * Sent only if the browser is not known to be there. `after`: the highest BackMsg number that the page knew of. A user who has
 * gone somewhere else by a later one stays there.
 */
export interface LocationMsg extends PagePlace {
  readonly type: "location";
  readonly mode: "push" | "replace";
  readonly after: number;
}

export type PageEffect = "balloons" | "snow";

/** A note that appears for a while in a corner. */
export interface ToastProps {
  readonly body: string;
  readonly icon?: string | undefined;
  /** Seconds; "infinite" stays until closed. Default 4. */
  readonly duration?: "short" | "long" | "infinite" | number | undefined;
  /** Outlines of the `:material/name:` icons in body and icon, by name. */
  readonly icons?: Readonly<Record<string, string>> | undefined;
}
