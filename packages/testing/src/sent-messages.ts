import type { BackMsg, Taken } from "@rivulet/protocol";

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
  /** Refused, or answered before others: behind such as are not answered yet. */
  readonly #early = new Set<number>();

  /** A new session counts anew. */
  reset(): void {
    this.last = this.answered = 0;
    this.#unanswered = [];
    this.#early.clear();
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
    if (n > this.answered) this.#early.add(n);
  }

  isAnswered(n: number): boolean {
    return n <= this.answered || this.#early.has(n);
  }

  /** Takes note of what is answered; returns up to which number all are. */
  settle({ taken, also = [] }: Taken): number {
    for (const n of also) if (n > this.answered) this.#early.add(n);
    if (taken > this.answered) this.answered = taken;
    if (this.#early.size > 0) {
      while (this.#early.has(this.answered + 1)) this.answered++;
      for (const n of this.#early) if (n <= this.answered) this.#early.delete(n);
    }
    if (this.#unanswered.length > 0) this.#unanswered = this.#unanswered.filter(({ n }) => !this.isAnswered(n));
    return this.answered;
  }
}
