import type { PagePlace } from "@rivulet/protocol";

/** What the server wrote into the page's HTML. */
export interface PageMeta {
  readonly build: string;
  /** Path that everything is served below: starts and ends with a slash. */
  readonly base: string;
  /** Whether a reload goes on with the session (WS3). */
  readonly resumes: boolean;
  /** Of the tab, while the page says none. */
  readonly title: string;
}

/** Reads the HTML's meta tags. */
export function pageMeta(): PageMeta {
  const base = meta("rivulet-base");
  return {
    build: meta("rivulet-build"),
    base: base.endsWith("/") ? base : `${base}/`,
    resumes: meta("rivulet-reload") === "resume",
    title: meta("rivulet-title"),
  };
}

/** The address of the session's socket below `base`. */
export function socketUrl(base: string): string {
  const url = new URL(`${base}ws`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

function meta(name: string): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? "";
}

/** The address of a place of the app. */
export function pageHref({ path, query }: PagePlace): string {
  const href = `${pageMeta().base.slice(0, -1)}${path}${query === "" ? "" : `?${query}`}`;
  // What begins with two slashes would be another server's.
  return href.startsWith("//") ? location.origin + href : href;
}

/** The place of the app that an address names; undefined if it is elsewhere. */
export function placeAt({ origin, pathname, search }: URL): PagePlace | undefined {
  const base = pageMeta().base.slice(0, -1);
  if (origin !== location.origin || (pathname !== base && !pathname.startsWith(`${base}/`))) return undefined;
  return { path: pathname.slice(base.length) || "/", query: search.slice(1) };
}
