import type { FastifyInstance } from "fastify";
import { RivuletError } from "../errors.ts";
import type { AllowedHosts } from "./allowed-hosts.ts";

/** Who may use a route (SEC1). Every route declares one. */
export type RoutePolicy =
  /** Load balancers, under whatever name they know the server by. Tells nothing about anyone. */
  | "probe"
  /** Anyone who asks this server by its own name. */
  | "public"
  /** As public; that its address cannot be guessed is the permission. */
  | "capability"
  /** As public, and browsers only from this server's own pages. */
  | "socket";

declare module "fastify" {
  interface FastifyContextConfig {
    policy?: RoutePolicy;
  }
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses routes without a policy at start-up, and requests that break one. To be called before any route is made. */
export function enforcePolicies(app: FastifyInstance, hosts: AllowedHosts): void {
  app.addHook("onRoute", (route) => {
    if (!route.config?.policy) throw new RivuletError("RIVULET_ROUTE_POLICY", { route: `${String(route.method)} ${route.url}` });
  });
  app.addHook("onRequest", async (request, reply) => {
    const { policy } = request.routeOptions.config;
    if (request.headers.upgrade !== undefined) {
      // Only counts when it is refused: the connection cannot go back to HTTP.
      reply.header("connection", "close");
      // There is one place for sockets; without this, an upgrade elsewhere would be accepted, only to be closed.
      if (policy !== "socket") return reply.code(404).send("Not found");
    }
    if (policy === "probe") return;
    const { host, origin } = request.headers;
    if (!hosts.host(host)) return reply.code(403).send(new RivuletError("RIVULET_HOST_REFUSED", { host: host ?? "(none)" }).message);
    const guarded = policy === "socket" || !SAFE_METHODS.has(request.method);
    if (guarded && !hosts.origin(origin, host))
      return reply.code(403).send(new RivuletError("RIVULET_ORIGIN_REFUSED", { origin: origin ?? "" }).message);
  });
}
