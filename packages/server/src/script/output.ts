import { encodeFrame, type ForwardMsg, type Run, type RunOutcome, type Taken } from "@rivulet/protocol";
import type { Fragment } from "./fragments/fragment.ts";
import type { ScriptSession } from "./script-session.ts";

/** Milliseconds of computing after which what was written so far is posted, and between two frames of an awaiting run. */
const FRAME_MS = 16;
/** Milliseconds after which a run counts as slow: frames then say what it has not reached yet. */
const SLOW_MS = 200;

/**
 * Decides when a run's output leaves the worker (FM2): the first new element at once, also from synchronous
 * code; then at frame rate, when the script awaits, and when the run ends.
 */
export class Output {
  readonly #session: ScriptSession;
  #msgs: ForwardMsg[] = [];
  #started = 0;
  #lastFlush = 0;
  /** When the script last awaited and was flushed. */
  #lastTurn = 0;
  #freshPosted = false;
  /** A frame's time had passed when the running `st` call began, and there was nothing to post: new content goes at once. */
  #due = false;
  /** The runs under way. */
  readonly #runs = new Map<number, Run>();
  #pendingSent = false;
  /** A browser waits for the whole tree. */
  #wholeDue = false;
  #muted = false;
  /** The end of a run of the page that goes on as another one. */
  #leftPage: ForwardMsg | undefined;
  #turn: NodeJS.Immediate | undefined;
  /** The next frame of an awaiting run. */
  #timer: NodeJS.Timeout | undefined;
  /** The time from which the run counts as slow. */
  #slow: NodeJS.Timeout | undefined;

  constructor(session: ScriptSession) {
    this.#session = session;
  }

