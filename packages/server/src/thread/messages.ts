import type { ClientFacts, ErrorInfo, PagePlace, RunOutcome, Taken, WidgetId } from "@rivulet/protocol";
import type { Interrupt } from "./interrupt.ts";
import type { MediaId } from "./media/media-id.ts";
import type { OfferedMedia, StoredMedia } from "./media/media.ts";
import type { StateImage } from "./state-image.ts";

export type SessionId = string;

/** What a session is, as data (SR2): enough for any worker to carry on. `path` and `query` say where it is. */
export interface SessionRecord extends PagePlace {
  readonly id: SessionId;
  readonly facts: ClientFacts;
  readonly visitor?: Visitor | undefined;
  /** What the ids of its requests begin with: they are unlike those of any other session, and of any other server. */
  readonly requests?: string | undefined;
  /** Committed widget values by identity. */
  readonly values: ReadonlyMap<WidgetId, StoredValue>;
  /** Committed session state. */
  readonly state: ReadonlyMap<string, StateImage>;
  /** What the user's browser keeps for the app: texts by name ("local:theme"). */
  readonly stored?: ReadonlyMap<string, string> | undefined;
  /**
   * What of it the session has written or taken away itself, with the frame that told its browser (0: nobody knows it yet): one that lost
   * the frame, perhaps with a server, has not heard of it.
   */
  readonly written?: ReadonlyMap<string, number> | undefined;
  /** The last frame number used. */
  readonly seq: number;
  /** Every BackMsg up to this number has had its effect. */
  readonly taken: number;
}

/** What the request says that a browser came with: all of it that pages may see (SEC8). */
export interface Visitor {
  readonly ip: string;
  /** Names in lower case and values, as the JSON of an object: most pages never ask. */
  readonly headers: string;
  /** A cookie header's text. */
  readonly cookies: string;
}

/** A widget's committed value, in wire form (`ValueOf`). */
export interface StoredValue {
  readonly value: unknown;
  /** The user's explicit key, by which session state sees it. */
  readonly key?: string | undefined;
  /** Set if it outlasts a run that does not show its widget: as long as the user stays on the page, or as long as the session. */
  readonly persist?: "page" | "session" | undefined;
  /** The address of the page that it goes with; undefined if all pages have it. */
  readonly page?: string | undefined;
  /** What is entered in its form and not submitted, as far as the form's body has seen it. */
  readonly draft?: { readonly value: unknown } | undefined;
  /** True if it still follows the page's initial value: only the draft is the user's. */
  readonly unchosen?: true | undefined;
}

/** Host to script worker. `no` counts requests of a session; it is what `Interrupt` compares. */
export type ScriptRequest =
  /** The server listens: the page that is asked for first may be loaded. The first visitor must not wait for what every visit needs. */
  | { readonly type: "warm"; readonly page: string }
  /** Makes the session at home here. Runs nothing. The interrupt knows the session's slot on the worker's board. */
  | { readonly type: "open"; readonly session: SessionRecord; readonly interrupt: Interrupt }
  /** Runs the page, superseding a run in flight, or fragments of it beside one (SR5). `values` are untrusted: the worker checks them (BM1). */
  | {
      readonly type: "run";
      readonly session: SessionId;
      readonly no: number;
      /** The highest BackMsg number merged into this request: it answers for all after those of the request before (or the record's `taken`). */
      readonly n: number;
      readonly updates: readonly WireUpdate[];
      /** Where the user has gone with this request: the page there runs. */
      readonly place?: PagePlace | undefined;
      /**
       * The session has not run here, but elsewhere (SR8). "rehydrate": the page runs unseen first, to make its tree and its closures.
       * "seed": the values wait for the widgets that they are for.
       */
      readonly moved?: Moved | undefined;
      /** To be claimed on the worker's board before the request is looked at (SR10); 0 is none. */
      readonly ticket?: number | undefined;
    }
  /** A browser (again) reads this session: post its whole tree. `ticket` as in "run". */
  | { readonly type: "attach"; readonly session: SessionId; readonly ticket?: number | undefined }
  /** The browser can take a frame again that was withheld from it (FM5). */
  | { readonly type: "credit"; readonly session: SessionId }
  /** Stage 1 of a stop (SR9). The interrupt was raised before; this reaches runs that wait. */
  | { readonly type: "stop"; readonly session: SessionId; readonly no: number; readonly reason: "stopped" | "timeout" }
  /** What only a browser knows has changed. `stored`: what it keeps for bound widgets; told once, by the browser of a session that began without (FP3). */
  | { readonly type: "facts"; readonly session: SessionId; readonly facts: ClientFacts; readonly stored?: StoredTexts | undefined }
  /** The session is over: free everything. */
  | { readonly type: "close"; readonly session: SessionId };

