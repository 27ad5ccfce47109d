/** A promise that knows whether anybody waits for it: an un-awaited body's failure would be lost otherwise. */
export class TrackedPromise<T> extends Promise<T> {
  static override get [Symbol.species]() {
    return Promise;
  }

  observed = false;

  static from<T>(work: PromiseLike<T>): TrackedPromise<T> {
    return new TrackedPromise<T>((resolve) => resolve(work));
  }

  override then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.observed = true;
    return super.then(onFulfilled, onRejected);
  }
}
