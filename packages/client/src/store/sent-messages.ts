import { isTaken, type BackMsg, type NavigateMsg, type PagePlace, type Taken, type UpdateMsg, type WidgetId } from "@rivulet/protocol";

/** A message that the server answers, by its number. */
export type Numbered = UpdateMsg | NavigateMsg | { readonly type: "rerun"; readonly n: number };

/** As JSON: a page that is loaded again goes on with it. */
export interface SentSnapshot {
  readonly n: number;
  readonly navigated: number;
  readonly unsaved: readonly Numbered[];
  readonly unanswered: readonly number[];
}

/** The messages of a session: counted, and kept until the server has answered them, and until it has saved what they did (BM2). */
export class SentMessages {
  readonly #send: (msg: BackMsg) => void;
  /** Not answered, in order. */
  #unanswered: Numbered[] = [];
  /** Not known to be kept, in order: what the server lacks after a reconnect is repeated. */
  #unsaved: Numbered[] = [];
  #last = 0;
  #navigated = 0;

  constructor(send: (msg: BackMsg) => void, snapshot?: SentSnapshot) {
    this.#send = send;
    if (snapshot === undefined) return;
    const { n, navigated, unsaved, unanswered } = snapshot;
    this.#last = n;
    this.#navigated = navigated;
    this.#unsaved = [...unsaved];
    this.#unanswered = unsaved.filter((msg) => unanswered.includes(msg.n));
  }

  get snapshot(): SentSnapshot {
    return { n: this.#last, navigated: this.#navigated, unsaved: this.#unsaved, unanswered: this.#unanswered.map(({ n }) => n) };
  }

  /** The number of the next message. */
  get next(): number {
    return this.#last + 1;
  }

  /** The message in which the user went somewhere last; 0 if there was none. */
  get navigated(): number {
    return this.#navigated;
  }

  /** The highest number among the messages that would be repeated; 0 is none. */
  get repeats(): number {
    return this.#unsaved.at(-1)?.n ?? 0;
  }

  /** True while something that the user did is not answered. */
  get acting(): boolean {
    return this.#unanswered.some((msg) => !isTick(msg));
  }

  /** True while a form's draft is not answered. */
  get drafting(): boolean {
    return this.#unanswered.some((msg) => msg.type === "update" && msg.draft === true);
  }

  /** True while a tick of this fragment is not answered. */
  ticking(fragment: WidgetId): boolean {
    return this.#unanswered.some((msg) => isTick(msg) && msg.fragment === fragment);
  }

  /** True while a value of this widget is not answered. */
  concern(id: WidgetId): boolean {
    return this.#unanswered.some((msg) => msg.type === "update" && msg.values.some(([widget]) => widget === id));
  }

  update(msg: Omit<UpdateMsg, "type" | "n">): void {
    this.#post({ type: "update", n: ++this.#last, ...msg });
  }

  rerun(): void {
    this.#post({ type: "rerun", n: ++this.#last });
  }

  navigate({ path, query }: PagePlace): void {
    this.#navigated = ++this.#last;
    this.#post({ type: "navigate", n: this.#last, path, query });
  }

  /** Every message up to `n` is kept by the server. */
  saved(n: number): void {
    if (this.#unsaved.length > 0) this.#unsaved = this.#unsaved.filter((msg) => msg.n > n);
  }

  /** What was taken is answered. */
  answered(taken: Taken): void {
    this.#unanswered = this.#unanswered.filter(({ n }) => !isTaken(taken, n));
  }

  /** Message `n` had no effect and never will. False if it was a tick, which nobody will miss. */
  refused(n: number): boolean {
    const missed = !this.#unanswered.some((msg) => msg.n === n && isTick(msg));
    this.#unanswered = this.#unanswered.filter((msg) => msg.n !== n);
    this.#unsaved = this.#unsaved.filter((msg) => msg.n !== n);
    return missed;
  }

  /** Sends again what the server has not received. */
  repeat(received: number): void {
    // The page before this one has sent more than it had left word of.
    this.#last = Math.max(this.#last, received);
    for (const msg of this.#unsaved) if (msg.n > received) this.#send(msg);
  }

  /** A new session counts anew. */
  reset(): void {
    this.#last = this.#navigated = 0;
    this.#unanswered = [];
    this.#unsaved = [];
  }

  #post(msg: Numbered): void {
    this.#unanswered.push(msg);
    this.#unsaved.push(msg);
    this.#send(msg);
  }
}

function isTick(msg: Numbered): msg is UpdateMsg {
  return msg.type === "update" && msg.values.length === 0 && msg.draft !== true;
}
