import {
  decodeFrame,
  elements,
  type AppNode,
  type AppTree,
  type BackMsg,
  type ErrorInfo,
  type HostMsg,
  type PagePlace,
  type ToastProps,
  type WidgetId,
} from "@rivulet/protocol";
import { RivuletError } from "@rivulet/server/testing";
import WebSocket from "ws";
import { actingWidget } from "./acting-widget.ts";
import { closeReason, DEFAULT_TIMEOUT, helloFor, placeOf, SOCKET_OPTIONS, socketAddress, type ConnectOptions } from "./connect-options.ts";
import { FragmentTimers } from "./fragment-timers.ts";
import { IdleWaiters } from "./idle-waiters.ts";
import { PageView } from "./page-view.ts";
import { SentMessages } from "./sent-messages.ts";
import { draftFor, takeSendable, type FormDraft, type StagedValues } from "./staged-values.ts";
import { timedFragment } from "./timed-fragment.ts";
import { toWire } from "./widget-value.ts";

/** A widget as a user finds it: by its label. */
export interface WireWidget {
  /** Sends a value, or keeps it in its form until a submit button of it is clicked: text, number, boolean, an option's label, a list of labels, or a pair for a range. Resolves when sent; the server judges it. */
  set(value: unknown): Promise<void>;
  /** Presses a button; flips a checkbox or toggle. */
  click(): Promise<void>;
}

/**
 * One user of a running server, over the real protocol: what a browser does, without a DOM.
 * Made for tests and for load: a message costs its decoding and nothing else.
 */
