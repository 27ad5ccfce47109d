import { decodeFrame, type ForwardMsg } from "@rivulet/protocol";
import { acknowledge, isWithheld, setAway } from "../thread/frame-credit.ts";
import type { Interrupt } from "../thread/interrupt.ts";
import type { SessionClient } from "./session-client.ts";

interface Sent {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** Where a session's frames come from: the memory shared with its worker, and the way to tell it to go on. */
export interface FrameSource {
  readonly shared: Interrupt;
  readonly goOn: () => void;
}

/**
 * What goes to a session's browser: exactly the frames that it has not acknowledged (FM5). A browser that comes back is sent them again.
 * Credits keep them few: the worker posts nothing for a browser that does not read, or is not there.
 */
export class Outbox {
  #client: SessionClient | undefined;
  #source: FrameSource | undefined;
  /** The last frame that the worker posted. */
  seq: number;
  #acknowledged: number;
  /** In order. */
  #sent: Sent[] = [];
  #awaitsTree = false;
  /** The worker was told to post what it withholds, and has not yet. */
  #asked = false;

  /** Frames are numbered from `seq` on. */
  constructor(seq = 0) {
    this.seq = this.#acknowledged = seq;
  }

  get client(): SessionClient | undefined {
    return this.#client;
  }

  /** Whether the next frame must be the whole tree: a browser that has seen frames still shows them, also one that is away. */
  get needsTree(): boolean {
    return this.seq > 0 || this.#awaitsTree;
  }

  /** Whether the worker has something for the browser that it could not post: the answer to what was asked before is in it. */
  get withholds(): boolean {
    return this.#asked || (this.#source !== undefined && isWithheld(this.#source.shared));
  }

  /** Whether the browser that is there lacks something that only the worker has. */
  get owes(): boolean {
    return this.#client !== undefined && (this.#awaitsTree || this.withholds);
  }

  /** Frames come from another worker from now on. */
  follow(source: FrameSource): void {
    this.#source = source;
    this.#asked = false;
    acknowledge(source.shared, this.seq);
    setAway(source.shared, this.#client === undefined);
  }

  /** Whether a browser that has applied the frames up to `applied` can go on with those that it has missed. */
  canReplay(applied: number | undefined): applied is number {
    return applied !== undefined && !this.#awaitsTree && applied >= this.#acknowledged && applied <= this.seq;
  }

  /** A browser reads from now on; one that has applied the frames up to `applied` is sent those after it. */
  attach(client: SessionClient, applied: number): void {
    this.#client = client;
    this.acknowledge(applied);
    for (const { bytes } of this.#sent) client.sendFrame(bytes);
    this.#present();
  }

  /** A browser reads from now on that lacks frames: what the worker posts before the whole tree is of no use to it. */
  attachAnew(client: SessionClient): void {
    this.#client = client;
    this.#awaitsTree = true;
    this.#skip();
    this.#present();
  }

  detach(): void {
    this.#client = undefined;
    if (this.#source) setAway(this.#source.shared, true);
  }

  /** Passes a frame on; one that a browser without the whole tree could not apply is dropped, and what it says returned. */
  frame(seq: number, bytes: Uint8Array): readonly ForwardMsg[] {
    this.seq = seq;
    this.#asked = false;
    if (this.#awaitsTree) {
      // Only here does the host look into a frame: a few, after a resume.
      const { msgs } = decodeFrame(bytes);
      if (!msgs.some((msg) => msg.type === "tree")) {
        this.#skip();
        return msgs;
      }
      this.#awaitsTree = false;
    }
    this.#sent.push({ seq, bytes });
    this.#client?.sendFrame(bytes);
    return [];
  }

  /** Notes an acknowledgement; false when it names nothing new, which an honest browser never does. */
  acknowledge(seq: number): boolean {
    if (seq <= this.#acknowledged || seq > this.seq) return false;
    this.#acknowledged = seq;
    while (this.#sent[0] !== undefined && this.#sent[0].seq <= seq) this.#sent.shift();
    if (this.#source && acknowledge(this.#source.shared, seq)) this.#goOn();
    return true;
  }

  /** What was posted so far counts as read. */
  #skip(): void {
    this.acknowledge(this.seq);
  }

  #present(): void {
    if (this.#source && setAway(this.#source.shared, false)) this.#goOn();
  }

  #goOn(): void {
    this.#asked = true;
    this.#source?.goOn();
  }
}
