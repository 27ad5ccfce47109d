import { CLOSE_CODES, type CloseReason, type HostMsg } from "@rivulet/protocol";
import type { WebSocket } from "@fastify/websocket";
import type { SessionClient } from "./session-client.ts";

const BINARY = { binary: true };
/** Bytes that may wait in memory for one browser. Credits keep it far below; this is for a browser that breaks them. */
const MAX_BUFFERED = 64 * 1024 * 1024;
/** Milliseconds that a browser has to answer a close. */
const CLOSE_WAIT = 2000;

/** A session's browser behind a WebSocket. */
export class BrowserSocket implements SessionClient {
  readonly #socket: WebSocket;
  #closing = false;

  constructor(socket: WebSocket) {
    this.#socket = socket;
  }

  /** True once a close was begun: whatever still arrives counts no more. */
  get closing(): boolean {
    return this.#closing;
  }

  send(msg: HostMsg): void {
    if (!this.#closing) this.#socket.send(JSON.stringify(msg));
  }

  sendFrame(bytes: Uint8Array): void {
    if (this.#closing) return;
    this.#socket.send(bytes, BINARY);
    if (this.#socket.bufferedAmount > MAX_BUFFERED) this.#socket.terminate();
  }

  close(reason: CloseReason): void {
    this.end(CLOSE_CODES[reason].code, reason);
  }

  end(code: number, reason: string): void {
    if (this.#closing) return;
    this.#closing = true;
    this.#socket.close(code, reason);
    const cut = setTimeout(() => this.#socket.terminate(), CLOSE_WAIT).unref();
    this.#socket.once("close", () => clearTimeout(cut));
  }
}
