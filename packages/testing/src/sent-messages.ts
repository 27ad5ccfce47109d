import { isTaken, type BackMsg, type Taken } from "@rivulet/protocol";

interface Sent {
  readonly n: number;
  readonly text: string;
}

/** A session's numbered messages: those that are not known to have had their effect are kept, to be said again after a lost connection (BM2). */
export class SentMessages {
  /** The number of the last one. */
  last = 0;
  /** Up to which number all are answered, the refused ones included. */
  answered = 0;
  #unanswered: Sent[] = [];
  #taken: Taken = { taken: 0 };
  readonly #refused = new Set<number>();

  /** A new session counts anew. */
  reset(): void {
    this.last = this.answered = 0;
    this.#unanswered = [];
    this.#taken = { taken: 0 };
    this.#refused.clear();
  }

  /** Gives a message the next number, and its text. */
  add(message: (n: number) => BackMsg): string {
    const n = ++this.last;
    const text = JSON.stringify(message(n));
    this.#unanswered.push({ n, text });
    return text;
  }

  /** The texts of all that are not answered, in order. */
  get unanswered(): readonly string[] {
    return this.#unanswered.map(({ text }) => text);
  }

  /** Message `n` has no effect and never will. */
  refuse(n: number): void {
    this.#refused.add(n);
  }

  isAnswered(n: number): boolean {
    return isTaken(this.#taken, n) || this.#refused.has(n);
  }

  /** Takes note of what is answered; returns up to which number all are. */
  settle(taken: Taken): number {
    if (taken.taken >= this.#taken.taken) this.#taken = taken;
    if (this.#unanswered.length > 0) this.#unanswered = this.#unanswered.filter(({ n }) => !this.isAnswered(n));
    this.answered = (this.#unanswered[0]?.n ?? this.last + 1) - 1;
    return this.answered;
  }
}
