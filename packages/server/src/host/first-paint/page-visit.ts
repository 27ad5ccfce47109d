import { decodeFrame, type Frame, type HostMsg } from "@rivulet/protocol";
import type { SessionClient } from "../session-client.ts";

/** Bytes of frames that a page's HTML carries at most; what is beyond comes over the socket, where nothing has to be text. */
const MAX_BYTES = 128 * 1024;
/** Of the time that the HTML waits for the page's first words, how much it waits for the rest after them: most pages are done by then. */
const REST = 0.4;

/**
 * Stands for the browser while a navigation is answered: keeps the frames that the HTML is to carry. They count as unacknowledged
 * like any others, so a page that goes on writing before its browser has come is held back (FM5).
 */
export class PageVisit implements SessionClient {
  readonly #frames: Uint8Array[] = [];
  #bytes = 0;
  #full = false;
  #ended: HostMsg[] = [];
  readonly #rest: number;
  readonly #ready: Promise<void>;
  #resolve: () => void = () => {};
  #timer: NodeJS.Timeout | undefined;

  /** `wait`: milliseconds that the HTML waits for the page's first words. */
  constructor(wait: number) {
    this.#ready = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    this.#rest = wait * REST;
    this.#wait(wait);
  }

  send(msg: HostMsg): void {
    if (msg.type === "problem" && msg.error !== null) this.#resolve();
    if (msg.type !== "ended") return;
    this.#ended.push(msg);
    this.#resolve();
  }

  sendFrame(bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength;
    if (this.#bytes > MAX_BYTES) this.#full = true;
    if (this.#full) return this.#resolve();
    this.#frames.push(bytes);
    if (endsRun(decodeFrame(bytes))) this.#resolve();
    else if (this.#frames.length === 1) this.#wait(this.#rest);
  }

  close(): void {
    this.#resolve();
  }

  /** The first frames, in order: all that the page says at once, or as much of it as can be waited for. */
  async frames(): Promise<readonly Uint8Array[]> {
    await this.#ready;
    clearTimeout(this.#timer);
    this.#full = true;
    return this.#frames;
  }

  /** Tells the browser what the host alone has said meanwhile: frames are sent again by themselves. */
  tell(client: SessionClient): void {
    for (const msg of this.#ended) client.send(msg);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#resolve(), ms);
  }
}

function endsRun({ msgs }: Frame): boolean {
  return msgs.some((msg) => msg.type === "runFinished");
}
