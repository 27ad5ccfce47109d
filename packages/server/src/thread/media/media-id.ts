import { createHmac, timingSafeEqual } from "node:crypto";

/** Names bytes or a stream that a browser may fetch: opaque, and only this server can make one (SEC3). */
export type MediaId = string;

/** Base64url characters of the name, and of the seal that proves that it is one of ours. */
const NAME = 22;
const SEAL = 16;

/** The id of what `session` shows as `what`: the same for the same, so that an identical rerun names identical ids. */
export function mediaId(secret: Uint8Array, session: string, what: string): MediaId {
  const name = hmac(secret, `name\n${session}\n${what}`).slice(0, NAME);
  return name + seal(secret, name);
}

/** Whether a server with this secret has made the id, without a look at what there is. */
export function isMediaId(secret: Uint8Array, id: string): boolean {
  if (id.length !== NAME + SEAL || !/^[\w-]+$/.test(id)) return false;
  return timingSafeEqual(Buffer.from(id.slice(NAME)), Buffer.from(seal(secret, id.slice(0, NAME))));
}

function seal(secret: Uint8Array, name: string): string {
  return hmac(secret, `seal\n${name}`).slice(0, SEAL);
}

function hmac(secret: Uint8Array, text: string): string {
  return createHmac("sha256", secret).update(text).digest("base64url");
}
