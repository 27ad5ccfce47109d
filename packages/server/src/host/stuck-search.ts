import type * as Inspector from "node:inspector";
import { STUCK_PLACE, type StuckPlace } from "../thread/stuck-place.ts";

/**
 * Milliseconds until an answer without a line of the user's is asked for again: in a chain of microtasks most places where the engine
 * lets itself be interrupted are its own. (A pause at the next call would find one sooner, but a thread that is being paused cannot
 * always be terminated.)
 */
const AGAIN = 1;

interface Answer {
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

const QUESTION = `globalThis[Symbol.for(${JSON.stringify(STUCK_PLACE)})]?.()`;

/**
 * Asks a thread what it is at, through Node's inspector, which interrupts any JavaScript. It pauses nothing and opens no port, and nothing
 * is left of it after `end`. Where somebody debugs this process it keeps away; a thread in a native call does not answer.
 */
export class StuckSearch {
  readonly #thread: number;
  #session: Inspector.Session | undefined;
  #place: StuckPlace | undefined;
  #again: NodeJS.Timeout | undefined;
  #ended = false;

  /** `thread` is the id of one of this process's own workers. */
  constructor(thread: number) {
    this.#thread = thread;
    // Loaded when it is needed, since a Node can be built without it.
    void import("node:inspector").then(
      (inspector) => this.#begin(inspector),
      () => this.end(),
    );
  }

  /** The best answer so far. */
  get place(): StuckPlace | undefined {
    return this.#place;
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#again);
    const session = this.#session;
    this.#session = undefined;
    if (session === undefined) return;
    session.removeAllListeners();
    session.post("NodeWorker.disable");
    session.disconnect();
  }

  #begin({ Session, url }: typeof Inspector): void {
    if (this.#ended || url() !== undefined) return;
    const session = new Session();
    session.on("NodeWorker.attachedToWorker", ({ params: { sessionId, workerInfo } }) => {
      // All workers are reported; the title has the id that `worker_threads` knows.
      if (workerInfo.title.startsWith(`[worker ${this.#thread}]`)) this.#ask(sessionId);
      else session.post("NodeWorker.detach", { sessionId });
    });
    session.on("NodeWorker.receivedMessageFromWorker", ({ params }) => this.#receive(params.sessionId, params.message));
    try {
      session.connect();
      this.#session = session;
      session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
    } catch {
      // Forbidden here, as by Node's permission model.
      this.end();
    }
  }

  #ask(sessionId: string): void {
    const params = { expression: QUESTION, returnByValue: true, silent: true };
    this.#session?.post("NodeWorker.sendMessageToWorker", {
      sessionId,
      message: JSON.stringify({ id: 1, method: "Runtime.evaluate", params }),
    });
  }

  #receive(sessionId: string, text: string): void {
    const place = placeIn(JSON.parse(text) as Answer);
    if (place === undefined) return;
    this.#place = place;
    if (place.frame !== undefined) this.end();
    else this.#again = setTimeout(() => this.#ask(sessionId), AGAIN);
  }
}

/** What the thread said. Its globals are in the page's hands, so it is read as anything might be. */
function placeIn({ result }: Answer): StuckPlace | undefined {
  const value = result?.result?.value;
  try {
    return typeof value === "string" ? (JSON.parse(value) as StuckPlace) : undefined;
  } catch {
    return undefined;
  }
}
