import { imageOf, type StateImage } from "../../../thread/state-image.ts";
import { SessionState } from "../../state/session-state.ts";

/** Session state in a thread (TH9): the values as of its start, and its own writes, each told as it is made. */
export class ThreadState extends SessionState {
  readonly #tell: (key: string, image: StateImage | null) => void;
  /** Objects as they were read: equal values need not have equal images once they were copied. */
  readonly #read = new Map<string, StateImage>();

  constructor(committed: ReadonlyMap<string, StateImage>, tell: (key: string, image: StateImage | null) => void) {
    super(committed);
    this.#tell = tell;
  }

  override get(key: string): unknown {
    const value = super.get(key);
    if (typeof value === "object" && value !== null && !this.#read.has(key)) this.#read.set(key, imageOf(value));
    return value;
  }

  /** Told even if the value is the one of the start: the page may have another by now. */
  override set(key: string, value: unknown): void {
    super.set(key, value);
    this.#read.delete(key);
    if (!this.flush().has(key)) this.#tell(key, value === undefined ? null : imageOf(value));
  }

  override delete(key: string): void {
    this.set(key, undefined);
  }

  /** Tells what changed, also inside of objects, and returns the keys. Throws `StateValueError`. */
  flush(): ReadonlySet<string> {
    const changes: [string, StateImage | null][] = [];
    const told = new Set<string>();
    try {
      this.commit(changes);
    } finally {
      for (const [key, image] of changes) {
        if (image !== null && this.#read.get(key) === image) continue;
        this.#read.delete(key);
        this.#tell(key, image);
        told.add(key);
      }
    }
    return told;
  }
}
