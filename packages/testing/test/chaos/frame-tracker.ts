const END_OF_HEADERS = [13, 10, 13, 10];

/** Follows one direction of a WebSocket's bytes, and so knows where a cut would be in the middle of a frame. */
export class FrameTracker {
  /** Bytes of the headers' end seen. */
  #matched = 0;
  readonly #head: number[] = [];
  #payload = 0;

  /** The bytes so far end within a frame. */
  get withinFrame(): boolean {
    return this.#payload > 0 || this.#head.length > 0;
  }

  take(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length;) {
      if (this.#payload > 0) {
        const skipped = Math.min(this.#payload, bytes.length - at);
        this.#payload -= skipped;
        at += skipped;
        continue;
      }
      this.#takeByte(bytes[at++] as number);
    }
  }

  #takeByte(byte: number): void {
    if (this.#matched < END_OF_HEADERS.length) {
      this.#matched = byte === END_OF_HEADERS[this.#matched] ? this.#matched + 1 : byte === END_OF_HEADERS[0] ? 1 : 0;
      return;
    }
    const head = this.#head;
    head.push(byte);
    const second = head[1];
    if (second === undefined) return;
    const short = second & 127;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const maskBytes = second & 128 ? 4 : 0;
    if (head.length < 2 + lengthBytes + maskBytes) return;
    this.#payload = lengthBytes === 0 ? short : head.slice(2, 2 + lengthBytes).reduce((length, one) => length * 256 + one, 0);
    head.length = 0;
  }
}
