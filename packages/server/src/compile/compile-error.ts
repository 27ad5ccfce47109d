import { RivuletError, type ErrorCode, type ErrorDetails } from "../errors.ts";
import { displayPath } from "../thread/display-path.ts";

/** A place in a source file; line and column count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A mistake in a user's module that was found before it ran. `loc` and `id` are what Vite's errors carry too; a bundler writes
 * into those and into `code` what it thinks of them, `origin` stays.
 */
export class CompileError extends RivuletError {
  readonly id: string;
  readonly loc: Place;
  readonly origin: { readonly code: ErrorCode; readonly details: ErrorDetails; readonly place: Place };

  constructor(code: ErrorCode, details: ErrorDetails, place: Place) {
    super(code, { ...details, place: `${displayPath(place.file)}:${place.line}:${place.column}` });
    this.id = place.file;
    this.loc = { ...place };
    this.origin = { code, details, place };
  }
}

/** Finds line and column of an offset; made once a module, asked often. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(code: string) {
    for (let at = code.indexOf("\n"); at !== -1; at = code.indexOf("\n", at + 1)) this.#starts.push(at + 1);
  }

  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
