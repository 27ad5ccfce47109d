import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { AppPages } from "../thread/page-routes.ts";
import { acceptedEncodings } from "./accepted-encodings.ts";
import type { ClientFiles } from "./client-files.ts";
import { firstPaint } from "./first-paint/first-paint.ts";
import type { SessionOptions } from "./options.ts";
import { renderNotFound, renderShell } from "./page-shell.ts";
import { pageTitleAt } from "./page-title.ts";
import { placeBelow } from "./place-below.ts";
import { documentPolicy } from "./security-headers.ts";
import type { SessionManager } from "./session-manager.ts";

export interface PageRouteOptions {
  readonly base: string;
  readonly client: ClientFiles;
  readonly locale: string;
  readonly pages: () => AppPages;
  readonly sessions: SessionManager;
  readonly options: Pick<SessionOptions, "resumeOnReload">;
}

/** Chunks that a page's HTML names at most, each with its style sheet: more would take the way from those that every page needs. */
const MAX_CHUNKS = 4;
/** Bytes from which on a document is compressed. */
const MIN_COMPRESSED = 512;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Fast, and still smaller than the best gzip. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/** Serves each page's HTML with what the page says in its first moments; the rest comes over the socket (FP1). */
export function pageRoute(app: FastifyInstance, { base, client, pages, locale, sessions, options }: PageRouteOptions): void {
  const config = { policy: "public" } as const;
  if (base !== "") app.get(base, { config }, (_, reply) => reply.redirect(`${base}/`));
  app.get(`${base}/*`, { config }, async (request, reply) => {
    const [path = "", query = ""] = request.url.split(/\?(.*)/s, 2);
    const place = placeBelow(base, path, query);
    const title = place && pageTitleAt(pages(), place.path);
    if (place === undefined || title === undefined) return html(reply).code(404).send(renderNotFound(base));
    const first = await firstPaint(request, { sessions, options, base, place });
    const nonce = documentPolicy(reply);
    const preload = first?.types.flatMap((type) => client.chunks.get(type) ?? []);
    const { index, build } = client;
    const { resumeOnReload } = options;
    const page = renderShell(index, { base, nonce, locale, resumeOnReload, build, title, first, preload: [...firstFew(preload)] });
    return sendCompressed(page, request, html(reply).code(first?.notFound ? 404 : 200));
  });
}

/** The first chunks, with the style sheets that belong to them. */
function firstFew(files: readonly string[] = []): ReadonlySet<string> {
  const few = new Set<string>();
  let chunks = 0;
  for (const file of files) {
    if (few.has(file)) continue;
    if (file.endsWith(".js") && ++chunks > MAX_CHUNKS) break;
    few.add(file);
  }
  return few;
}

async function sendCompressed(page: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  reply.header("vary", "accept-encoding");
  const accepted = acceptedEncodings(request.headers["accept-encoding"]);
  const bytes = Buffer.from(page);
  if (request.method !== "GET" || bytes.byteLength < MIN_COMPRESSED) return reply.send(bytes);
  if (accepted.has("br")) return reply.header("content-encoding", "br").send(await compressBrotli(bytes, BROTLI));
  if (accepted.has("gzip")) return reply.header("content-encoding", "gzip").send(await compressGzip(bytes));
  return reply.send(bytes);
}

function html(reply: FastifyReply): FastifyReply {
  return reply.header("content-type", "text/html; charset=utf-8").header("cache-control", "no-store");
}
