/** What the call of a dialog's function returns: a promise that knows whether somebody waits for it. Who does not need not handle it. */
export class Answer implements PromiseLike<unknown> {
  resolve: (value: unknown) => void = () => {};
  reject: (error: unknown) => void = () => {};
  readonly #promise: Promise<unknown>;
  readonly #onAwaited: () => void;

  constructor(onAwaited: () => void) {
    this.#onAwaited = onAwaited;
    this.#promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // The dialog shows its own error.
    this.#promise.catch(() => {});
  }

  then<A = unknown, B = never>(
    onFulfilled?: ((value: unknown) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#onAwaited();
    return this.#promise.then(onFulfilled, onRejected);
  }
}
