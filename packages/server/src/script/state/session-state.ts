import { imageOf, type StateImage, valueOf } from "../../thread/state-image.ts";
import { checkPlain } from "./plain-data.ts";

/**
 * The live copy of a session's state. Runs in sequence share the live objects (SR12); what counts is
 * committed: an image by key, checked and serialised anew for every key touched since (SR11).
 */
export class SessionState {
  readonly #committed: Map<string, StateImage>;
  readonly #live = new Map<string, unknown>();
  readonly #touched = new Set<string>();

  constructor(committed: ReadonlyMap<string, StateImage>) {
    this.#committed = new Map(committed);
  }

  has(key: string): boolean {
    return this.#live.has(key) ? this.#live.get(key) !== undefined : this.#committed.has(key);
  }

  /** The value of a key, `undefined` if absent. Objects are shared with whoever reads the key. */
  get(key: string): unknown {
    if (!this.#live.has(key)) {
      const image = this.#committed.get(key);
      if (image === undefined) return undefined;
      this.#live.set(key, valueOf(image));
    }
    const value = this.#live.get(key);
    if (typeof value === "object" && value !== null) this.#touched.add(key);
    return value;
  }

  /** Throws `StateValueError` for what cannot be kept, naming the path of the culprit. */
  set(key: string, value: unknown): void {
    if (value !== undefined) checkPlain(value, key);
    this.#live.set(key, value);
    this.#touched.add(key);
  }

  delete(key: string): void {
    this.#live.set(key, undefined);
    this.#touched.add(key);
  }

  keys(): string[] {
    const keys = new Set(this.#committed.keys());
    for (const [key, value] of this.#live) {
      if (value === undefined) keys.delete(key);
      else keys.add(key);
    }
    return [...keys];
  }

  /** Serialises what was touched; the changes are appended to `changes`. Throws `StateValueError`, having committed the rest. */
  commit(changes: [string, StateImage | null][]): void {
    if (this.#touched.size === 0) return;
    let failure: unknown;
    for (const key of this.#touched) {
      const value = this.#live.get(key);
      try {
        this.#commitKey(key, value, changes);
      } catch (error) {
        // What cannot be kept falls back to what was committed, so that the next run starts clean.
        this.#live.delete(key);
        failure ??= error;
      }
    }
    this.#touched.clear();
    if (failure !== undefined) throw failure;
  }

  #commitKey(key: string, value: unknown, changes: [string, StateImage | null][]): void {
    const before = this.#committed.get(key);
    if (value === undefined) {
      this.#live.delete(key);
      if (before === undefined) return;
      this.#committed.delete(key);
      changes.push([key, null]);
      return;
    }
    checkPlain(value, key);
    const image = imageOf(value);
    if (image === before) return;
    this.#committed.set(key, image);
    changes.push([key, image]);
  }

  /** Every key's value as it is now. Throws `StateValueError` for what cannot be kept. */
  snapshot(): Map<string, StateImage> {
    return new Map(this.keys().map((key) => [key, this.#imageOf(key)]));
  }

  #imageOf(key: string): StateImage {
    const committed = this.#committed.get(key);
    if (committed !== undefined && !this.#touched.has(key)) return committed;
    const value = this.#live.get(key);
    checkPlain(value, key);
    return imageOf(value);
  }

  /** Takes back what was written since the last commit; objects that are as they were committed stay the same ones. */
  undo(): void {
    for (const key of this.#touched) if (!this.#isCommitted(key)) this.#live.delete(key);
    this.#touched.clear();
  }

  #isCommitted(key: string): boolean {
    const before = this.#committed.get(key);
    try {
      return imageOf(this.#live.get(key)) === before;
    } catch {
      return false;
    }
  }

  /** Lets go of every value: the session is over. */
  release(): void {
    this.#committed.clear();
    this.forgetLive();
  }

  /** Forgets the live objects: values are read anew from what was committed (SR12). */
  forgetLive(): void {
    this.#live.clear();
    this.#touched.clear();
  }
}
