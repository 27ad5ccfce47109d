import type { IncomingHttpHeaders } from "node:http";
import type { Visitor } from "../thread/messages.ts";

/**
 * Headers that pages do not see: what is between two machines on the way, secrets (a session's record may be kept on disk), and cookies,
 * which come by themselves.
 */
const WITHHELD = new Set([
  "authorization",
  "connection",
  "cookie",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);
/** Characters of all headers together, and of all cookies; what is beyond is left out. */
const MAX_CHARACTERS = 16_384;
/** Cookies of rivulet's own: identity, resumption, bound values. */
const OWN = /^(?:__(?:Host|Secure)-)?rivulet\b/i;

/** What pages may see of a request (SEC8). */
export function visitorOf({ ip, headers }: { readonly ip: string; readonly headers: IncomingHttpHeaders }): Visitor {
  return { ip, headers: JSON.stringify(shownHeaders(headers)), cookies: shownCookies(headers.cookie ?? "") };
}

function shownHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {};
  let left = MAX_CHARACTERS;
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || WITHHELD.has(name) || name.startsWith("sec-websocket-")) continue;
    const text = Array.isArray(value) ? value.join(", ") : value;
    left -= name.length + text.length;
    if (left < 0) break;
    shown[name] = text;
  }
  return shown;
}

function shownCookies(header: string): string {
  if (header === "") return "";
  const shown = header
    .slice(0, MAX_CHARACTERS)
    .split(";")
    .map((pair) => pair.trim());
  return shown.filter((pair) => pair !== "" && !OWN.test(pair)).join("; ");
}
