import type { WebSocket } from "@fastify/websocket";
import { type HelloMsg, PROTOCOL_VERSION } from "@rivulet/protocol";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { AppPages } from "../thread/page-routes.ts";
import type { AppSession, SessionMsg } from "./app-session.ts";
import { BrowserSocket } from "./browser-socket.ts";
import { EarlyMessages } from "./early-messages.ts";
import type { Logger } from "./log.ts";
import type { SessionOptions } from "./options.ts";
import { pageTitleAt } from "./page-title.ts";
import { placeBelow } from "./place-below.ts";
import { readBackMsg } from "./read-back-msg.ts";
import type { Admission, SessionManager } from "./session-manager.ts";
import { portOf, storedCookies } from "./stored-cookies.ts";
import { visitorOf } from "./visitor.ts";

export interface WebsocketRouteOptions {
  readonly sessions: SessionManager;
  readonly options: SessionOptions;
  readonly base: string;
  /** Of the HTML that this server gives out. */
  readonly build: string;
  readonly pages: () => AppPages;
  readonly log: Logger;
}

type ConnectionState =
  | { readonly type: "new"; readonly timer: NodeJS.Timeout; readonly request: FastifyRequest }
  /** Its session is on the way; what the browser says meanwhile waits. */
  | { readonly type: "greeted"; readonly early: EarlyMessages }
  | { readonly type: "open"; readonly session: AppSession }
  | { readonly type: "over" };

/** Sweeps in which a socket may stay silent until it counts as lost. */
const MISSED_SWEEPS = 2;

/** The one WebSocket entry (SEC1). */
export function websocketRoute(app: FastifyInstance, route: WebsocketRouteOptions): void {
  const connections = new Set<Connection>();
  app.get(`${route.base}/ws`, { websocket: true, config: { policy: "socket" } }, (socket, request) => {
    const connection = new Connection(socket, request, route);
    connections.add(connection);
    socket.on("close", () => connections.delete(connection));
  });
  // A network that fails without a word leaves a socket open for hours, and its session with it.
  const sweeping = setInterval(() => {
    for (const connection of connections) connection.sweep();
  }, route.options.limits.heartbeat);
  app.addHook("onClose", () => clearInterval(sweeping));
}

/** One socket from its hello to its end. */
class Connection {
  readonly #socket: WebSocket;
  readonly #client: BrowserSocket;
  readonly #route: WebsocketRouteOptions;
  #state: ConnectionState;
  #badMessages = 0;
  /** The browser has said something after its welcome. */
  #confirmed = false;
  #silentSweeps = 0;

  constructor(socket: WebSocket, request: FastifyRequest, route: WebsocketRouteOptions) {
    this.#socket = socket;
    this.#client = new BrowserSocket(socket);
    this.#route = route;
    const timer = setTimeout(() => this.#client.close("badMessage"), route.options.limits.hello);
    this.#state = { type: "new", timer, request };
    socket.on("pong", () => {
      this.#silentSweeps = 0;
    });
    socket.on("message", (data: Buffer, isBinary) => {
      this.#silentSweeps = 0;
      if (this.#client.closing) return;
      if (isBinary) this.#bad(0, "it is binary");
      else this.#receive(data);
    });
    socket.on("close", () => this.#over());
  }

  /** Asks for a sign of life, and cuts the socket when there was none for too long. */
  sweep(): void {
    if (this.#silentSweeps++ >= MISSED_SWEEPS) this.#socket.terminate();
    else this.#socket.ping();
  }

  #receive(data: Buffer): void {
    const read = readBackMsg(data.toString(), this.#route.options.limits.valueDepth);
    if (!read.ok) {
      this.#bad(read.n, read.problem);
      return;
    }
    const { msg } = read;
    const state = this.#state;
    if (msg.type === "ping") this.#client.send({ type: "pong" });
    else if (state.type === "new") {
      if (msg.type === "hello") void this.#hello(msg, state);
      else this.#client.close("badMessage");
    } else if (msg.type === "hello") this.#bad(0, "hello was said before");
    else if (state.type === "open") this.#pass(state.session, msg, data.byteLength);
    else if (state.type === "greeted" && !state.early.add(msg, data.byteLength)) this.#client.close("tooMany");
  }

  #pass(session: AppSession, msg: SessionMsg, bytes: number): void {
    if (!this.#confirmed) this.#route.sessions.confirm(session);
    this.#confirmed = true;
    // What is not taken is repeated where the session goes on.
    if ("n" in msg && this.#route.sessions.draining) return;
    session.receive(msg, bytes);
  }

  async #hello(hello: HelloMsg, { timer, request }: Extract<ConnectionState, { type: "new" }>): Promise<void> {
    clearTimeout(timer);
    const { sessions, base, build, options, pages } = this.#route;
    const early = new EarlyMessages(options.limits.pendingBytes);
    this.#state = { type: "greeted", early };
    const client = this.#client;
    if (hello.protocol !== PROTOCOL_VERSION || (hello.build !== "" && hello.build !== build)) {
      client.send({ type: "reload" });
      client.end(1000, "reload");
      return;
    }
    const place = placeBelow(base, hello.path, hello.query);
    // Who has gone where no page is, in a session, is told so by its page.
    const begins = hello.resume === undefined || hello.claims === true;
    if (!place || (begins && pageTitleAt(pages(), place.path) === undefined)) {
      client.close("unknownPage");
      return;
    }
    const { facts, stored = [], seeds = [] } = hello;
    const cookies = storedCookies(request.headers.cookie, portOf(facts.url));
    const visit = { place, facts, visitor: visitorOf(request), stored: [...stored, ...cookies] };
    const welcome = ({ session, token, resumed, replays }: Admission): void =>
      client.send({
        type: "welcome",
        session: session.data.id,
        token,
        received: session.received,
        resumed,
        replays,
        heartbeat: options.limits.heartbeat,
        dev: options.dev,
      });
    const { resume: token, applied, repeats = 0 } = hello;
    const session =
      token === undefined
        ? sessions.create(client, { ...visit, seeds }, welcome)
        : hello.claims
          ? await sessions.claim(client, { token, applied, repeats }, { ...visit, seeds }, welcome)
          : await sessions.resume(client, { token, applied, repeats }, visit, welcome);
    if (typeof session === "string") client.close(session);
    else if (this.#isOver()) sessions.detach(session, client);
    else {
      this.#state = { type: "open", session };
      for (const { msg, bytes } of early) this.#pass(session, msg, bytes);
    }
  }

  /** Answers what is no message; who sends nothing else is shown out. */
  #bad(n: number, problem: string): void {
    const state = this.#state;
    if (state.type === "open") state.session.refuse(n, problem);
    if (state.type !== "open" || ++this.#badMessages >= this.#route.options.limits.badMessages) this.#client.close("badMessage");
  }

  #isOver(): boolean {
    return this.#state.type === "over";
  }

  #over(): void {
    const state = this.#state;
    this.#state = { type: "over" };
    if (state.type === "new") clearTimeout(state.timer);
    if (state.type === "open") this.#route.sessions.detach(state.session, this.#client);
  }
}
