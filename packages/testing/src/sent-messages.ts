import { isTaken, type BackMsg, type Taken } from "@rivulet/protocol";

interface Sent {
  readonly n: number;
  readonly text: string;
}

/** A session's numbered messages: those that are not known to be kept by the server are kept here, to be said again after a lost connection (BM2). */
export class SentMessages {
  /** The number of the last one. */
  last = 0;
  /** Up to which number all are answered, the refused ones included. */
  answered = 0;
  #unanswered: number[] = [];
  #unsaved: Sent[] = [];
  #taken: Taken = { taken: 0 };
  readonly #refused = new Set<number>();

  /** A new session counts anew. */
  reset(): void {
    this.last = this.answered = 0;
    this.#unanswered = [];
    this.#unsaved = [];
    this.#taken = { taken: 0 };
    this.#refused.clear();
  }

  /** Gives a message the next number, and its text. */
  add(message: (n: number) => BackMsg): string {
    const n = ++this.last;
    const text = JSON.stringify(message(n));
    this.#unanswered.push(n);
    this.#unsaved.push({ n, text });
    return text;
  }

  /** The highest number among those that may be said again; 0 is none. */
  get repeats(): number {
    return this.#unsaved.at(-1)?.n ?? 0;
  }

  /** The texts of those that a server which has all up to `received` lacks, in order. */
  missing(received: number): readonly string[] {
    return this.#unsaved.filter(({ n }) => n > received).map(({ text }) => text);
  }

  /** Every message up to `n` is kept by the server. */
  save(n: number): void {
    this.#unsaved = this.#unsaved.filter((sent) => sent.n > n);
  }

  /** Message `n` has no effect and never will. */
  refuse(n: number): void {
    this.#refused.add(n);
    this.#unsaved = this.#unsaved.filter((sent) => sent.n !== n);
  }

  isAnswered(n: number): boolean {
    return isTaken(this.#taken, n) || this.#refused.has(n);
  }

  /** Takes note of what is answered; returns up to which number all are. */
  settle(taken: Taken): number {
    if (taken.taken >= this.#taken.taken) this.#taken = taken;
    if (this.#unanswered.length > 0) this.#unanswered = this.#unanswered.filter((n) => !this.isAnswered(n));
    this.answered = (this.#unanswered[0] ?? this.last + 1) - 1;
    return this.answered;
  }
}
