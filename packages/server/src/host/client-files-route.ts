import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { acceptedEncodings } from "./accepted-encodings.ts";
import type { ClientFile, ClientFiles } from "./client-files.ts";

/** Serves the browser's files, each by a route of its own: there is no path to walk out of. */
export function clientFilesRoute(app: FastifyInstance, base: string, { files }: ClientFiles): void {
  for (const [name, file] of files) {
    const url = `${base}/${name.split("/").map(encodeURIComponent).join("/")}`;
    app.get(url, { config: { policy: "public" } }, (request, reply) => send(file, request, reply));
  }
}

function send(file: ClientFile, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header("content-type", file.type);
  reply.header("cache-control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (file.br || file.gzip) reply.header("vary", "accept-encoding");
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  if (file.br && accepted.has("br")) return reply.header("content-encoding", "br").send(file.br);
  if (file.gzip && accepted.has("gzip")) return reply.header("content-encoding", "gzip").send(file.gzip);
  return reply.send(file.body);
}
