import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import { CLOSE_CODES } from "@rivulet/protocol";
import websocket from "@fastify/websocket";
import { type FastifyInstance, fastify } from "fastify";
import { AllowedHosts } from "./allowed-hosts.ts";
import type { ClientFiles } from "./client-files.ts";
import { clientFilesRoute } from "./client-files-route.ts";
import { healthRoute, type ServerState } from "./health-route.ts";
import type { Logger } from "./log.ts";
import type { HostMedia } from "./media/host-media.ts";
import { mediaRoute } from "./media/media-route.ts";
import { pageRoute } from "./page-route.ts";
import { enforcePolicies } from "./route-policy.ts";
import { securityHeaders } from "./security-headers.ts";
import { websocketRoute, type WebsocketRouteOptions } from "./websocket-route.ts";

export interface AppOptions extends Omit<WebsocketRouteOptions, "build"> {
  readonly client: ClientFiles;
  readonly allowedHosts: readonly string[];
  readonly trustedProxies: readonly string[];
  /** The name that the server listens on. */
  readonly host: string;
  /** The language tag of the app's pages, or an empty text. */
  readonly locale: string;
  readonly state: () => ServerState;
  readonly media: HostMedia;
  readonly log: Logger;
}

/** Milliseconds that browsers have to answer a close before their sockets are cut. */
const CLOSE_WAIT = 250;

/** The HTTP side of the server, with every route, not listening yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { base, client, locale, log, pages } = options;
  const app: FastifyInstance = fastify({
    forceCloseConnections: true,
    bodyLimit: 16 * 1024,
    return503OnClosing: false,
    trustProxy: options.trustedProxies.length > 0 && [...options.trustedProxies],
  });
  const connections = new Set<Socket>();
  app.server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  app.setErrorHandler((error, _, reply) => {
    const status = statusOf(error);
    if (status < 500) return reply.code(status).send("Bad request");
    const id = randomUUID();
    log.error({ err: error, id }, "a request failed");
    return reply.code(500).send(`The server failed (error ${id}).`);
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send("Not found"));
  await app.register(websocket, {
    options: { maxPayload: options.options.limits.messageBytes, perMessageDeflate: false, clientTracking: true },
    errorHandler: (_, socket) => socket.terminate(),
    preClose: (done) => {
      for (const socket of app.websocketServer.clients) socket.close(CLOSE_CODES.goingAway.code, "goingAway");
      app.websocketServer.close();
      cutLater(connections);
      done();
    },
  });
  securityHeaders(app);
  enforcePolicies(app, new AllowedHosts(options.allowedHosts, options.host));
  healthRoute(app, base, options.state);
  websocketRoute(app, { ...options, build: client.build });
  clientFilesRoute(app, base, client);
  mediaRoute(app, base, options.media);
  const { sessions, options: sessionOptions } = options;
  pageRoute(app, { base, client, locale, pages, sessions, options: sessionOptions });
  return app;
}

/** The server is closed when its last connection is, whatever the other end does. */
function cutLater(connections: ReadonlySet<Socket>): void {
  const timer = setTimeout(() => {
    for (const connection of connections) connection.destroy();
  }, CLOSE_WAIT);
  timer.unref();
}

function statusOf(error: unknown): number {
  const status = error !== null && typeof error === "object" && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
