import { lastVisitCookie, readLastVisit, type ClientFacts, type PagePlace } from "@rivulet/protocol";
import type { IncomingMessage } from "node:http";
import type { SessionStart } from "../session-data.ts";
import { portOf, storedCookies } from "../stored-cookies.ts";
import { visitorOf } from "../visitor.ts";

/**
 * What a session begins with whose browser has only asked for its page: what that left in its cookie the last time, else what can be
 * guessed. A wrong guess costs a second run if the page has read it (FP3).
 */
export function visitOfRequest(
  { ip, headers }: { readonly ip: string; readonly headers: IncomingMessage["headers"] },
  base: string,
  place: PagePlace,
): SessionStart {
  const guessed = guessedUrl(headers, base);
  const port = portOf(guessed);
  const last = readLastVisit(cookieOf(headers.cookie, lastVisitCookie(port)) ?? "");
  const known = last?.facts.url;
  const url = known !== undefined && withoutScheme(known) === withoutScheme(guessed) ? known : guessed;
  const facts: ClientFacts = last ? { ...last.facts, url } : { url, locale: firstLanguage(headers["accept-language"]) };
  return { place, facts, visitor: visitorOf({ ip, headers }), stored: [...(last?.stored ?? []), ...storedCookies(headers.cookie, port)] };
}

function guessedUrl({ host, "x-forwarded-proto": forwarded }: IncomingMessage["headers"], base: string): string {
  return `${forwarded === "https" ? "https" : "http"}://${host ?? "localhost"}${base}/`;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:/, "");
}

function firstLanguage(header = ""): string | undefined {
  return /^\s*([a-z]{2,3}(?:-[\w-]{1,30})?)\s*(?:[,;]|$)/i.exec(header)?.[1];
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`;
  return header
    ?.split(";", 200)
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(start))
    ?.slice(start.length);
}
