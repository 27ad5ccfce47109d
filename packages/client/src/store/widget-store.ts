import { isTaken, type BackMsg, type Taken, type UpdateMsg, type WidgetId } from "@rivulet/protocol";
import { sameValue } from "./same-value.ts";
import type { SendPace } from "./send-pace.ts";
import { Topics } from "./topics.ts";

/** What a browser holds of one widget beside the server's value; gone when there is neither. */
export interface LocalValue {
  /** Half-entered: no run knows it. */
  readonly draft?: { readonly value: unknown };
  /** In message `n`, or queued for the next one; shown until the run that took it has ended. */
  readonly sent?: { readonly value: unknown; readonly n: number };
}

/** What a widget store needs from the page around it. */
export interface WidgetStoreOptions {
  readonly send: (msg: BackMsg) => void;
  /** The last frame applied. */
  readonly seen: () => number;
  /** The fragment that values are for (`UpdateMsg.fragment`). */
  readonly fragmentOf: (values: UpdateMsg["values"]) => WidgetId | undefined;
  readonly pace: Pick<SendPace, "soon" | "sent" | "answered">;
  /** Called synchronously when an interaction is under way. */
  readonly onBusy: () => void;
}

type Numbered = UpdateMsg | { readonly type: "rerun"; readonly n: number };

/**
 * The browser's own values: drafts, and what was sent and is not yet answered.
 * A widget shows its draft, else what was sent, else the server's value (BM3); so a refusal shows the server's by itself.
 */
export class WidgetStore {
  readonly topics = new Topics<WidgetId>();
  readonly #options: WidgetStoreOptions;
  readonly #local = new Map<WidgetId, LocalValue>();
  /** Sent and not answered, in order: repeated after a reconnect (BM2). */
  #unanswered: Numbered[] = [];
  /** Changed since the last message. */
  readonly #queued = new Set<WidgetId>();
  /** Drafts to commit when the pointer that blurred them has done its click. */
  readonly #held = new Set<WidgetId>();
  /** Drafts that wait for whatever is sent next. */
  readonly #deferred = new Set<WidgetId>();
  #pointerDown = false;
  #n = 0;

  constructor(options: WidgetStoreOptions) {
    this.#options = options;
  }

  /** True while something was entered that no ended run has answered. */
  get busy(): boolean {
    return this.#queued.size > 0 || this.#unanswered.some((msg) => !isTick(msg));
  }

  /** What the browser holds of a widget; replaced, never changed. */
  local(id: WidgetId): LocalValue | undefined {
    return this.#local.get(id);
  }

  /** What a widget shows. */
  value(id: WidgetId, server: unknown): unknown {
    const local = this.#local.get(id);
    return local?.draft ? local.draft.value : local?.sent ? local.sent.value : server;
  }

  setDraft(id: WidgetId, value: unknown): void {
    this.#put(id, { ...this.#local.get(id), draft: { value } });
    this.topics.flush();
  }

  /** Forgets a draft without sending it. */
  dropDraft(id: WidgetId): void {
    const sent = this.#local.get(id)?.sent;
    this.#put(id, sent ? { sent } : {});
    this.#held.delete(id);
    this.#deferred.delete(id);
    this.topics.flush();
  }

  /** Keeps a value for the next message, whatever causes that. */
  defer(id: WidgetId, value: unknown): void {
    this.#deferred.add(id);
    this.setDraft(id, value);
  }

  /** Keeps a draft for the next message; drops one that changes nothing. */
  deferDraft(id: WidgetId, server: unknown): void {
    const draft = this.#local.get(id)?.draft;
    if (draft && sameValue(draft.value, server)) this.dropDraft(id);
    else if (draft) this.#deferred.add(id);
  }

