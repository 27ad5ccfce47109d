/** An error as a page shows it. In production only `name`, `message` of the user's own errors or an `id`. */
export interface ErrorInfo {
  readonly name: string;
  readonly message: string;
  /** A stable code such as `RIVULET_DUPLICATE_KEY`, for errors of rivulet's own. */
  readonly code?: string | undefined;
  /** The user's own place, never a frame of rivulet's or a library's. */
  readonly frame?: SourceFrame | undefined;
  /** The user's own calls, innermost first: `name (file:line:column)`. */
  readonly stack?: readonly string[] | undefined;
  /** What to do. */
  readonly hint?: string | undefined;
  /** Names the full error in the server's log (SEC6). */
  readonly id?: string | undefined;
}

/** A place in the user's source with the lines around it. */
export interface SourceFrame {
  /** Relative to where the command was started, when below it. */
  readonly file: string;
  readonly line: number;
  readonly column?: number | undefined;
  readonly excerpt?: readonly SourceLine[] | undefined;
}

export interface SourceLine {
  readonly line: number;
  readonly text: string;
}
