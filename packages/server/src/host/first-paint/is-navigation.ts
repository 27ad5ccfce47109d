import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** Words in the names of those who ask for pages and never open a socket. Whoever is missing here costs a run, no more. */
const NOBODY =
  /bot\b|bot\/|crawl|spider|slurp|archiver|facebookexternalhit|embedly|preview|scanner|monitor|uptime|pingdom|probe|healthcheck|lighthouse|curl|wget|python|java\/|go-http|node-fetch|undici|axios/i;

/** Whether somebody is about to look at the page that is asked for: then it may run at once (FP1). */
export function isNavigation({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method !== "GET" || isPrefetch(headers)) return false;
  const { "sec-fetch-dest": dest, "sec-fetch-mode": mode, "user-agent": agent = "", accept = "" } = headers;
  // Pages of other sites may not frame this one: nobody would see it.
  const framed = dest === "iframe" && headers["sec-fetch-site"] === "same-origin";
  if (dest !== undefined && dest !== "document" && !framed) return false;
  if (mode !== undefined && mode !== "navigate") return false;
  return accept.includes("text/html") && agent !== "" && !NOBODY.test(agent);
}

function isPrefetch(headers: IncomingHttpHeaders): boolean {
  return ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) => /prefetch|prerender|preview/i.test(String(headers[name] ?? "")));
}
