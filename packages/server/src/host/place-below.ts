import type { PagePlace } from "@rivulet/protocol";

/** The place below the base that a browser's address names; undefined when it is not below it. */
export function placeBelow(base: string, path: string, query = ""): PagePlace | undefined {
  const bare = path.split(/[?#]/, 1)[0] ?? "";
  if (bare !== base && !bare.startsWith(`${base}/`)) return undefined;
  return { path: bare.slice(base.length) || "/", query: query.replace(/^\?/, "") };
}
