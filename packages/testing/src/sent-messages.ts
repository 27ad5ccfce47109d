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

  /** A new session counts anew. */
  reset(): void {
    this.last = this.answered = 0;
    this.#unanswered = [];
    this.#unsaved = [];
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

  /** The texts of those that a server which has all up to `received` lacks, in order. They are to be answered, perhaps for the second time. */
  repeat(received: number): readonly string[] {
    const missing = this.#unsaved.filter(({ n }) => n > received);
    const unanswered = new Set([...this.#unanswered, ...missing.map(({ n }) => n)]);
    this.#unanswered = [...unanswered].sort((a, b) => a - b);
    this.#count();
    return missing.map(({ text }) => text);
  }

  /** Every message up to `n` is kept by the server. */
  save(n: number): void {
    this.#unsaved = this.#unsaved.filter((sent) => sent.n > n);
  }

  /** Message `n` has no effect and never will. */
  refuse(n: number): void {
    this.#unanswered = this.#unanswered.filter((sent) => sent !== n);
    this.#unsaved = this.#unsaved.filter((sent) => sent.n !== n);
  }

  isAnswered(n: number): boolean {
    return n <= this.last && !this.#unanswered.includes(n);
  }

  /** Takes note of what is answered; returns up to which number all are. */
  settle(taken: Taken): number {
    // What was answered once is answered: a worker that a session has moved to knows only of what came there.
    if (this.#unanswered.length > 0) this.#unanswered = this.#unanswered.filter((n) => !isTaken(taken, n));
    this.#count();
    return this.answered;
  }

  #count(): void {
    this.answered = (this.#unanswered[0] ?? this.last + 1) - 1;
  }
}
