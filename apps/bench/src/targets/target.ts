/** Pages that every target has in its own language. */
export type BenchPage =
  /** A button, a count, and static lines. */
  | "small"
  /** The same; sessions whose browser has gone are over at once. */
  | "leaving"
  /** A slider, and its value as text. */
  | "slider"
  /** The same, with buttons "Burn work" (about 2 s of one core) and "Burn 5 s". */
  | "cpu"
  /** Buttons "One thread" (starts one, waits for it, says "took 0.1 ms") and "Two threads" (of 1 s each). */
  | "threads"
  /** A button, a count, a selectbox of 10,000 options, and widgets of eight kinds instead of lines. */
  | "widgets"
  /** A button "Stream" that shows 2000 tokens one after the other. */
  | "stream"
  /** Tells the time once a second, without end. */
  | "ticker"
  /** A button, a count, and a button "Flood" that writes in a tight loop for as many seconds as there would be lines. */
  | "flood";

/** Something to measure: rivulet, a peer, or the machine itself. All show the same pages. */
export interface Target {
  readonly name: string;
  /** False of a bare socket, which runs nothing when a session begins. Default true. */
  readonly pages?: boolean;
  /** Starts a server of its own whose page has this many static lines. Default page: "small". What outlives it is in `folder`, by default nothing. */
  start(lines: number, page?: BenchPage, folder?: string): Promise<TargetServer>;
  /** Opens a session without a browser; resolves when its first run has ended. */
  connect(server: TargetServer): Promise<TargetClient>;
  /** Starts a server whose page can be sent into an endless loop. Absent where nothing ends one but the end of the server. */
  readonly runaway?: () => Promise<RunawayServer>;
}

export interface RunawayServer {
  /** Milliseconds that a stopped run has to end by itself. */
  readonly grace: number;
  connect(): Promise<RunawayClient>;
  stop(): Promise<void>;
}

/** One session over a raw socket. */
export interface RunawayClient {
  /** Resolves when the loop has begun. */
  runAway(): Promise<void>;
  /** Presses Stop; resolves when nothing runs any more. */
  stop(): Promise<void>;
  /** Presses the button; resolves when the run has ended that shows this count. */
  increment(count: number): Promise<void>;
  close(): Promise<void>;
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
