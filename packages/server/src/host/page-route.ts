import type { FastifyInstance, FastifyReply } from "fastify";
import type { AppPages } from "../thread/page-routes.ts";
import type { ClientFiles } from "./client-files.ts";
import { renderNotFound, renderShell } from "./page-shell.ts";
import { pageTitleAt } from "./page-title.ts";
import { placeBelow } from "./place-below.ts";
import { documentPolicy } from "./security-headers.ts";

export interface PageRouteOptions {
  readonly base: string;
  readonly client: ClientFiles;
  readonly locale: string;
  readonly pages: () => AppPages;
}

/** Serves the shell of each page; what the page shows comes over the socket. */
export function pageRoute(app: FastifyInstance, { base, client, pages, locale }: PageRouteOptions): void {
  const shell = (reply: FastifyReply, title: string) => {
    const nonce = documentPolicy(reply);
    return html(reply).send(renderShell(client.index, { base, nonce, locale, build: client.build, title }));
  };
  const config = { policy: "public" } as const;
  if (base !== "") app.get(base, { config }, (_, reply) => reply.redirect(`${base}/`));
  app.get(`${base}/*`, { config }, (request, reply) => {
    const place = placeBelow(base, request.url);
    const title = place && pageTitleAt(pages(), place.path);
    return title === undefined ? html(reply).code(404).send(renderNotFound(base)) : shell(reply, title);
  });
}

function html(reply: FastifyReply): FastifyReply {
  return reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
}
