import { boundCookiePrefix } from "@rivulet/protocol";

/** Most cookies that are looked at. */
const MAX = 200;

/**
 * The bound values in a request's cookies, as a session begins with them: untrusted texts by name ("cookie:theme"). `port` is that of
 * the page's address as its user sees it.
 */
export function storedCookies(header: string | undefined, port: string): [name: string, text: string][] {
  const prefix = boundCookiePrefix(port);
  if (header?.includes(prefix) !== true) return [];
  const stored: [string, string][] = [];
  for (const pair of header.split(";", MAX)) {
    const [name = "", text = ""] = pair.trim().split("=", 2);
    if (!name.startsWith(prefix)) continue;
    try {
      stored.push([`cookie:${decodeURIComponent(name.slice(prefix.length))}`, decodeURIComponent(text)]);
    } catch {
      // Not ours, or tampered with.
    }
  }
  return stored;
}

/** The port in an address: "" for the usual one of its scheme. */
export function portOf(url: string | undefined): string {
  return url !== undefined && URL.canParse(url) ? new URL(url).port : "";
}
