import { Readable } from "node:stream";
import type { MediaId } from "../../thread/media/media-id.ts";
import type { OfferedMedia, StreamAnswer, StreamRequest } from "../../thread/media/media.ts";

/** Milliseconds that a stream waits for its browser. */
const WAIT = 60_000;
/** Streams that one session may have waiting. */
const MAX_WAITING = 20;

interface Waiting {
  readonly session: string;
  readonly offer: OfferedMedia;
  readonly timer: NodeJS.Timeout;
}

/** Streams that script workers hold ready, each to be fetched once. */
export class Offers {
  readonly #waiting = new Map<MediaId, Waiting>();

  add(session: string, offer: OfferedMedia): void {
    const mine = [...this.#waiting.values()].filter((waiting) => waiting.session === session);
    if (mine.length >= MAX_WAITING) this.#drop(mine[0] as Waiting);
    const timer = setTimeout(() => this.#drop(waiting), WAIT);
    timer.unref();
    const waiting: Waiting = { session, offer, timer };
    this.#waiting.set(offer.id, waiting);
    // Its worker is gone, or has given up.
    offer.port.once("close", () => this.#drop(waiting));
    offer.port.unref();
  }

  /** What is offered under an id. */
  get(id: MediaId): OfferedMedia | undefined {
    return this.#waiting.get(id)?.offer;
  }

  /** The stream under an id, once; who destroys it cancels what makes it. */
  take(id: MediaId): Readable | undefined {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return undefined;
    this.#forget(waiting);
    return pulled(waiting.offer);
  }

  endSession(session: string): void {
    for (const waiting of this.#waiting.values()) if (waiting.session === session) this.#drop(waiting);
  }

  #drop(waiting: Waiting): void {
    if (this.#waiting.get(waiting.offer.id) !== waiting) return;
    this.#forget(waiting);
    waiting.offer.port.close();
  }

  #forget({ offer, timer }: Waiting): void {
    clearTimeout(timer);
    this.#waiting.delete(offer.id);
  }
}

/** Asks for the next piece when the one before has gone to the browser: nothing heaps up here. */
function pulled({ port }: OfferedMedia): Readable {
  const stream = new Readable({
    read: () => port.postMessage("pull" satisfies StreamRequest),
    destroy: (error, done) => {
      port.close();
      done(error);
    },
  });
  port.on("message", (answer: StreamAnswer) => stream.push(answer));
  port.on("close", () => {
    if (!stream.readableEnded) stream.destroy(new Error("what made the file has failed"));
  });
  port.ref();
  return stream;
}
