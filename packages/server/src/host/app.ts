import { randomUUID } from "node:crypto";
import websocket from "@fastify/websocket";
import { type FastifyInstance, fastify } from "fastify";
import { AllowedHosts } from "./allowed-hosts.ts";
import type { ClientFiles } from "./client-files.ts";
import { clientFilesRoute } from "./client-files-route.ts";
import { healthRoute } from "./health-route.ts";
import type { Logger } from "./log.ts";
import { pageRoute } from "./page-route.ts";
import { enforcePolicies } from "./route-policy.ts";
import { securityHeaders } from "./security-headers.ts";
import { websocketRoute, type WebsocketRouteOptions } from "./websocket-route.ts";

export interface AppOptions extends Omit<WebsocketRouteOptions, "build"> {
  readonly client: ClientFiles;
  readonly allowedHosts: readonly string[];
  readonly isReady: () => boolean;
  readonly log: Logger;
}

/** Milliseconds that browsers have to answer a close before their sockets are cut. */
const CLOSE_WAIT = 250;

/** The HTTP side of the server, with every route, not listening yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { base, client, log, pages } = options;
  const app: FastifyInstance = fastify({ forceCloseConnections: true, bodyLimit: 16 * 1024, return503OnClosing: false });
  enforcePolicies(app, new AllowedHosts(options.allowedHosts));
  securityHeaders(app);
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
      for (const socket of app.websocketServer.clients) socket.close(1001, "goingAway");
      setTimeout(() => {
        for (const socket of app.websocketServer.clients) socket.terminate();
      }, CLOSE_WAIT);
      app.websocketServer.close();
      done();
    },
  });
  healthRoute(app, base, options.isReady);
  websocketRoute(app, { ...options, build: client.build });
  clientFilesRoute(app, base, client);
  pageRoute(app, { base, client, pages });
  return app;
}

function statusOf(error: unknown): number {
  const status = error !== null && typeof error === "object" && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
