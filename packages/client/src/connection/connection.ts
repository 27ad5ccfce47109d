import type { BackMsg, CloseReason, Frame, HelloMsg, HostMsg } from "@rivulet/protocol";
import { decideOnClose } from "./close-policy.ts";
import { Heartbeat } from "./heartbeat.ts";
import type { OpenTransport, Transport } from "./transport.ts";

/** What a connection is doing; each state has only what is legal in it. */
export type ConnectionState =
  | { readonly name: "connecting"; readonly transport: Transport }
  | { readonly name: "open"; readonly transport: Transport }
  | { readonly name: "waiting"; readonly until: number; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly name: "closed"; readonly reason: CloseReason };

/** What a connection needs from the page around it. */
export interface ConnectionOptions {
  readonly open: OpenTransport;
  /** The greeting; what it takes to go on is added here. `fresh`: it is for a new session. */
  readonly hello: (fresh: boolean) => Omit<HelloMsg, "type" | "resume" | "applied" | "claims">;
  /** The last frame applied; 0 while there is none. */
  readonly applied: () => number;
  /** The token to begin with, left by a soft reload (WS1). */
  readonly resume?: string | undefined;
  /** That token is the one in the page's HTML: its session was never said hello to (FP2). */
  readonly claims?: boolean | undefined;
  /** False, or an error, means that the frame cannot be applied: the connection comes back for the whole tree. */
  readonly onFrame: (frame: Frame) => boolean;
  /** Every host message but `pong`, which is handled here. */
  readonly onHostMsg: (msg: Exclude<HostMsg, { type: "pong" }>) => void;
  readonly onState: (state: ConnectionState) => void;
}

/** Milliseconds that a server has to answer the first attempt; the next may take longer, as slow networks do. */
const ANSWER = { first: 10_000, longest: 40_000 } as const;

/** Keeps one session's socket: greets, pings, comes back after a loss as the close code allows. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #heartbeat = new Heartbeat();
  #state: ConnectionState;
  #token: string | undefined;
  #claims: boolean;
  /** When the connection was lost, if none has lasted since. */
  #lostAt: number | undefined;
  /** Attempts since then that nobody answered. One that is refused ends at once, and says nothing of the next. */
  #unanswered = 0;
  /** Ends an attempt that nobody answers. */
  #deadline: ReturnType<typeof setTimeout> | undefined;
  /** What is shown does not fit what comes: only the whole tree helps. */
  #lost = false;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#token = options.resume;
    this.#claims = options.claims === true;
    this.#state = { name: "connecting", transport: this.#connect() };
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** For one later `hello`. */
  get token(): string | undefined {
    return this.#token;
  }

  /** The session in the page's HTML has not been claimed yet. */
  get claims(): boolean {
    return this.#claims;
  }

  /** Sends if the socket is open; what must not be lost is kept and repeated by the caller. */
  send(msg: BackMsg): void {
    if (this.#state.name !== "open") return;
    this.#state.transport.send(msg);
    // A user who acts does not wait for the next heartbeat.
    if ("n" in msg) this.#heartbeat.doubtSilence();
  }

  /** Takes frames that were there before the socket, as far as they can be applied: the rest comes over it. */
  begin(frames: readonly Frame[]): void {
    this.#lost = !frames.every((frame) => this.#applies(frame));
  }

  /** The network or the machine was away, or may have been: connects now instead of later, or makes sure that the server is there. */
  check(): void {
    if (this.#state.name === "open") return this.#heartbeat.doubt();
    // How long it was away says nothing of how long it will be.
    this.#lostAt = undefined;
    this.retryNow();
  }

  /** Connects now instead of later. */
  retryNow(): void {
    if (this.#state.name !== "waiting") return;
    clearTimeout(this.#state.timer);
    this.#enter({ name: "connecting", transport: this.#connect() });
  }

  /** Begins a new session, whatever the state. */
  restart(): void {
    this.#leave();
    this.#token = undefined;
    this.#claims = false;
    this.#enter({ name: "connecting", transport: this.#connect() });
  }

  /** Drops the socket and comes back to the same session, for instance after a frame that cannot be applied. */
  reconnect(): void {
    this.#leave();
    this.#closed(1006);
  }

  #enter(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState(state);
  }

  #leave(): void {
    this.#settle();
    if (this.#state.name === "waiting") clearTimeout(this.#state.timer);
    else if (this.#state.name !== "closed") this.#state.transport.close();
  }

  /** Nothing is awaited of the socket any more. */
  #settle(): void {
    this.#heartbeat.stop();
    clearTimeout(this.#deadline);
  }

  #connect(): Transport {
    const patience = Math.min(ANSWER.longest, ANSWER.first * 2 ** this.#unanswered);
    this.#deadline = setTimeout(() => {
      this.#unanswered++;
      this.reconnect();
    }, patience);
    const transport = this.#options.open({
      onOpen: () => transport.send({ type: "hello", ...this.#options.hello(this.#token === undefined), ...this.#goOn() }),
      onFrame: (frame) => {
        this.#heartbeat.heard();
        this.#lost = !this.#applies(frame);
        if (this.#lost) this.reconnect();
        else this.#lasts();
      },
      onHostMsg: (msg) => this.#hostMsg(msg, transport),
      onClose: (code) => this.#closed(code),
    });
    return transport;
  }

  #goOn(): Pick<HelloMsg, "resume" | "applied" | "claims"> {
    if (this.#token === undefined) return {};
    const resume = this.#token;
    const applied = this.#options.applied();
    // One that claims has missed nothing, also if it has applied nothing: all frames are kept for it.
    const goesOn = !this.#lost && (applied > 0 || this.#claims);
    return { resume, ...(this.#claims && { claims: true }), ...(goesOn && { applied }) };
  }

  #applies(frame: Frame): boolean {
    try {
      return this.#options.onFrame(frame);
    } catch (error) {
      reportError(error);
      return false;
    }
  }

  #hostMsg(msg: HostMsg, transport: Transport): void {
    this.#heartbeat.heard();
    if (msg.type === "pong") {
      // It has lived for a while: what was before is no reason to wait longer the next time.
      this.#lasts();
      return;
    }
    if (msg.type === "welcome") {
      this.#token = msg.token;
      this.#claims = false;
      clearTimeout(this.#deadline);
      this.#heartbeat.start({
        interval: msg.heartbeat,
        ping: () => transport.send({ type: "ping" }),
        lost: () => this.reconnect(),
      });
      this.#state = { name: "open", transport };
      this.#options.onHostMsg(msg);
      this.#options.onState(this.#state);
    } else this.#options.onHostMsg(msg);
  }

  #lasts(): void {
    this.#lostAt = undefined;
    this.#unanswered = 0;
  }

  #closed(code: number): void {
    this.#settle();
    const now = performance.now();
    const decision = decideOnClose(code, this.#lostAt === undefined ? undefined : now - this.#lostAt, Math.random());
    this.#lostAt ??= now;
    if (decision.type === "stop") return this.#enter({ name: "closed", reason: decision.reason });
    if (!decision.keepToken) this.#token = undefined;
    if (!decision.keepToken) this.#claims = false;
    const timer = setTimeout(() => this.retryNow(), decision.delay);
    this.#enter({ name: "waiting", until: Date.now() + decision.delay, timer });
  }
}
