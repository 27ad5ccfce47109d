import type { BackMsg } from "@rivulet/protocol";

interface Sent {
  readonly n: number;
  readonly text: string;
}

/** A session's numbered messages: those that are not known to have had their effect are kept, to be said again after a lost connection (BM2). */
export class SentMessages {
  /** The number of the last one. */
  last = 0;
  #unanswered: Sent[] = [];
  /** Refused ones behind others that are not answered yet. */
  readonly #refused = new Set<number>();

  /** A new session counts anew. */
  reset(): void {
    this.last = 0;
    this.#unanswered = [];
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

  /** Every message up to `taken` is answered; returns up to which all are, the refused ones included. */
  settle(taken: number): number {
    while (this.#refused.size > 0 && this.#refused.delete(taken + 1)) taken++;
    let answered = 0;
    for (const { n } of this.#unanswered) if (n <= taken) answered++;
    if (answered > 0) this.#unanswered.splice(0, answered);
    return taken;
  }
}
