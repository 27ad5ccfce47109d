import type { ForwardMsg } from "@rivulet/protocol";

type Started = Extract<ForwardMsg, { readonly type: "runStarted" }>;
type Finished = Extract<ForwardMsg, { readonly type: "runFinished" }>;

/** Toasts and effects that wait for a slow browser; older ones nobody has to see any more. */
const MAX_NOTES = 20;

/** Of these a later one takes the place of the one before; a step in the history stays one. */
const LATEST_ONLY: ReadonlySet<ForwardMsg["type"]> = new Set(["pageConfig", "location", "navigation"]);

/** What the next frame says beside the changes of the tree. While frames are withheld it does not grow with time (FM6). */
export class Unposted {
  #msgs: ForwardMsg[] = [];
  /** Where the changes of the tree belong: before the first end of a run that was withheld. */
  #end: number | undefined;

  add(msg: ForwardMsg): void {
    if (isNote(msg)) this.#makeRoom();
    const before = LATEST_ONLY.has(msg.type) ? this.#msgs.find(({ type }) => type === msg.type) : undefined;
    if (before !== undefined) this.#drop((other) => other === before);
    this.#msgs.push(before?.type === "location" && msg.type === "location" && before.mode === "push" ? { ...msg, mode: "push" } : msg);
  }

  /** A run has started; `withheld`: what was said before has not been posted for want of a browser that reads. */
  started(msg: Started, withheld: boolean): void {
    if (withheld && msg.fragment === undefined) this.#forgetRuns();
    this.#msgs.push(msg);
  }

  /** A run of a fragment goes on as another one. A browser that has not heard of it need not. */
  left(msg: Finished, withheld: boolean): void {
    if (!withheld || !this.#drop((other) => other.type === "runStarted" && other.run === msg.run)) this.#msgs.push(msg);
  }

  /** A run has ended, and its last frame is withheld. */
  ended(pending: readonly ForwardMsg[], msg: Finished): void {
    this.#end ??= this.#msgs.length;
    this.#msgs.push(...pending, msg);
  }

  /** What happens once, and so is in no tree. */
  get once(): readonly ForwardMsg[] {
    return this.#msgs.filter((msg) => isNote(msg) || msg.type === "download");
  }

  /** The ends of runs that were withheld. */
  get ends(): readonly ForwardMsg[] {
    return this.#end === undefined ? [] : this.#msgs.slice(this.#end).filter(({ type }) => type === "runFinished");
  }

  /** Everything, with the changes of the tree where they belong. */
  take(delta: ForwardMsg | undefined): ForwardMsg[] {
    const msgs = this.#msgs;
    if (delta !== undefined) msgs.splice(this.#end ?? msgs.length, 0, delta);
    this.clear();
    return msgs;
  }

  clear(): void {
    this.#msgs = [];
    this.#end = undefined;
  }

  /** A run of the page ends every run before it: of those only the last end counts, which says what was taken. */
  #forgetRuns(): void {
    const last = this.#msgs.findLast(({ type }) => type === "runFinished");
    this.#drop(({ type }) => type === "runStarted" || type === "runFinished" || type === "pending");
    this.#end = undefined;
    if (last === undefined) return;
    this.#end = this.#msgs.length;
    this.#msgs.push(last);
  }

  #makeRoom(): void {
    const notes = this.#msgs.filter(isNote);
    if (notes.length >= MAX_NOTES) this.#drop((msg) => msg === notes[0]);
  }

  #drop(isMeant: (msg: ForwardMsg) => boolean): boolean {
    const kept = this.#msgs.filter((msg) => !isMeant(msg));
    const any = kept.length < this.#msgs.length;
    if (this.#end !== undefined) this.#end = this.#msgs.slice(0, this.#end).filter((msg) => !isMeant(msg)).length;
    this.#msgs = kept;
    return any;
  }
}

function isNote({ type }: ForwardMsg): boolean {
  return type === "toast" || type === "effect";
}
