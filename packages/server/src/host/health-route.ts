import type { FastifyInstance } from "fastify";

/** "ready" when pages can be run for whoever comes. */
export type ServerState = "starting" | "ready" | "stopping";

/** `/healthz`: the server answers. `/readyz`: it takes visitors. */
export function healthRoute(app: FastifyInstance, base: string, state: () => ServerState): void {
  const config = { policy: "probe" } as const;
  app.get(`${base}/healthz`, { config }, (_, reply) => reply.header("cache-control", "no-store").send("ok"));
  app.get(`${base}/readyz`, { config }, (_, reply) => {
    const now = state();
    return reply
      .header("cache-control", "no-store")
      .code(now === "ready" ? 200 : 503)
      .send(now);
  });
}