export class WireClient {
  /** Bytes of all messages received so far. */
  bytesReceived = 0;
  /** Messages received so far. */
  messagesReceived = 0;
  /** Names the session on the server; the same after `resume`. */
  sessionId = "";
  /** Messages that the server refused as a whole. */
  readonly refusals: ErrorInfo[] = [];
  readonly #url: URL;
  readonly #options: ConnectOptions;
  readonly #view: PageView;
  #socket: WebSocket | undefined;
  #token: string | undefined;
  readonly #sent = new SentMessages();
  /** What was entered in forms and not submitted. */
  readonly #staged: StagedValues = new Map();
  readonly #waiters = new IdleWaiters();
  readonly #timers: FragmentTimers | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  /** Why nothing more will come, unless `resume` is called. */
  #closed: string | undefined = "was never opened";
  #welcome: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  /** @internal Use `connect`. */
  constructor(url: string, options: ConnectOptions, view = new PageView()) {
    this.#url = new URL(url);
    this.#options = options;
    this.#view = view;
    view.place = placeOf(this.#url, options);
    if (options.ticks === true) this.#timers = new FragmentTimers(view, this.#sent, (id) => this.sendTick(id));
  }

  /** What the browser would show, node by node. */
  get tree(): AppTree {
    return this.#view.tree;
  }

  /** Toasts since the last interaction. */
  get toasts(): readonly ToastProps[] {
    return this.#view.toasts;
  }

  /** A page that cannot be loaded or a worker that is gone; null when there is none. */
  get problem(): ErrorInfo | null {
    return this.#view.problem;
  }

  /** The visible text of every element that has some, in order: main, sidebar, bottom. */
  texts(): string[] {
    return this.#view.texts();
  }

  /** Presses the button with this label, the nth from 0 of several; flips a checkbox or toggle. Resolves when sent; rejects if there is none. */
  async click(label: string, nth = 0): Promise<void> {
    const node = actingWidget(this.#view, label, nth);
    const fires = elements[node.type].class === "trigger";
    const before = this.#staged.has(node.widget as string) ? this.#staged.get(node.widget as string) : node.props.value;
    this.#enter(node, fires || before !== true);
  }

  /** The widget with this visible label, the nth from 0 of several. Nothing is looked up before it is used. */
  byLabel(label: string, nth = 0): WireWidget {
    return {
      set: async (value) => {
        const node = actingWidget(this.#view, label, nth);
        this.#enter(node, toWire(node, value));
      },
      click: () => this.click(label, nth),
    };
  }

  /** Sends what a user entered, or stages it in its form. */
  #enter({ type, widget = "" }: AppNode, value: unknown): void {
    if (this.tree.formOf(widget) === undefined) return this.sendValues([[widget, value]]);
    this.#staged.set(widget, value);
    if (type === "formSubmitButton") return this.sendValues(takeSendable(this.#staged, this.tree));
    const draft = draftFor(widget, this.#staged, this.tree);
    if (draft !== undefined) this.sendDraft(draft);
  }

  /** Sends what is staged in a form to its body, as a browser does when a live field changes. @internal */
  sendDraft({ fragment, values }: FormDraft): void {
    const { seen } = this.#view;
    this.#post((n) => ({ type: "update", n, seen, values, fragment, draft: true }));
  }

  /** Sends values in wire form, in one message. @internal */
  sendValues(values: readonly (readonly [WidgetId, unknown])[]): void {
    const { seen, tree } = this.#view;
    this.#post((n) => ({ type: "update", n, seen, values, fragment: tree.fragmentOf(values) }));
  }

  /**
   * Runs a fragment as its timer would (`runEvery`): the one with this key, or the nth from 0 of those that have one.
   * Resolves when sent; rejects if there is none.
   */
  async tick(which: string | number = 0): Promise<void> {
    this.sendTick(timedFragment(this.#view, which));
  }

  /** Runs a fragment as its timer would; nobody acted, so toasts stay. @internal */
  sendTick(fragment: WidgetId): void {
    const socket = this.#open();
    const { seen } = this.#view;
    socket.send(this.#sent.add((n) => ({ type: "update", n, seen, values: [], fragment })));
  }

  /** Presses Stop. Resolves when sent. */
  async stop(): Promise<void> {
    this.#send({ type: "stop" });
  }

  /** Asks for another run that changes nothing. Resolves when sent. */
  async rerun(): Promise<void> {
    this.#post((n) => ({ type: "rerun", n }));
  }

  /** Where the browser would say that this client is: path below the base, and query without its question mark. */
  get place(): PagePlace {
    return this.#view.place;
  }

  /** Follows a link to an address of the app, such as "/orders/7?tab=1". Resolves when sent. */
  async navigate(address: string): Promise<void> {
    const [path = "/", query = ""] = address.split("?", 2);
    this.#post((n) => ({ type: "navigate", n, path, query }));
    this.#view.navigated = this.#sent.last;
    this.#view.place = { path, query };
  }

  /** Sends any text as it is: what a hostile or broken browser might send. */
  async sendRaw(text: string): Promise<void> {
    this.#open().send(text);
  }

  /** Resolves when the first run has ended, the page does not run, and everything sent before has been run. `timeout` in milliseconds. */
  waitIdle({ timeout = this.#options.timeout ?? DEFAULT_TIMEOUT }: { readonly timeout?: number | undefined } = {}): Promise<void> {
    const { last } = this.#sent;
    if (this.#view.settled && this.#sent.answered >= last) return Promise.resolve();
    if (this.#closed !== undefined) return Promise.reject(this.#error(this.#closed));
    return this.#waiters.wait(last, timeout);
  }

  /** Whether the server has said of everything sent that it keeps it: a server that is killed then loses nothing. */
  get kept(): boolean {
    return this.#sent.repeats === 0;
  }

  /** Cuts the connection without a goodbye, as a lost network does. */
  async drop(): Promise<void> {
    this.#end("was dropped");
    this.#socket?.terminate();
  }

  /** Stops reading: messages pile up on the way, as with a browser that hangs. `resume` goes on. */
  pause(): void {
    this.#socket?.pause();
  }

  /** Goes on after `pause`; after `drop` connects anew to the same session and says again what it may have missed. */
  async resume(): Promise<void> {
    if (this.#closed === undefined) this.#socket?.resume();
    else await this.open();
  }

  /** Closes the connection. */
  async close(): Promise<void> {
    const socket = this.#socket;
    this.#end("was closed by this client");
    if (socket === undefined || socket.readyState === WebSocket.CLOSED) return;
    await new Promise((resolve) => {
      socket.once("close", resolve);
      // A server that is busy or gone must not hold a test up.
      const timer = setTimeout(() => socket.terminate(), 2000);
      timer.unref();
      socket.once("close", () => clearTimeout(timer));
      socket.close(1000);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Connects, and resolves when the server has welcomed this client. @internal */
  async open(): Promise<void> {
    const socket = new WebSocket(socketAddress(this.#url, this.#options), {
      ...SOCKET_OPTIONS,
      origin: this.#url.origin,
      headers: this.#options.headers,
    });
    this.#socket = socket;
    this.#closed = undefined;
    socket.on("message", (data: Buffer, isBinary) => {
      if (socket === this.#socket) this.#receive(data, isBinary);
    });
    socket.on("close", (code, reason) => {
      if (socket === this.#socket) this.#end(`was closed by the server (${code} ${reason.toString() || closeReason(code)})`);
    });
    let failure: string | undefined;
    socket.on("error", (error) => {
      failure ??= error.message;
      if (socket === this.#socket) this.#end(`failed: ${failure}`);
    });
    socket.on("open", () => this.#send(helloFor(this.#view, this.#options, { token: this.#token, repeats: this.#sent.repeats })));
    const timer = setTimeout(() => {
      this.#end("got no welcome");
      socket.terminate();
    }, this.#options.timeout ?? DEFAULT_TIMEOUT);
    try {
      await new Promise<void>((resolve, reject) => {
        this.#welcome = { resolve, reject };
      });
    } finally {
      clearTimeout(timer);
      this.#welcome = undefined;
    }
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.bytesReceived += data.byteLength;
    this.messagesReceived++;
    if (!isBinary) {
      this.#hostMsg(JSON.parse(data.toString()) as HostMsg);
      return;
    }
    try {
      this.#view.applyFrame(decodeFrame(data));
    } catch (error) {
      this.#end(`sent a frame that cannot be applied: ${String(error)}`);
      this.#socket?.terminate();
      return;
    }
    this.#socket?.send(`{"type":"ack","seq":${this.#view.seen}}`);
    this.#settle();
  }

  #hostMsg(msg: HostMsg): void {
    switch (msg.type) {
      case "welcome":
        return this.#welcomed(msg);
      case "problem":
      case "ended":
        this.#view.applyHostMsg(msg);
        return this.#settle();
      case "refused":
        return this.#refuse(msg.n, msg.error);
      case "reload":
        this.#end("was refused: the server speaks another version of the protocol");
        return this.#socket?.terminate();
      case "saved":
        return this.#sent.save(msg.n);
      case "pong":
        return;
      default:
        msg satisfies never;
    }
  }

  #welcomed({ session, token, resumed, replays, received, heartbeat }: Extract<HostMsg, { type: "welcome" }>): void {
    this.sessionId = session;
    this.#token = token;
    this.#view.connected(resumed, replays);
    if (!resumed) {
      this.#sent.reset();
      this.#timers?.reset();
    }
    for (const text of this.#sent.repeat(received)) this.#socket?.send(text);
    clearInterval(this.#heartbeat);
    this.#heartbeat = setInterval(() => this.#send({ type: "ping" }), heartbeat).unref();
    this.#welcome?.resolve();
  }

  #refuse(n: number, error: ErrorInfo): void {
    this.refusals.push(error);
    this.#sent.refuse(n);
    this.#waiters.refuse(n, new RivuletError("RIVULET_TEST_REFUSED", { problem: error.message }));
    this.#settle();
  }

  /** Lets go of whoever waits for what is over. */
  #settle(): void {
    const answered = this.#sent.settle(this.#view.taken);
    if (this.#view.settled) this.#waiters.settle(answered);
    this.#timers?.update();
  }

  /** Sends a numbered message. A number is used up only by what was sent: the server takes them without gaps. */
  #post(message: (n: number) => BackMsg): void {
    const socket = this.#open();
    this.#view.clearToasts();
    socket.send(this.#sent.add(message));
  }

  #send(msg: BackMsg): void {
    this.#open().send(JSON.stringify(msg));
  }

  #open(): WebSocket {
    if (this.#closed !== undefined || this.#socket === undefined) throw this.#error(this.#closed ?? "was never opened");
    return this.#socket;
  }

  #end(why: string): void {
    if (this.#closed !== undefined) return;
    this.#closed = why;
    clearInterval(this.#heartbeat);
    this.#timers?.stop();
    const error = this.#error(why);
    this.#welcome?.reject(error);
    this.#waiters.fail(error);
  }

  #error(problem: string): RivuletError {
    return new RivuletError("RIVULET_TEST_CONNECTION", { url: this.#url.href, problem });
  }
}
