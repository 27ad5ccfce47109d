import type { MessagePort } from "node:worker_threads";

/** A script worker asks the compiler on the host: what Vite's module runner asks its server, under a number. */
export type LoaderQuestion =
  | { readonly id: number; readonly name: "getBuiltins"; readonly data: readonly [] }
  /** Answered with `AppPages`. */
  | { readonly id: number; readonly name: "getPages"; readonly data: readonly [] }
  | {
      readonly id: number;
      readonly name: "fetchModule";
      readonly data: readonly [url: string, importer?: string | undefined, options?: Record<string, unknown> | undefined];
    };

/** A script worker has started a thread that loads modules too: questions come through this port. */
export interface LoaderJoin {
  readonly name: "join";
  readonly port: MessagePort;
}

export interface LoaderAnswer {
  readonly type: "answer";
  readonly id: number;
  /** Changes that the host knew of when it was asked: the answer may not know of later ones. */
  readonly epoch: number;
  readonly answer: { readonly result: unknown } | { readonly error: Record<string, unknown> };
}

/** User files changed: whatever was made from them is void. Also the first word to who begins after a change, then without files. */
export interface LoaderChange {
  readonly type: "changed";
  readonly epoch: number;
  readonly files: readonly string[];
}
