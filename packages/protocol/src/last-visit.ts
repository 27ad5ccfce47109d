import { parseFacts, parseStored, type ClientFacts } from "./back-msg.ts";

/** What a browser leaves in a cookie for the next time that it asks for a page: what only it knows, before it can say it (FP3). */
export interface LastVisit {
  readonly facts: ClientFacts;
  /** What it keeps for bound widgets beyond its tabs, if that is little: texts by name ("local:theme"). */
  readonly stored: readonly (readonly [name: string, text: string])[];
}

/** Characters that the cookie may take: browsers send it with every request. */
const MAX_COOKIE = 2000;

/** The cookie's name. Cookies do not know ports: the page's own ("" for the usual one) is in the name. */
export function lastVisitCookie(port: string): string {
  return port === "" ? "rivulet-visit" : `rivulet-visit-${port}`;
}

/** The cookie's text. */
export function writeLastVisit({ facts, stored }: LastVisit): string {
  const text = (kept: LastVisit["stored"]) => encodeURIComponent(JSON.stringify([facts, kept]));
  const whole = text(stored.filter(([name]) => name.startsWith("local:")));
  return whole.length <= MAX_COOKIE ? whole : text([]);
}

/** What a cookie's text says; undefined if it is none of ours, or tampered with. Still untrusted. */
export function readLastVisit(cookie: string): LastVisit | undefined {
  if (cookie.length > MAX_COOKIE * 2) return undefined;
  try {
    const [facts, stored] = JSON.parse(decodeURIComponent(cookie)) as unknown[];
    return { facts: parseFacts(facts), stored: parseStored(stored).filter(([name]) => name.startsWith("local:")) };
  } catch {
    return undefined;
  }
}
