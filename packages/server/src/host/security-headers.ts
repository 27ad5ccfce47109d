import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Headers that every answer carries (SEC5). */
export function securityHeaders(app: FastifyInstance): void {
  app.addHook("onRequest", async (_, reply) => {
    reply.headers({
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
  });
}

/** Lets a document load what a page needs; returns the nonce for its own scripts. */
export function documentPolicy(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString("base64");
  reply.header("content-security-policy", documentCsp(nonce));
  return nonce;
}

function documentCsp(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The UI kit and the formula renderer write style attributes.
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    // Markdown may show images and media of other sites.
    "img-src 'self' data: blob: https: http:",
    "media-src 'self' data: blob: https: http:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}
