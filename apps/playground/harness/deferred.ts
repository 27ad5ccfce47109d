/** A promise that a test settles. */
export class Deferred<T> {
  readonly promise: Promise<T>;
  #resolve: (value: T | PromiseLike<T>) => void = () => {};

  constructor() {
    this.promise = new Promise<T>((resolve) => {
      this.#resolve = resolve;
    });
  }

  resolve(value: T | PromiseLike<T>): void {
    this.#resolve(value);
  }
}
