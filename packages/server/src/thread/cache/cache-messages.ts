import type { MessagePort } from "node:worker_threads";
import type { UseCounter } from "./cache-entry.ts";
import type { CacheKey, CacheRange } from "./cache-key.ts";
import type { CacheLimits } from "./cache-store.ts";

/** A line to the cache, for a new thread's `workerData`; the port goes into the `transferList`. */
export interface CacheLineData {
  readonly port: MessagePort;
  readonly uses: UseCounter;
}

/** Script worker to the host's cache: a custom thread that it has started speaks through this port from now on. */
export interface CacheJoin {
  readonly type: "join";
  readonly port: MessagePort;
}

/** Script worker to the host's cache. `id` is the worker's own number of a question. */
export type CacheQuestion =
  /** Asks for a value, or for a fresh one: the answer is a hit, the task to make it, or the failure of who made it. */
  | {
      readonly type: "get";
      readonly id: number;
      readonly key: CacheKey;
      readonly limits: CacheLimits;
      readonly fresh?: boolean | undefined;
    }
  /** The value of a flight this worker leads. */
  | { readonly type: "put"; readonly flight: number; readonly shared: SharedArrayBuffer; readonly limits: CacheLimits }
  | { readonly type: "fail"; readonly flight: number; readonly call: string; readonly failure: CacheFailure }
  | { readonly type: "clear"; readonly id: number; readonly range: CacheRange }
  /** Resources of this range shall go in the other workers too. */
  | { readonly type: "release"; readonly range: CacheRange }
  /** This worker has live objects: it wants to be asked before it ends. */
  | { readonly type: "holds" }
  /** Everything was released. */
  | { readonly type: "released" };

/** The host's cache to a script worker. */
export type CacheAnswer =
  | { readonly type: "hit"; readonly id: number; readonly shared: SharedArrayBuffer }
  /** Nobody has the value: make it, under this number. */
  | { readonly type: "lead"; readonly id: number; readonly flight: number }
  | { readonly type: "failed"; readonly id: number; readonly failure: CacheFailure }
  | { readonly type: "cleared"; readonly id: number }
  /** Entries were revoked: their memory can go. */
  | { readonly type: "sweep" }
  | { readonly type: "release"; readonly range: CacheRange }
  /** The server closes: release everything and say so. */
  | { readonly type: "closing" };

/** Why a flight brought nothing: its worker is gone, or its function threw this. */
export type CacheFailure =
  | { readonly lost: true }
  | {
      readonly lost: false;
      readonly name: string;
      readonly message: string;
      readonly stack: string | undefined;
      readonly code: string | undefined;
    };
