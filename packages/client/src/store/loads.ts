/** Counts chunks under way: a page is only idle when what it shows has arrived (lazy elements). */
export class Loads {
  #open = 0;
  readonly #listeners = new Set<() => void>();

  get pending(): boolean {
    return this.#open > 0;
  }

  /** Counts `load` until it settles; listeners hear when the last one has and is rendered. */
  track(load: Promise<void>): void {
    this.#open++;
    void load.finally(() => {
      this.#open--;
      if (this.#open === 0) for (const listener of this.#listeners) listener();
    });
  }

  /** Calls `listener` whenever nothing is under way any more. Returns how to end that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export const loads = new Loads();