/** What a browser keeps for bound widgets: texts by name ("local:theme"). */
export type StoredTexts = readonly (readonly [name: string, text: string])[];

/** How a request begins for a session that comes from another worker. */
export type Moved = "rehydrate" | "seed";

/** Values of one BackMsg, with the last frame that its user had seen. */
export interface WireUpdate {
  readonly seen: number;
  readonly values: readonly (readonly [widget: WidgetId, value: unknown])[];
  /** The fragment that alone shall run. */
  readonly fragment?: WidgetId | undefined;
  /** The values are a form's draft (`UpdateMsg.draft`). */
  readonly draft?: true | undefined;
}

/** Script worker to host. */
export type ScriptEvent =
  /** The worker's modules are loaded; requests posted before are kept. */
  | { readonly type: "ready" }
  /** A flush in mid-run, for the socket as it is. */
  | { readonly type: "frame"; readonly session: SessionId; readonly seq: number; readonly frame: Uint8Array<ArrayBuffer> }
  /**
   * A run ended; `commit` is what it leaves (SR7). `frame` is its last flush and contains `runFinished`.
   * Superseded runs commit too, with outcome "superseded"; one of the page has no `runFinished`, unless fragments run instead.
   * Of the requests up to `no` all are answered but those in `open`, in order: a fragment's run may end before the page's.
   */
  | ({
      readonly type: "ended";
      readonly session: SessionId;
      readonly no: number;
      readonly open?: readonly number[] | undefined;
      readonly left?: readonly Left[] | undefined;
      readonly outcome: RunOutcome | "superseded";
      readonly seq: number;
      readonly frame?: Uint8Array<ArrayBuffer> | undefined;
      readonly commit?: Commit | undefined;
    } & Taken)
  /**
   * What a run leaves that `st.rerun` ended: its requests go on in another run.
   */
  | { readonly type: "commit"; readonly session: SessionId; readonly left: readonly Left[]; readonly commit: Commit }
  /** Bytes that the browser may fetch. Comes before the frame that names them. */
  | { readonly type: "media"; readonly session: SessionId; readonly media: StoredMedia }
  /** Of all that the session has handed over only these are shown: the rest may go. */
  | { readonly type: "mediaKept"; readonly session: SessionId; readonly ids: readonly MediaId[] }
  /** A stream that the browser may fetch once. Comes before the frame that names it. */
  | { readonly type: "offer"; readonly session: SessionId; readonly offer: OfferedMedia }
  /** How many files are being made on demand, or were made and no frame has told of them: these are in no request, so nobody repeats them. */
  | { readonly type: "making"; readonly session: SessionId; readonly files: number }
  /** Answers `close`: what follows about the session is of a later `open`. */
  | { readonly type: "closed"; readonly session: SessionId }
  /** A run has read of its browser what that has said otherwise by now (`facts` with `stored`): the page is to run again. */
  | { readonly type: "outdated"; readonly session: SessionId }
  /** A page that cannot be loaded, or null: it loads again. For every browser of this session. */
  | { readonly type: "problem"; readonly session: SessionId; readonly error: ErrorInfo | null }
  /** Something for the server's log, attributed where known. */
  | { readonly type: "log"; readonly level: "info" | "warn" | "error"; readonly session?: SessionId | undefined; readonly text: string };

/** Of an open request all has had its effect but the presses of these widgets: its repetition (SR8) is a run with no more. */
export type Left = readonly [no: number, presses: readonly WidgetId[]];

/** Changes of a session's record. Null drops. */
export interface Commit {
  readonly values?: readonly (readonly [WidgetId, StoredValue | null])[] | undefined;
  readonly state?: readonly (readonly [string, StateImage | null])[] | undefined;
  /** Texts that the browser shall keep, by name, with the frame that has told it (`SessionRecord.written`). */
  readonly stored?: readonly (readonly [name: string, text: string | null, told: number])[] | undefined;
  /** Where the run has gone. `after`: the highest BackMsg number that it knew of; a user who went somewhere by a later one stays there. */
  readonly place?: (PagePlace & { readonly after: number }) | undefined;
  /** Widgets whose values need a page that has run (callbacks, equal neighbours): all of them, when they have changed. */
  readonly bound?: readonly WidgetId[] | undefined;
}
