import type { SessionMsg } from "./app-session.ts";

type Numbered = Extract<SessionMsg, { n: number }>;

/** Milliseconds that a message waits for the run of the one before, which may never end by itself. */
const LONGEST = 5000;

/**
 * What a browser repeats after a restart, on its way to the page: one by one, since what a run shows may be what the next message is
 * for, and two presses of one button are two.
 */
export class HeldMessages {
  readonly #take: (msg: Numbered, bytes: number) => void;
  readonly #messages: { readonly msg: Numbered; readonly bytes: number }[] = [];
  #timer: NodeJS.Timeout | undefined;
  /** Of the messages. */
  bytes = 0;

  constructor(take: (msg: Numbered, bytes: number) => void) {
    this.#take = take;
  }

  get size(): number {
    return this.#messages.length;
  }

  get empty(): boolean {
    return this.size === 0;
  }

  add(msg: Numbered, bytes: number): void {
    this.#messages.push({ msg, bytes });
    this.bytes += bytes;
    this.#timer ??= setTimeout(() => this.next(), LONGEST);
  }

  /** Hands the oldest on: nothing runs any more. */
  next(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const oldest = this.#messages.shift();
    if (oldest === undefined) return;
    this.bytes -= oldest.bytes;
    if (!this.empty) this.#timer = setTimeout(() => this.next(), LONGEST);
    this.#take(oldest.msg, oldest.bytes);
  }

  /** Hands all of them on at once. */
  flush(): void {
    while (!this.empty) this.next();
  }

  /** The browser is gone, and will repeat them, or the session is over. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#messages.length = this.bytes = 0;
  }
}
