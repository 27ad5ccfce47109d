/** Something to measure: rivulet, a peer, or the machine itself. All show the same page: a button, a count, `lines` static lines. */
export interface Target {
  readonly name: string;
  /** Starts a server of its own whose page has this many static lines. */
  start(lines: number): Promise<TargetServer>;
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
  /** Presses the button; resolves when the run has ended. */
  rerun(): Promise<void>;
  close(): Promise<void>;
}
