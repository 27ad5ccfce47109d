import type { FastifyInstance } from "fastify";
import { RivuletError } from "../errors.ts";
import type { AllowedHosts } from "./allowed-hosts.ts";

/** Who may use a route (SEC1). Every route declares one. */
export type RoutePolicy =
  /** Load balancers, under whatever name they know the server by. Tells nothing about anyone. */
  | "probe"
  /** Anyone who asks this server by its own name. */
  | "public"
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
    if (policy === "probe") return;
    const { host, origin } = request.headers;
    if (!hosts.host(host)) return reply.code(403).send(new RivuletError("RIVULET_HOST_REFUSED", { host: host ?? "(none)" }).message);
    const guarded = policy === "socket" || request.headers.upgrade !== undefined || !SAFE_METHODS.has(request.method);
    if (guarded && !hosts.origin(origin, host)) return reply.code(403).send(new RivuletError("RIVULET_ORIGIN_REFUSED", { origin: origin ?? "" }).message);
  });
}
