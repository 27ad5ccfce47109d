/** The other end of a socket, as its heartbeat sees it. */
export interface Peer {
  /** Milliseconds between pings, and that it has for an answer. */
  readonly interval: number;
  readonly ping: () => void;
  /** It has not answered. */
  readonly lost: () => void;
}

/** Milliseconds that the other end has to answer when there is reason to doubt that it is there. */
const DOUBT = 5000;

/** Pings an open socket and notices when the other end is gone although no close has come. */
export class Heartbeat {
  #peer: Peer | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When an answer must have come. By the clock, which goes on while a machine sleeps. */
  #due: number | undefined;
  #heardAt = 0;
  /** This machine was asleep, or busy: what has come meanwhile may not have been read yet. */
  #wasAway = false;

  start(peer: Peer): void {
    this.#peer = peer;
    this.heard();
    this.#wake(peer.interval);
  }

  /** Any message is a sign of life. */
  heard(): void {
    this.#heardAt = Date.now();
    if (this.#due !== undefined && this.#peer) this.#wake(this.#peer.interval);
    this.#due = undefined;
    this.#wasAway = false;
  }

  /** Asks now: there is reason to doubt that anybody is there. */
  doubt(): void {
    if (this.#peer) this.#ask(this.#peer, this.#patience);
  }

  /** The same if nothing was heard for a while. */
  doubtSilence(): void {
    if (Date.now() - this.#heardAt > this.#patience) this.doubt();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#peer = this.#due = undefined;
  }

  get #patience(): number {
    return Math.min(DOUBT, this.#peer?.interval ?? DOUBT);
  }

  #ask(peer: Peer, patience: number): void {
    const due = Date.now() + patience;
    // An answer is due sooner already.
    if (this.#due !== undefined && this.#due <= due) return;
    peer.ping();
    this.#due = due;
    this.#wake(patience);
  }

  #wake(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), after);
  }

  #look(): void {
    const peer = this.#peer;
    if (!peer) return;
    const due = this.#due;
    this.#due = undefined;
    if (due === undefined) return this.#ask(peer, peer.interval);
    if (this.#wasAway || Date.now() - due < this.#patience) return peer.lost();
    this.#wasAway = true;
    this.doubt();
  }
}
