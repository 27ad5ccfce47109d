import { encodeFrame, type ForwardMsg, type Run, type RunOutcome, type Taken } from "@rivulet/protocol";
import type { Interrupt } from "../thread/interrupt.ts";
import { FrameCredits } from "./frame-credits.ts";
import type { Fragment } from "./fragments/fragment.ts";
import type { ScriptSession } from "./script-session.ts";
import { Unposted } from "./unposted.ts";

/** Milliseconds of computing after which what was written so far is posted, and between two frames of an awaiting run. */
const FRAME_MS = 16;
/** Milliseconds after which a run counts as slow: frames then say what it has not reached yet. */
const SLOW_MS = 200;

/**
 * Decides when a run's output leaves the worker (FM2): the first new element at once, also from synchronous
 * code; then at frame rate, when the script awaits, and when the run ends. A browser that does not keep up is sent less often:
 * what it is not sent is the difference between two trees, however much was written meanwhile (FM6).
 */
export class Output {
  readonly #session: ScriptSession;
  readonly #credits: FrameCredits;
  readonly #msgs = new Unposted();
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

  constructor(session: ScriptSession, shared: Interrupt) {
    this.#session = session;
    this.#credits = new FrameCredits(shared);
  }

  /** A run starts, of the page or of a fragment. Nothing is posted yet: a fast run is one frame. */
  begin(run: number, fragment: Fragment | undefined): void {
    const started: Run = fragment === undefined ? { no: run } : { no: run, fragment: fragment.id };
    if (fragment !== undefined && this.#leftPage !== undefined) this.#msgs.add(this.#leftPage);
    this.#leftPage = undefined;
    const said = fragment === undefined ? { run } : { run, fragment: fragment.id };
    this.#msgs.started({ type: "runStarted", ...said }, this.#credits.withheld);
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
    this.#msgs.add(msg);
    this.#turn ??= setImmediate(this.#awaited);
  }

  /** Posts what there is, in mid-run; false if there was nothing, or a browser that cannot take it yet. */
  flush(): boolean {
    const now = (this.#lastFlush = Date.now());
    if (this.#muted) return false;
    // A browser that still shows the page of a lost worker is spared a page that is only begun.
    if (this.#wholeDue && this.#running && now - this.#started < SLOW_MS) return false;
    if (!this.#credits.take()) return false;
    const frame = this.#encode();
    if (frame !== undefined) this.#session.postFrame(frame);
    return frame !== undefined;
  }

  /** The browser can take a frame again, or is back: posts what was withheld. */
  goOn(): void {
    this.flush();
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

  /** The last frame of a run; undefined when it must wait for the first frame of the run that supersedes this one, or for the browser. */
  end(run: number, fragment: Fragment | undefined, outcome: RunOutcome | "superseded", taken: Taken): Uint8Array<ArrayBuffer> | undefined {
    if (outcome === "superseded") {
      this.left(run, fragment, taken);
      return undefined;
    }
    const ending = this.#runs.get(run);
    this.#leave(run);
    const last = { type: "runFinished", run, outcome, ...taken } as const;
    if (this.#credits.take()) return this.#encode(last, ending);
    this.#msgs.ended(outcome === "error" && !this.#running ? this.#pending() : [], last);
    return undefined;
  }

  /** A run goes on as another one. Of the page, the next one's start says so, unless that is a fragment's (G4). */
  left(run: number, fragment: Fragment | undefined, taken: Taken): void {
    this.#leave(run);
    const end = { type: "runFinished", run, outcome: "superseded", ...taken } as const;
    if (fragment === undefined) this.#leftPage = end;
    else this.#msgs.left(end, this.#credits.withheld);
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

  #pending(): readonly ForwardMsg[] {
    const blocks = this.#session.tree.pendingBlocks();
    const changed = blocks.length > 0 || this.#pendingSent;
    this.#pendingSent = blocks.length > 0;
    return changed ? [{ type: "pending", blocks }] : [];
  }

  #whole(ending?: Run): ForwardMsg[] {
    const { tree, config, pages } = this.#session;
    // The browser must hear which fragment a run was of, also when its end follows at once.
    const running = ending ? [...this.#runs.values(), ending] : [...this.#runs.values()];
    this.#wholeDue = false;
    const roots = tree.wholeTree();
    // What the run has said so far stands in the whole tree, all but what happens once and what was answered.
    const { once, ends } = this.#msgs;
    this.#msgs.clear();
    return [{ type: "tree", roots, config, navigation: pages.navigation, running }, this.#session.place.message(), ...once, ...ends];
  }

  #encode(last?: ForwardMsg, ending?: Run): Uint8Array<ArrayBuffer> | undefined {
    const { tree, stored, query, seq, runs } = this.#session;
    query.flush();
    const writes = this.#wholeDue ? stored.allWrites(seq + 1) : stored.takeWrites(seq + 1);
    const whole = this.#wholeDue ? this.#whole(ending) : [];
    const deltas = tree.takeDeltas(this.#session.seq + 1);
    if (!runs.arriving) tree.remade = false;
    const msgs = [...whole, ...this.#msgs.take(deltas && { type: "delta", deltas })];
    if (writes !== undefined) msgs.push({ type: "store", writes });
    // What an error kept the run from reaching stays, as stale (SR7).
    if (this.#running ? Date.now() - this.#started >= SLOW_MS : last?.type === "runFinished" && last.outcome === "error")
      msgs.push(...this.#pending());
    if (last !== undefined) msgs.push(last);
    if (msgs.length === 0) return undefined;
    const frame = encodeFrame({ seq: ++this.#session.seq, msgs });
    this.#credits.posted(this.#session.seq, frame.byteLength);
    return frame;
  }
}
