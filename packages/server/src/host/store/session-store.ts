/** What an acknowledged input has to outlive: this process, or the machine as well. */
export type Durability = "process" | "disk";

/** What is committed of a session: its head whole, of its parts those that have changed. */
export interface SessionChange {
  /** Hashes of the tokens that its browser may come back with. */
  readonly tokens: readonly string[];
  /** When its browser left, in milliseconds of the wall clock; undefined while there is one. */
  readonly left: number | undefined;
  readonly head: Uint8Array;
  /** By name, at most 200 characters; null drops. */
  readonly parts: readonly (readonly [name: string, bytes: Uint8Array | null])[];
}

/** A session as it was committed last. */
export interface StoredSession {
  readonly id: string;
  /** To commit with: the number of those that have attached. */
  readonly epoch: number;
  readonly tokens: readonly string[];
  readonly head: Uint8Array;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

/**
 * Keeps sessions beyond the process that serves them. Whoever attaches raises the session's epoch, and a commit counts only with
 * the newest: two servers never write one session in turn. A promise that resolves means that what it was for outlives the process.
 */
export interface SessionStore {
  /** Begins a session, with epoch 1. False if there is one of this id. */
  create(id: string, change: SessionChange): Promise<boolean>;
  /** False if the session is gone, or others have attached since: nothing was written. */
  commit(id: string, epoch: number, change: SessionChange): Promise<boolean>;
  /** The session that one of its tokens names, from now on the caller's. Undefined if there is none, or it is live here. */
  attach(token: string, isLive: (id: string) => boolean): Promise<StoredSession | undefined>;
  remove(id: string): Promise<void>;
  /** Removes the sessions that are not live and were left before a time; those that nobody saw left count from the store's opening on. */
  sweep(before: number, isLive: (id: string) => boolean): Promise<number>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
}
