import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { MediaFacts } from "../../thread/media/media.ts";
import { byteRange } from "./byte-range.ts";
import { contentDisposition } from "./content-disposition.ts";
import type { HostMedia } from "./host-media.ts";
import type { FetchedMedia } from "./media-store.ts";

/** Whatever a file claims to be: opened by itself it runs nothing, and loads nothing. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; media-src data:; frame-ancestors 'self'";
/** What may be shown in a page; the rest is saved as a file, whatever the page wants (SEC5). */
const SHOWN = /^(?:image|audio|video|font)\/|^application\/pdf$/;

/** Serves what pages hand to browsers. Who has an address may fetch it: it cannot be guessed, and it ends with its session. */
export function mediaRoute(app: FastifyInstance, base: string, media: HostMedia): void {
  // Not fastify's own HEAD, which would ask for a stream to throw it away.
  const route = { method: ["GET", "HEAD"], url: `${base}/_rivulet/media/:id`, config: { policy: "capability" } as const };
  app.route<{ Params: { id: string } }>({
    ...route,
    handler: async (request, reply) => answer(media, request.params.id, request, reply),
  });
}

async function answer(media: HostMedia, id: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (!media.knows(id)) return plain(reply.code(404), "There is nothing at this address.");
  const offer = media.offered(id);
  if (offer !== undefined) {
    describe(reply, offer).header("cache-control", "no-store");
    if (offer.size !== undefined) reply.header("content-length", offer.size);
    return request.method === "HEAD" ? reply.send() : reply.send(media.take(id));
  }
  const stored = await media.stored(id);
  if (stored === undefined) return plain(reply.code(410), "This is not there any more. Go back to the page, and take it from there again.");
  return send(describe(reply, stored), stored, request);
}

function describe(reply: FastifyReply, { type, name, inline }: MediaFacts): FastifyReply {
  return reply
    .header("content-type", type)
    .header("content-disposition", contentDisposition(inline === true && SHOWN.test(type) ? "inline" : "attachment", name))
    .header("content-security-policy", SANDBOX);
}

/** Sends bytes: all, a range that a player asks for, or nothing to who has them. */
function send(reply: FastifyReply, { hash, bytes, inline }: FetchedMedia, { headers, method }: FastifyRequest): FastifyReply {
  const etag = `"${hash}"`;
  // An id never means other bytes. What is saved as a file is not to lie about in a cache too.
  reply.header("etag", etag).header("cache-control", inline === true ? "private, max-age=86400, immutable" : "private, no-cache");
  reply.header("accept-ranges", "bytes");
  if (matches(headers["if-none-match"], etag)) return reply.code(304).send();
  const whole = headers["if-range"] !== undefined && headers["if-range"] !== etag;
  const range = whole || method === "HEAD" ? undefined : byteRange(headers.range, bytes.byteLength);
  if (range === "unsatisfiable")
    return plain(reply.code(416).header("content-range", `bytes */${bytes.byteLength}`), "There is no such part.");
  if (range === undefined) return reply.header("content-length", bytes.byteLength).send(method === "HEAD" ? undefined : view(bytes));
  const { start, end } = range;
  reply.code(206).header("content-range", `bytes ${start}-${end}/${bytes.byteLength}`);
  return reply.send(view(bytes).subarray(start, end + 1));
}

function matches(header: string | undefined, etag: string): boolean {
  return header?.split(",").some((part) => part.trim().replace(/^W\//, "") === etag || part.trim() === "*") ?? false;
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function plain(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .header("content-type", "text/plain; charset=utf-8")
    .header("content-disposition", "inline")
    .header("cache-control", "no-store")
    .send(text);
}
