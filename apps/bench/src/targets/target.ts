/** Pages that every target has in its own language. */
export type BenchPage =
  /** A button, a count, and static lines. */
  | "small"
  /** The same, with buttons "Burn work" (about 2 s of one core) and "Burn 5 s". */
  | "cpu"
  /** Buttons "One thread" (starts one, waits for it, says "took 0.1 ms") and "Two threads" (of 1 s each). */
  | "threads";

/** Something to measure: rivulet, a peer, or the machine itself. All show the same pages. */
export interface Target {
  readonly name: string;
  /** Starts a server of its own whose page has this many static lines. Default page: "small". */
  start(lines: number, page?: BenchPage): Promise<TargetServer>;
  /** Opens a session without a browser; resolves when its first run has ended. */
  connect(server: TargetServer): Promise<TargetClient>;
}

export interface TargetServer {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** One session over a raw socket. */
export interface TargetClient {
  /** Bytes received so far. */
  readonly bytes: number;
  /** Presses a button, "Increment" by default; resolves when the run has ended. */
  rerun(button?: string): Promise<void>;
  /** What the last run has said that matches, its first group. */
  said(pattern: RegExp): string | undefined;
  close(): Promise<void>;
}
