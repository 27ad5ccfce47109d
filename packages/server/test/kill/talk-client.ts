import type { RunOutcome } from "@rivulet/protocol";
import { PageClient } from "../host/page-client.ts";

/** What a user sees after an interaction. */
export interface Shown {
  readonly texts: readonly string[];
  readonly values: readonly unknown[];
}

/** Milliseconds that a thread is given to end: what it would have done by then is not known. */
const MARGIN = 100;

/** A user of the page under test, who waits for the answer to each interaction. */
export class TalkClient extends PageClient {
  #from = 0;

  static override async open(url: string): Promise<TalkClient> {
    const client = new TalkClient(url);
    await client.hello();
    // Its first run may be lost to another user's.
    for (let n = 0; (await client.answered(n)) !== "finished";) n = client.rerun();
    return client;
  }

  /** The thread in which the page ran last, as it says itself. */
  get thread(): number {
    return Number(this.text(/^thread /)?.slice("thread ".length));
  }

  /** Whether the page computes, and goes on long enough to be killed at it. */
  get isComputing(): boolean {
    return Number(this.text(/^computing until /)?.slice("computing until ".length)) - Date.now() > MARGIN;
  }

  /** What the page shows in texts that match, without what tells one worker from another. */
  shown(pattern: RegExp): Shown {
    return {
      texts: this.texts().filter((text) => pattern.test(text) && !/^(thread|computing until) /.test(text)),
      values: ["Name", "Size", "Stream", "Hue", "Pause"].map((label) => this.value(label)),
    };
  }

  /** Waits until message `n` has had its effect; returns how the run ended that took it. */
  async answered(n: number): Promise<RunOutcome> {
    let outcome: RunOutcome | undefined;
    await this.until(() => (outcome = this.#answerTo(n)) !== undefined, `the answer to message ${n}`);
    return outcome as RunOutcome;
  }

  /** Whether the answer to message `n` has come. */
  isAnswered(n: number): boolean {
    return this.#answerTo(n) !== undefined;
  }

  /** Waits until a run has begun since message `from` of what was received, and a text matches; false when the answer to `n` comes first. */
  async isUnderWay(n: number, from: number, pattern: RegExp): Promise<boolean> {
    const started = (): boolean => this.received.slice(from).some(({ type }) => type === "runStarted") && this.text(pattern) !== undefined;
    await this.until(() => this.isAnswered(n) || started(), `a run for message ${n}`);
    return !this.isAnswered(n);
  }

  #answerTo(n: number): RunOutcome | undefined {
    for (; this.#from < this.received.length; this.#from++) {
      const msg = this.received[this.#from];
      if ((msg?.type === "runFinished" || msg?.type === "ended") && msg.taken >= n && msg.outcome !== "superseded") return msg.outcome;
    }
    return undefined;
  }
}
