/** Stands for what lives and must be closed: a connection, a client. */
export class Counter {
  static closed = 0;
  #value: number;

  constructor(start = 0) {
    this.#value = start;
  }

  get value(): number {
    return this.#value;
  }

  count(): void {
    this.#value++;
  }

  close(): void {
    Counter.closed++;
  }
}
