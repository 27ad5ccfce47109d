import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { encodeFrame, type BackMsg, type ForwardMsg, type HostMsg, type Node, type PageConfig } from "@rivulet/protocol";
import { WebSocketServer, type WebSocket } from "ws";

const DIST = join(import.meta.dirname, "../dist");
const NONCE = "dGVzdA";
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
/** As strict as a page's policy can be: no eval, no inline script without the nonce. */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' 'nonce-${NONCE}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
].join("; ");

/** One browser's socket, seen from the server: speaks the real protocol, says only what the test says. */
export class FakeSession {
  readonly received: BackMsg[] = [];
  #seq = 0;
  #run = 0;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  /** Called with every message, before those who wait for it. */
  onMsg: (msg: BackMsg) => void = () => undefined;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on("message", (data: Buffer) => {
      const msg = JSON.parse(data.toString()) as BackMsg;
      this.received.push(msg);
      if (msg.type === "ping") this.host({ type: "pong" });
      this.onMsg(msg);
      for (const check of this.#waiting) check();
    });
  }

  /** The updates and reruns so far. */
  get numbered() {
    return this.received.filter((msg) => msg.type === "update" || msg.type === "rerun");
  }

  /** The number of the last frame sent. */
  get seq(): number {
    return this.#seq;
  }

  /** Waits until `wanted` is true of what was received. */
  async until(wanted: (received: readonly BackMsg[]) => boolean): Promise<void> {
    await new Promise<void>((resolve) => {
      const check = () => {
        if (!wanted(this.received)) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Sends one frame. */
  send(...msgs: ForwardMsg[]): void {
    this.sendAs(++this.#seq, ...msgs);
  }

  /** Sends a frame under any number. */
  sendAs(seq: number, ...msgs: ForwardMsg[]): void {
    this.#socket.send(encodeFrame({ seq, msgs }));
  }

  host(msg: HostMsg): void {
    this.#socket.send(JSON.stringify(msg));
  }

  welcome(options: Partial<Extract<HostMsg, { type: "welcome" }>> = {}): void {
    this.host({
      type: "welcome",
      session: "s",
      token: "t1",
      resumed: false,
      replays: false,
      received: 0,
      heartbeat: 15_000,
      dev: true,
      ...options,
    });
  }

  /** Sends a whole page, by default at rest. */
  show(main: readonly Node[], { sidebar = [], bottom = [], config = {}, running = false }: PageParts = {}): void {
    this.send({
      type: "tree",
      roots: [rootNode(1, main), rootNode(2, sidebar), rootNode(3, bottom), rootNode(4, [])],
      config,
      running: running ? [{ no: 0 }] : [],
    });
  }

  /** Sends a whole run in one frame. */
  run(taken: number, ...msgs: ForwardMsg[]): void {
    const run = ++this.#run;
    this.send({ type: "runStarted", run }, ...msgs, { type: "runFinished", run, outcome: "finished", taken });
  }

  close(code = 1011): void {
    this.#socket.close(code);
  }

  /** Cuts the line without a goodbye. */
  drop(): void {
    this.#socket.terminate();
  }
}

interface PageParts {
  readonly sidebar?: readonly Node[];
  readonly bottom?: readonly Node[];
  readonly config?: PageConfig;
  readonly running?: boolean;
}

export function rootNode(id: number, children: readonly Node[]): Node {
  return { id, type: "container", props: {}, children };
}

/** Serves the built client and hands out the sessions of the browsers that come. */
export class FakeServer implements AsyncDisposable {
  readonly #http: Server;
  readonly #sockets: WebSocketServer;
  readonly #sessions: FakeSession[] = [];
  readonly #waiting: ((session: FakeSession) => void)[] = [];
  build = "b1";
  /** Whether reloads go on with their sessions. */
  resumes = false;

  private constructor() {
    this.#http = createServer((request, response) => {
      void this.#serve(request.url ?? "/").then(({ status, type, body }) => {
        response.writeHead(status, { "content-type": type, "content-security-policy": POLICY });
        response.end(body);
      });
    });
    this.#sockets = new WebSocketServer({ server: this.#http, path: "/ws" });
    this.#sockets.on("connection", (socket) => {
      const session = new FakeSession(socket);
      const waiting = this.#waiting.shift();
      if (waiting) waiting(session);
      else this.#sessions.push(session);
    });
  }

  static async start(): Promise<FakeServer> {
    const server = new FakeServer();
    await new Promise<void>((resolve) => server.#http.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}/`;
  }

  /** The next browser that connects, once it has said hello. */
  async session(): Promise<FakeSession> {
    const session = this.#sessions.shift() ?? (await new Promise<FakeSession>((resolve) => this.#waiting.push(resolve)));
    await session.until((received) => received.length > 0);
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const client of this.#sockets.clients) client.terminate();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  async #serve(url: string): Promise<{ status: number; type: string; body: string | Buffer }> {
    const path = normalize(decodeURIComponent(new URL(url, "http://x").pathname));
    const type = TYPES[extname(path)];
    try {
      if (type !== undefined) return { status: 200, type, body: await readFile(join(DIST, path)) };
    } catch {
      return { status: 404, type: "text/plain", body: "" };
    }
    if (path === "/favicon.ico") return { status: 204, type: "image/x-icon", body: "" };
    const RELOAD = this.resumes ? "resume" : "";
    const values: Readonly<Record<string, string>> = { BUILD: this.build, BASE: "/", LOCALE: "", RELOAD, NONCE, TITLE: "Test" };
    const html = await readFile(join(DIST, "index.html"), "utf8");
    return { status: 200, type: "text/html", body: html.replace(/%RIVULET_([A-Z]+)%/g, (all, name: string) => values[name] ?? all) };
  }
}
