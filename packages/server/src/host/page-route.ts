import path from "node:path";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { ClientFiles } from "./client-files.ts";
import { pageAt, pathBelow } from "./page-paths.ts";
import { renderNotFound, renderShell } from "./page-shell.ts";
import { documentPolicy } from "./security-headers.ts";

export interface PageRouteOptions {
  readonly base: string;
  readonly client: ClientFiles;
  readonly locale: string;
  readonly pages: () => readonly string[];
}

/** Serves the shell of each page; what the page shows comes over the socket. */
export function pageRoute(app: FastifyInstance, { base, client, pages, locale }: PageRouteOptions): void {
  const shell = (reply: FastifyReply, page: string) => {
    const nonce = documentPolicy(reply);
    return html(reply).send(renderShell(client.index, { base, nonce, locale, build: client.build, title: path.posix.parse(page).name }));
  };
  const config = { policy: "public" } as const;
  if (base !== "") app.get(base, { config }, (_, reply) => reply.redirect(`${base}/`));
  app.get(`${base}/*`, { config }, (request, reply) => {
    const below = pathBelow(base, request.url);
    const page = below && pageAt(pages(), below);
    return page ? shell(reply, page) : html(reply).code(404).send(renderNotFound(base));
  });
}

function html(reply: FastifyReply): FastifyReply {
  return reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
}
