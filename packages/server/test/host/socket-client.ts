import { type BackMsg, decodeFrame, type ForwardMsg, type HelloMsg, type HostMsg, PROTOCOL_VERSION } from "@rivulet/protocol";
import { type ClientOptions, WebSocket } from "ws";

/** A message as the browser gets it, either kind. */
export type Received = HostMsg | (ForwardMsg & { readonly seq: number });

/** What a run of the stand-in worker says it saw. */
export interface RunReport {
  readonly ran: number;
  readonly outcome: string;
  readonly thread: number;
  readonly path: string;
  readonly query: string;
  readonly count: number;
  readonly values: Readonly<Record<string, unknown>>;
  readonly moved?: "seed" | "rehydrate";
  /** For which fragments the request was. */
  readonly fragments: readonly string[];
}

/** A bare client of the wire: it sends what it is told, and keeps what it gets. */
export class SocketClient implements AsyncDisposable {
  readonly received: Received[] = [];
  readonly socket: WebSocket;
  /** The close code. */
  readonly closed: Promise<number>;
  readonly #wakers = new Set<() => void>();
  #read = 0;
  #n = 0;
  #isClosed = false;

  constructor(url: string, options: ClientOptions = {}) {
    this.socket = new WebSocket(`${url.replace("http", "ws")}ws`, options);
    this.socket.on("message", (data: Buffer, isBinary) => {
      if (isBinary) {
        const { seq, msgs } = decodeFrame(data);
        for (const msg of msgs) this.received.push({ ...msg, seq });
        if (this.socket.readyState === WebSocket.OPEN) this.send({ type: "ack", seq });
      } else this.received.push(JSON.parse(data.toString()) as HostMsg);
      this.#wake();
    });
    this.closed = new Promise((resolve, reject) => {
      this.socket.on("close", (code) => {
        this.#isClosed = true;
        resolve(code);
        this.#wake();
      });
      this.socket.on("error", reject);
    });
    // Who does not wait for the end does not care how it came.
    this.closed.catch(() => {});
  }

  /** Connects and says hello. */
  static async open(url: string, hello: Partial<HelloMsg> = {}): Promise<SocketClient> {
    const client = new SocketClient(url);
    await client.hello(hello);
    return client;
  }

  async opened(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN)
      await new Promise((resolve, reject) => this.socket.once("open", resolve).once("error", reject));
  }

  async hello(hello: Partial<HelloMsg> = {}): Promise<void> {
    await this.opened();
    this.send({ type: "hello", protocol: PROTOCOL_VERSION, build: "", path: "/", query: "", facts: {}, ...hello });
  }

  send(msg: BackMsg): void {
    this.socket.send(JSON.stringify(msg));
  }

  /** Sends values under the next number. */
  update(values: Readonly<Record<string, unknown>>, n = this.#n + 1, fragment?: string): number {
    this.#n = n;
    this.send({ type: "update", n, seen: 0, values: Object.entries(values), fragment });
    return n;
  }

  /** The next message that passes, from the last one returned on. */
  async next<T extends Received["type"]>(
    type: T,
    passes: (msg: Extract<Received, { type: T }>) => boolean = () => true,
  ): Promise<Extract<Received, { type: T }>> {
    let found: Extract<Received, { type: T }> | undefined;
    await this.until(() => {
      while (found === undefined && this.#read < this.received.length) {
        const msg = this.received[this.#read++] as Extract<Received, { type: T }>;
        if (msg.type === type && passes(msg)) found = msg;
      }
      return found !== undefined;
    }, type);
    return found as Extract<Received, { type: T }>;
  }

  /** Waits until something holds that a message can bring about. */
  async until(holds: () => boolean, what: string): Promise<void> {
    while (!holds()) {
      if (this.#isClosed) throw new Error(`the socket closed before ${what} came; there came ${JSON.stringify(this.received)}`);
      await new Promise<void>((resolve) => this.#wakers.add(resolve));
    }
  }

  /** What the next run that ended saw. */
  async report(passes: (report: RunReport) => boolean = () => true): Promise<RunReport> {
    const toast = await this.next("toast", (msg) => msg.toast.body.includes('"ran"') && passes(JSON.parse(msg.toast.body) as RunReport));
    return JSON.parse(toast.toast.body) as RunReport;
  }

  /** Waits until a run has begun to do something. */
  async started(action: string): Promise<void> {
    await this.next("toast", (msg) => msg.toast.body.includes(`"action":"${action}"`));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate();
    await this.closed.catch(() => {});
  }

  #wake(): void {
    for (const wake of this.#wakers) wake();
    this.#wakers.clear();
  }
}
