import { SessionState } from "../../state/session-state.ts";

/** Session state in a thread (TH9): the values as of its start, and its own writes, each told as it is made. */
export class ThreadState extends SessionState {
  readonly #tell: (key: string, bytes: Uint8Array | null) => void;

  constructor(committed: ReadonlyMap<string, Uint8Array>, tell: (key: string, bytes: Uint8Array | null) => void) {
    super(committed);
    this.#tell = tell;
  }

  override set(key: string, value: unknown): void {
    super.set(key, value);
    this.flush();
  }

  override delete(key: string): void {
    super.delete(key);
    this.flush();
  }

  /** Tells what changed, also inside of objects. Throws `StateValueError`. */
  flush(): void {
    const changes: [string, Uint8Array | null][] = [];
    try {
      this.commit(changes);
    } finally {
      for (const [key, bytes] of changes) this.#tell(key, bytes);
    }
  }
}
