import { decodeFrame } from "@rivulet/protocol";
import type { SessionClient } from "./session-client.ts";

/**
 * What goes to a session's browser. Without one, frames are dropped: whoever comes back is sent the whole tree.
 */
export class Outbox {
  #client: SessionClient | undefined;
  /** The last frame that the worker posted. */
  seq = 0;
  #acknowledged = 0;
  #awaitsTree = false;

  get client(): SessionClient | undefined {
    return this.#client;
  }

  /** Whether the next frame must be the whole tree: a browser that has seen frames still shows them. */
  get needsTree(): boolean {
    return this.#client !== undefined && (this.seq > 0 || this.#awaitsTree);
  }

  /** `awaitTree`: the client lacks frames, so what the worker posts before the whole tree is of no use to it. */
  attach(client: SessionClient, { awaitTree = false } = {}): void {
    this.#client = client;
    this.#awaitsTree = awaitTree;
  }

  detach(): void {
    this.#client = undefined;
  }

  /** Passes a frame on; false if it was withheld from a browser that waits for the whole tree. */
  frame(seq: number, bytes: Uint8Array): boolean {
    this.seq = seq;
    if (this.#awaitsTree) {
      // Only here does the host look into a frame: a few, after a resume.
      if (!decodeFrame(bytes).msgs.some((msg) => msg.type === "tree")) return false;
      this.#awaitsTree = false;
    }
    this.#client?.sendFrame(bytes);
    return true;
  }

  /** Notes an acknowledgement (FM5); false when it names nothing new, which an honest browser never does. */
  acknowledge(seq: number): boolean {
    if (seq <= this.#acknowledged || seq > this.seq) return false;
    this.#acknowledged = seq;
    return true;
  }
}
