/**
 * The addresses of pages by id: the first page is at `/`, `pages/about.ts` at `/about`, others at their path without extension.
 */
export function pagePaths(ids: readonly string[]): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  for (const [i, id] of ids.entries()) {
    const path =
      i === 0
        ? "/"
        : `/${id
            .replace(/^(\.\.?\/)+/, "")
            .replace(/^pages\//, "")
            .replace(/\.[^./]+$/, "")}`;
    if (!paths.has(path)) paths.set(path, id);
  }
  return paths;
}

/** The id of the page at a path below the base, if there is one. A slash at the end means nothing. */
export function pageAt(ids: readonly string[], path: string): string | undefined {
  return pagePaths(ids).get(path.length > 1 ? path.replace(/\/$/, "") : "/");
}

/** The path below the base that a browser's address names, decoded; undefined when it names nothing here. */
export function pathBelow(base: string, address: string): string | undefined {
  const path = address.split(/[?#]/, 1)[0] ?? "";
  if (path !== base && !path.startsWith(`${base}/`)) return undefined;
  try {
    return decodeURIComponent(path.slice(base.length)) || "/";
  } catch {
    return undefined;
  }
}