  /** A run starts, of the page or of a fragment. Nothing is posted yet: a fast run is one frame. */
  begin(run: number, fragment: Fragment | undefined): void {
    const started: Run = fragment === undefined ? { no: run } : { no: run, fragment: fragment.id };
    if (fragment !== undefined && this.#leftPage !== undefined) this.#msgs.push(this.#leftPage);
    this.#leftPage = undefined;
    this.#msgs.push(fragment === undefined ? { type: "runStarted", run } : { type: "runStarted", run, fragment: fragment.id });
    this.#lastFlush = Date.now();
    if (!this.#running) {
      this.#started = this.#lastFlush;
      this.#pendingSent = false;
    }
    this.#runs.set(run, started);
    this.#lastTurn = 0;
    this.#freshPosted = this.#due = false;
    this.#turn ??= setImmediate(this.#awaited);
  }

  /** Called by every `st.*` call: posts what has been waiting for a frame's time. */
  tick(): void {
    const now = Date.now();
    // A clock set back must not hold output up.
    if (now - this.#lastFlush >= FRAME_MS || now < this.#lastFlush) this.#due = !this.flush();
  }

  /** Called after every emit. */
  emitted(): void {
    if (this.#session.tree.fresh && (this.#due || !this.#freshPosted)) {
      this.#freshPosted = true;
      this.#due = false;
      this.flush();
    } else if (this.#turn === undefined) {
      this.#turn = setImmediate(this.#awaited);
    }
  }

  /** Sends a message that is no element with the next frame. */
  add(msg: ForwardMsg): void {
    if (this.#muted) return;
    this.#msgs.push(msg);
    this.#turn ??= setImmediate(this.#awaited);
  }

  /** Posts what there is, in mid-run; false if there was nothing. */
  flush(): boolean {
    const now = (this.#lastFlush = Date.now());
    if (this.#muted) return false;
    // A browser that still shows the page of a lost worker is spared a page that is only begun.
    if (this.#wholeDue && this.#running && now - this.#started < SLOW_MS) return false;
    const frame = this.#encode();
    if (frame !== undefined) this.#session.postFrame(frame);
    return frame !== undefined;
  }

  /** Posts the whole tree: a browser (again) reads this session. If there is none yet, the first run makes it. */
  attach(): void {
    this.#wholeDue = true;
    if (this.#session.runs.any) this.flush();
  }

  /** Posts nothing of the run that follows. */
  mute(): void {
    this.#muted = true;
  }

  /** Counts what was not posted as the base; a browser is sent the whole tree with the next frame. */
  unmute(): void {
    const { tree, seq } = this.#session;
    tree.wholeTree();
    tree.takeDeltas(seq);
    this.#muted = false;
    this.#wholeDue = true;
  }

  /** The last frame of a run; undefined when it must wait for the first frame of the run that supersedes this one. */
  end(run: number, fragment: Fragment | undefined, outcome: RunOutcome | "superseded", taken: Taken): Uint8Array<ArrayBuffer> | undefined {
    if (outcome === "superseded") {
      this.left(run, fragment, taken);
      return undefined;
    }
    const ending = this.#runs.get(run);
    this.#leave(run);
    return this.#encode({ type: "runFinished", run, outcome, ...taken }, ending);
  }

  /** A run goes on as another one. Of the page, the next one's start says so, unless that is a fragment's (G4). */
  left(run: number, fragment: Fragment | undefined, taken: Taken): void {
    this.#leave(run);
    const end: ForwardMsg = { type: "runFinished", run, outcome: "superseded", ...taken };
    if (fragment === undefined) this.#leftPage = end;
    else this.#msgs.push(end);
  }

  #leave(run: number): void {
    this.#runs.delete(run);
    if (!this.#running) this.#quiet();
  }

  /** Posts nothing more by itself. */
  close(): void {
    this.#runs.clear();
    this.#quiet();
  }

  get #running(): boolean {
    return this.#runs.size > 0;
  }

  #quiet(): void {
    if (this.#turn !== undefined) clearImmediate(this.#turn);
    clearTimeout(this.#timer);
    clearTimeout(this.#slow);
    this.#turn = this.#timer = this.#slow = undefined;
  }

  /** The thread's loop turned: the script awaits, or wrote outside its own turn (a timer, an emitter). */
  readonly #awaited = (): void => {
    this.#turn = undefined;
    if (!this.#running) return;
    const now = Date.now();
    const wait = this.#lastTurn + FRAME_MS - now;
    if (wait > 0 && now >= this.#lastTurn) {
      this.#timer ??= this.#later(wait);
      return;
    }
    this.#lastTurn = now;
    this.flush();
    // Nothing more may come for long: then the browser learns what waits.
    if (now - this.#started < SLOW_MS) this.#slow ??= this.#later(SLOW_MS);
  };

  #later(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.flush();
    }, ms);
  }

  #addPending(msgs: ForwardMsg[]): void {
    const blocks = this.#session.tree.pendingBlocks();
    if (blocks.length > 0 || this.#pendingSent) msgs.push({ type: "pending", blocks });
    this.#pendingSent = blocks.length > 0;
  }

  #whole(ending?: Run): ForwardMsg[] {
    const { tree, config, pages } = this.#session;
    // The browser must hear which fragment a run was of, also when its end follows at once.
    const running = ending ? [...this.#runs.values(), ending] : [...this.#runs.values()];
    this.#wholeDue = false;
    const roots = tree.wholeTree();
    // What the run has said so far stands in the whole tree, all but what happens once.
    const once = this.#msgs.filter(({ type }) => type === "toast" || type === "download");
    return [{ type: "tree", roots, config, navigation: pages.navigation, running }, this.#session.place.message(), ...once];
  }

  #encode(last?: ForwardMsg, ending?: Run): Uint8Array<ArrayBuffer> | undefined {
    const msgs = this.#wholeDue ? this.#whole(ending) : this.#msgs;
    const { tree } = this.#session;
    const deltas = tree.takeDeltas(this.#session.seq + 1);
    if (deltas !== undefined) msgs.push({ type: "delta", deltas });
    // What an error kept the run from reaching stays, as stale (SR7).
    if (this.#running ? Date.now() - this.#started >= SLOW_MS : last?.type === "runFinished" && last.outcome === "error")
      this.#addPending(msgs);
    if (last !== undefined) msgs.push(last);
    if (msgs.length === 0) return undefined;
    this.#msgs = [];
    return encodeFrame({ seq: ++this.#session.seq, msgs });
  }
}
