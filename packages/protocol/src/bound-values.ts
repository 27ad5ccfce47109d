/** Characters of one bound value that a browser keeps and brings, and of all in its storage for the app or the tab. */
export const MAX_BOUND = { one: 10_000, all: 100_000 } as const;

/**
 * What the names of cookies begin with in which a browser keeps bound widgets' values; the widget's key follows, encoded. Cookies do
 * not know ports, so the page's own ("" for the usual one) is in the name: apps side by side do not take each other's.
 */
export function boundCookiePrefix(port: string): string {
  return port === "" ? "rivulet-bound." : `rivulet-bound-${port}.`;
}