  /** Sends a draft that differs from what was sent last; drops one that does not. Waits for the click of a pressed pointer. */
  commitDraft(id: WidgetId, server: unknown): void {
    const local = this.#local.get(id);
    if (!local?.draft) return;
    if (sameValue(local.draft.value, local.sent ? local.sent.value : server)) {
      this.dropDraft(id);
    } else if (this.#pointerDown) this.#held.add(id);
    else this.setValue(id, local.draft.value);
  }

  /** Sends a value at once, or, when values of this widget come quicker than they are answered, the latest of them soon. */
  setValue(id: WidgetId, value: unknown): void {
    const more =
      this.#queued.has(id) || this.#unanswered.some((msg) => msg.type === "update" && msg.values.some(([widget]) => widget === id));
    this.#queue(id, value);
    this.#options.onBusy();
    if (more) this.#options.pace.soon(this.flush);
    else this.flush();
    this.topics.flush();
  }

  /** Sends a trigger with every queued value and every draft in one message (BM3). */
  fire(id: WidgetId, value: unknown): void {
    for (const [widget, { draft }] of this.#local) if (draft) this.#queue(widget, draft.value);
    this.#send([...this.#takeQueued(), [id, value]]);
    this.#options.onBusy();
    this.topics.flush();
  }

  rerun(): void {
    if (this.#deferred.size > 0) this.#send(this.#takeQueued());
    else this.flush();
    this.#post({ type: "rerun", n: ++this.#n });
    this.#options.onBusy();
  }

  /** Runs a fragment again because its time is over. Nobody acted: values that wait go on waiting, and the page is not busy. */
  tick(fragment: WidgetId): void {
    this.#post({ type: "update", n: ++this.#n, seen: this.#options.seen(), values: [], fragment });
    // What waits goes out under a later number.
    for (const id of this.#queued) {
      const local = this.#local.get(id);
      if (local?.sent) this.#put(id, { ...local, sent: { ...local.sent, n: this.#n + 1 } });
    }
  }

  /** True while a tick of this fragment is not answered. */
  ticking(fragment: WidgetId): boolean {
    return this.#unanswered.some((msg) => isTick(msg) && msg.fragment === fragment);
  }

  /** Sends what is queued. */
  readonly flush = (): void => {
    if (this.#queued.size > 0) this.#send(this.#takeQueued());
  };

  /** A pressed pointer holds drafts back until its click has fired: the blur it causes must not send before the click does. */
  pointer(down: boolean): void {
    this.#pointerDown = down;
    if (down) return;
    const held = [...this.#held];
    this.#held.clear();
    for (const id of held) {
      const draft = this.#local.get(id)?.draft;
      if (draft) this.setValue(id, draft.value);
    }
  }

  /** What has had its effect is over: the server's values show again. Listeners hear at the next flush of `topics`. */
  settle(taken: Taken): void {
    this.#forget((n) => isTaken(taken, n));
    this.#options.pace.answered();
  }

  /** Message `n` had no effect and never will. False if it was a tick, which nobody will miss. */
  refused(n: number): boolean {
    const missed = !this.#unanswered.some((msg) => msg.n === n && isTick(msg));
    this.#forget((one) => one === n);
    this.topics.flush();
    return missed;
  }

  /** Forgets the local values of widgets that are gone. */
  prune(present: ReadonlySet<WidgetId>): void {
    for (const id of this.#local.keys()) {
      if (present.has(id)) continue;
      this.#put(id, {});
      this.#queued.delete(id);
      this.#held.delete(id);
      this.#deferred.delete(id);
    }
  }

  /** True if there is anything to prune. */
  get holdsValues(): boolean {
    return this.#local.size > 0;
  }

  /** The socket is back: the same session gets again what it may have missed, a new one starts counting anew. */
  reconnected(resumed: boolean): void {
    if (resumed) {
      for (const msg of this.#unanswered) this.#options.send(msg);
      return;
    }
    this.#n = 0;
    this.#unanswered = [];
    this.#queued.clear();
    for (const [id, local] of this.#local) this.#put(id, local.draft ? { draft: local.draft } : {});
    this.topics.flush();
  }

  #queue(id: WidgetId, value: unknown): void {
    this.#held.delete(id);
    this.#deferred.delete(id);
    this.#queued.add(id);
    this.#put(id, { sent: { value, n: this.#n + 1 } });
  }

  #takeQueued(): [WidgetId, unknown][] {
    for (const id of [...this.#held, ...this.#deferred]) {
      const draft = this.#local.get(id)?.draft;
      if (draft) this.#queue(id, draft.value);
    }
    const values = [...this.#queued].map((id): [WidgetId, unknown] => [id, this.#local.get(id)?.sent?.value]);
    this.#queued.clear();
    return values;
  }

  #send(values: readonly (readonly [WidgetId, unknown])[]): void {
    this.#post({ type: "update", n: ++this.#n, seen: this.#options.seen(), values, fragment: this.#options.fragmentOf(values) });
    this.#options.pace.sent();
  }

  #post(msg: Numbered): void {
    this.#unanswered.push(msg);
    this.#options.send(msg);
  }

  #forget(over: (n: number) => boolean): void {
    this.#unanswered = this.#unanswered.filter((msg) => !over(msg.n));
    for (const [id, local] of this.#local) {
      if (local.sent && over(local.sent.n)) this.#put(id, local.draft ? { draft: local.draft } : {});
    }
  }

  #put(id: WidgetId, local: LocalValue): void {
    if (local.draft || local.sent) this.#local.set(id, local);
    else this.#local.delete(id);
    this.topics.touch(id);
  }
}

function isTick(msg: Numbered): msg is UpdateMsg {
  return msg.type === "update" && msg.values.length === 0;
}
