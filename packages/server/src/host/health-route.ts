import type { FastifyInstance } from "fastify";

/** `/healthz`: the server answers. `/readyz`: it can run pages. */
export function healthRoute(app: FastifyInstance, base: string, isReady: () => boolean): void {
  const config = { policy: "probe" } as const;
  app.get(`${base}/healthz`, { config }, (_, reply) => reply.header("cache-control", "no-store").send("ok"));
  app.get(`${base}/readyz`, { config }, (_, reply) => {
    const ready = isReady();
    return reply
      .header("cache-control", "no-store")
      .code(ready ? 200 : 503)
      .send(ready ? "ready" : "starting");
  });
}
