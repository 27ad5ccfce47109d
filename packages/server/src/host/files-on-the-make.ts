/** Milliseconds that a session stays in its worker for a file: what makes it may have come to a standstill. */
const PATIENCE = 60_000;

/** Whether files are being made on demand for a session in its worker, which cannot go along to another one. */
export class FilesOnTheMake {
  #since: number | undefined;

  /** There are this many now. */
  note(files: number): void {
    this.#since = files === 0 ? undefined : (this.#since ?? performance.now());
  }

  /** True while the session stays where it is for them. */
  get hold(): boolean {
    return this.#since !== undefined && performance.now() - this.#since < PATIENCE;
  }

  /** The worker is left, or lost. True if files are. */
  lose(): boolean {
    const lost = this.#since !== undefined;
    this.#since = undefined;
    return lost;
  }
}
